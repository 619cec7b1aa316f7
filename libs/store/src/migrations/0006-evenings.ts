import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/** What happens at a meeting, and how people vote there; notes for oneself; calendars that are followed. */
export async function up(db: Kysely<unknown>, dialect: ColumnTypes): Promise<void> {
  const suffix = sql.raw(dialect.strict ? ' strict' : '')
  // SQLite would number the rows as they come, and keep them in that order: here the key alone says where a row is.
  const byKey = sql.raw(dialect.strict ? ' strict, without rowid' : '')
  const int = sql.raw(dialect.bigint)
  const text = sql.raw(dialect.text)
  const statements = [
    sql`alter table meeting add column remote_link ${text} not null default ''`,
    sql`alter table meeting add column room_key ${text}`,
    sql`alter table meeting add column cancel_reason ${text} not null default ''`,
    sql`create table meeting_fact (
      meeting ${text} not null, seq ${int} not null, at ${int} not null, person ${text}, role ${text},
      content ${text} not null, primary key (meeting, seq))${suffix}`,
    sql`create table meeting_note (
      meeting ${text} not null, person ${text} not null, text ${text} not null, version ${int} not null,
      primary key (meeting, person))${suffix}`,
    sql`create index meeting_note_person on meeting_note (person)`,
    sql`create table calendar_key (person ${text} primary key, key_hash ${text} not null unique)${suffix}`,
    sql`create table ballot_box (
      poll ${text} primary key, meeting ${text} not null, secret ${int} not null, state ${text} not null)${suffix}`,
    sql`create table ballot (
      poll ${text} not null, person ${text} not null, version ${int} not null, key ${text} not null,
      choices ${text} not null, mode ${text}, at ${int} not null,
      primary key (poll, person, version), unique (poll, person, key))${suffix}`,
    sql`create index ballot_person on ballot (person)`,
    sql`create table hand_voter (poll ${text} not null, person ${text} not null, primary key (poll, person))${byKey}`,
    sql`create index hand_voter_person on hand_voter (person)`,
    ...[sql.raw('secret_roll'), sql.raw('secret_roll_open')].map(
      (table) => sql`create table ${table} (
        poll ${text} not null, person ${text} not null, mode ${text}, primary key (poll, person))${byKey}`,
    ),
    sql`create index secret_roll_person on secret_roll (person)`,
    ...[sql.raw('secret_ballot'), sql.raw('secret_ballot_open')].map(
      (table) => sql`create table ${table} (
        poll ${text} not null, id ${text} not null, choices ${text} not null, primary key (poll, id))${byKey}`,
    ),
  ]
  for (const statement of statements) await statement.execute(db)
}
