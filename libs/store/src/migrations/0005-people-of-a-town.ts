import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { ColumnTypes } from './column-types.ts'

/**
 * Real people beside those of the example: how they sign in, how they came in, what they agreed to; meetings with their
 * guests; and the chain of events. What tells who somebody is stands apart from `person`, so that it can be erased.
 */
export async function up(db: Kysely<unknown>, dialect: ColumnTypes): Promise<void> {
  const suffix = sql.raw(dialect.strict ? ' strict' : '')
  const blob = sql.raw(dialect.blob)
  const int = sql.raw(dialect.bigint)
  const text = sql.raw(dialect.text)
  const statements = [
    sql`alter table person add column erased_at ${int}`,
    sql`alter table seat add column meeting ${text}`,
    sql`alter table seat add column writes ${int} not null default 0`,
    sql`alter table login add column how ${text} not null default 'example'`,
    sql`alter table login add column device ${text} not null default ''`,
    sql`alter table login add column seen_at ${int} not null default 0`,
    sql`create table contact (
      person ${text} primary key, real_name ${text} not null, email ${text} unique, language ${text} not null)${suffix}`,
    sql`create table identity (
      issuer ${text} not null, subject ${text} not null, person ${text} not null, primary key (issuer, subject))${suffix}`,
    sql`create table passkey (
      id ${text} primary key, person ${text} not null, public_key ${blob} not null, counter ${int} not null,
      transports ${text} not null, name ${text} not null, created_at ${int} not null, used_at ${int})${suffix}`,
    sql`create index passkey_person on passkey (person)`,
    sql`create table consent (
      person ${text} not null, text ${text} not null, version ${int} not null, at ${int} not null,
      primary key (person, text, version))${suffix}`,
    sql`create table ticket (
      hash ${text} primary key, kind ${text} not null, person ${text}, content ${text} not null,
      expires_at ${int} not null)${suffix}`,
    sql`create index ticket_expires on ticket (expires_at)`,
    sql`create table invitation (
      id ${text} primary key, token_hash ${text} not null unique, dialogue ${text} not null, theme ${text},
      role ${text} not null, email ${text} not null, name ${text} not null, language ${text} not null,
      letter ${text} not null, inviter ${text} not null, state ${text} not null, created_at ${int} not null,
      sent_at ${int}, sends ${int} not null, expires_at ${int} not null, answered_at ${int}, person ${text})${suffix}`,
    sql`create index invitation_dialogue on invitation (dialogue, theme)`,
    sql`create table meeting (
      id ${text} primary key, dialogue ${text} not null, theme ${text}, kind ${text} not null, title ${text} not null,
      place ${text} not null, starts_at ${int} not null, ends_at ${int} not null, state ${text} not null,
      code ${text} unique, version ${int} not null)${suffix}`,
    sql`create index meeting_dialogue on meeting (dialogue)`,
    sql`create table admission (
      id ${text} primary key, meeting ${text} not null, person ${text} not null, state ${text} not null,
      writes ${int} not null, asked_at ${int} not null, unique (meeting, person))${suffix}`,
    sql`create index admission_person on admission (person)`,
    sql`create table event (
      chain ${text} not null, seq ${int} not null, at ${int} not null, actor ${text}, role ${text}, theme ${text},
      type ${text} not null, subject ${text} not null, details ${text} not null, previous ${text} not null,
      hash ${text} not null, primary key (chain, seq))${suffix}`,
    sql`create index event_actor on event (actor)`,
    sql`create table book_recorded (book ${text} primary key, seq ${int} not null)${suffix}`,
  ]
  for (const statement of statements) await statement.execute(db)
}
