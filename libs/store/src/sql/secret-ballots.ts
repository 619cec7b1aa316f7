import { randomBytes } from 'node:crypto'
import type { PersonId, PollId } from '@witboek/domain'
import { sql } from 'kysely'
import type { BallotMode } from '../ports/index.ts'
import type { Database } from '../tables.ts'

// Every statement here names its columns: what a newer version adds beside them does not travel along.

/**
 * Two rows that share nothing but the poll. The id comes from chance alone and is drawn here, because ids are made by the
 * clock everywhere else.
 */
export async function castInSecret(
  trx: Database,
  ballot: { readonly poll: PollId; readonly person: PersonId; readonly choices: string; readonly mode: BallotMode },
): Promise<void> {
  const { poll, person, choices, mode } = ballot
  const id = randomBytes(16).toString('hex')
  await trx.insertInto('secret_roll_open').values({ poll, person, mode }).execute()
  await trx.insertInto('secret_ballot_open').values({ poll, id, choices }).execute()
}

/**
 * Both tables are written anew at closing, each in an order of its own: until then the place of a row, and the transaction
 * it came by, would tell a database administrator which ballot goes with which person.
 */
export async function seal(trx: Database, poll: PollId): Promise<void> {
  await trx
    .insertInto('secret_roll')
    .columns(['poll', 'person', 'mode'])
    .expression((from) =>
      from.selectFrom('secret_roll_open').select(['poll', 'person', 'mode']).where('poll', '=', poll).orderBy('person'),
    )
    .execute()
  await trx
    .insertInto('secret_ballot')
    .columns(['poll', 'id', 'choices'])
    .expression((from) =>
      from.selectFrom('secret_ballot_open').select(['poll', 'id', 'choices']).where('poll', '=', poll).orderBy('id'),
    )
    .execute()
  await trx.deleteFrom('secret_roll_open').where('poll', '=', poll).execute()
  await trx.deleteFrom('secret_ballot_open').where('poll', '=', poll).execute()
}

/** A poll's roll is in one of the two. */
const rolls = ['secret_roll_open', 'secret_roll'] as const

export async function hasCastInSecret(db: Database, poll: PollId, person: PersonId): Promise<boolean> {
  for (const roll of rolls) {
    const row = await db
      .selectFrom(roll)
      .select('person')
      .where('poll', '=', poll)
      .where('person', '=', person)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}

/** In one statement, so that a roll that moves meanwhile is not counted twice. */
export async function countSecret(db: Database, poll: PollId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from secret_roll_open where poll = ${poll})
      + (select count(*) from secret_roll where poll = ${poll}) as count`.execute(db)
  return rows[0]?.count ?? 0
}
