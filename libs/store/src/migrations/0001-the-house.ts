import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/** The first tables. `strict` keeps SQLite to the types it is told, as PostgreSQL does anyway. */
export async function up(db: Kysely<unknown>, dialect: ColumnTypes): Promise<void> {
  const suffix = sql.raw(dialect.strict ? ' strict' : '')
  const blob = sql.raw(dialect.blob)
  const int = sql.raw(dialect.bigint)
  const text = sql.raw(dialect.text)
  const statements = [
    sql`create table dialogue (
      id ${text} primary key, title ${text} not null, municipality ${text} not null, fiscal_year ${int} not null,
      phase ${text} not null, total_target ${int} not null, rate ${int} not null, assignment ${text} not null,
      synthetic ${int} not null, source ${text} not null, created_at ${int} not null)${suffix}`,
    sql`create table theme (
      id ${text} primary key, dialogue ${text} not null references dialogue (id), slug ${text} not null, name ${text} not null,
      about ${text} not null, target ${int} not null, position ${int} not null,
      unique (dialogue, slug), unique (dialogue, name))${suffix}`,
    sql`create table budget_item (
      id ${text} primary key, dialogue ${text} not null references dialogue (id), position ${int} not null,
      code ${text} not null, name ${text} not null, task_field ${text} not null, theme ${text} references theme (id),
      expenditure ${int} not null, income ${int} not null, influenceable ${int} not null,
      unique (dialogue, code), check (influenceable >= 0 and influenceable <= expenditure))${suffix}`,
    sql`create table framework (
      id ${text} primary key, dialogue ${text} not null references dialogue (id), code ${text} not null, plain ${text} not null,
      kind ${text} not null check (kind in ('hard', 'soft')), theme ${text} references theme (id),
      unique (dialogue, code))${suffix}`,
    sql`create table person (id ${text} primary key, name ${text} not null, background ${text} not null)${suffix}`,
    sql`create table seat (
      person ${text} not null references person (id), position ${int} not null, role ${text} not null, theme ${text},
      primary key (person, position))${suffix}`,
    sql`create table login (
      id ${text} primary key, token_hash ${text} not null unique, person ${text} not null references person (id),
      seat_index ${int} not null, created_at ${int} not null, expires_at ${int} not null)${suffix}`,
    sql`create index login_expires on login (expires_at)`,
    sql`create table book (
      id ${text} primary key, dialogue ${text} not null, theme ${text} not null, kind ${text} not null check (kind in ('green', 'white')),
      unique (theme, kind))${suffix}`,
    sql`create table book_head (book ${text} primary key, seq ${int} not null, at ${int} not null)${suffix}`,
    sql`create table book_entry (
      book ${text} not null, seq ${int} not null, kind ${text} not null check (kind in ('edit', 'fact')), person ${text} not null,
      at ${int} not null, section ${text}, content ${blob} not null, primary key (book, seq))${suffix}`,
    sql`create index book_entry_facts on book_entry (book, seq) where kind = 'fact'`,
    sql`create table book_snapshot (book ${text} primary key, seq ${int} not null)${suffix}`,
    sql`create table section_snapshot (
      book ${text} not null, section ${text} not null, seq ${int} not null, state ${blob} not null,
      primary key (book, section))${suffix}`,
  ]
  for (const statement of statements) await statement.execute(db)
}
