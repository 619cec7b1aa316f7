import type { Choices, Instant, MeetingId, PersonId, PollId } from '@witboek/domain'
import type { BallotBox, BallotBoxes, BallotMode, CastAnswer, KeptBallot, OwnVotes, RollEntry } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { castInSecret, countSecret, hasCastInSecret, seal } from './secret-ballots.ts'
import { whole, type Manners } from './whole.ts'

export class SqlBallotBoxes implements BallotBoxes {
  private readonly db: Database
  private readonly manners: Manners

  constructor(db: Database, manners: Manners) {
    this.db = db
    this.manners = manners
  }

  async open({ poll, meeting, secret }: Parameters<BallotBoxes['open']>[0]): Promise<void> {
    await this.db
      .insertInto('ballot_box')
      .values({ poll, meeting, secret: Number(secret), state: 'open' })
      .onConflict((on) => on.column('poll').doNothing())
      .execute()
    const box = await boxOf(this.db, poll, secret)
    // The number of a poll comes from outside: whoever takes one of another meeting would open, close and count its box.
    if (box?.meeting !== meeting) throw new Error(`poll ${poll} is of another meeting`)
  }

  async find(poll: PollId): Promise<BallotBox | null> {
    const row = await rowOf(this.db, poll)
    if (!row) return null
    const secret = row.secret === 1
    return {
      poll,
      meeting: row.meeting as MeetingId,
      secret,
      state: row.state as BallotBox['state'],
      cast: await (secret ? countSecret : countVoters)(this.db, poll),
    }
  }

  async cast({ poll, person, key, choices, mode, at }: Parameters<BallotBoxes['cast']>[0]): Promise<CastAnswer> {
    return whole(this.db, async (trx) => {
      const open = await this.beginsToCast(trx, poll, person, false)
      const versions = await versionsOf(trx, poll, person)
      const again = versions.find((each) => each.key === key)
      if (again) return { outcome: 'again', version: again.version }
      if (!open) return { outcome: 'closed' }
      if (await votesByHand(trx, poll, person)) return { outcome: 'by-hand' }
      const last = versions.at(-1)
      const version = (last?.version ?? 0) + 1
      const row = { poll, person, version, key, choices: JSON.stringify(choices), mode, at }
      await trx.insertInto('ballot').values(row).execute()
      return { outcome: 'cast', version, before: last ? asChoices(last.choices) : null }
    })
  }

  async castSecret({
    poll,
    person,
    choices,
    mode,
  }: Parameters<BallotBoxes['castSecret']>[0]): ReturnType<BallotBoxes['castSecret']> {
    return whole(this.db, async (trx) => {
      const open = await this.beginsToCast(trx, poll, person, true)
      if (await hasCastInSecret(trx, poll, person)) return 'already'
      if (!open) return 'closed'
      if (await votesByHand(trx, poll, person)) return 'by-hand'
      await castInSecret(trx, { poll, person, choices: JSON.stringify(choices), mode })
      return 'cast'
    })
  }

  async close(poll: PollId): Promise<boolean> {
    const closed = await whole(this.db, async (trx) => {
      await this.manners.alone(trx, `box ${poll}`)
      const box = await trx
        .updateTable('ballot_box')
        .set({ state: 'closed' })
        .where('poll', '=', poll)
        .where('state', '=', 'open')
        .returning('secret')
        .executeTakeFirst()
      if (box?.secret === 1) await seal(trx, poll)
      return box
    })
    if (closed?.secret === 1) await this.manners.seal()
    return closed !== undefined
  }

  async byHand(poll: PollId, persons: readonly PersonId[]): Promise<readonly PersonId[]> {
    return whole(this.db, async (trx) => {
      await this.manners.alone(trx, `box ${poll}`)
      if (!(await rowOf(trx, poll))) throw new Error(`there is no box for poll ${poll}`)
      const cast: PersonId[] = []
      for (const person of persons) if (await hasCast(trx, poll, person)) cast.push(person)
      if (cast.length > 0) return cast
      for (const person of persons)
        await trx
          .insertInto('hand_voter')
          .values({ poll, person })
          .onConflict((on) => on.columns(['poll', 'person']).doNothing())
          .execute()
      return []
    })
  }

  async notByHand(poll: PollId, persons: readonly PersonId[]): Promise<void> {
    await whole(this.db, async (trx) => {
      await this.manners.alone(trx, `box ${poll}`)
      for (const person of persons)
        await trx.deleteFrom('hand_voter').where('poll', '=', poll).where('person', '=', person).execute()
    })
  }

  async ballots(poll: PollId): Promise<readonly KeptBallot[]> {
    const rows = await this.db
      .selectFrom('ballot')
      .selectAll()
      .where('poll', '=', poll)
      .orderBy('person')
      .orderBy('version')
      .execute()
    return rows.filter(({ person }, i) => rows[i + 1]?.person !== person).map(asBallot)
  }

  async versions(poll: PollId): ReturnType<BallotBoxes['versions']> {
    const rows = await this.db
      .selectFrom('ballot')
      .select((from) => ['person', from.fn.max<number>('version').as('version')])
      .where('poll', '=', poll)
      .groupBy('person')
      .execute()
    return new Map(rows.map(({ person, version }) => [person as PersonId, version]))
  }

  async history(poll: PollId, person: PersonId): Promise<readonly KeptBallot[]> {
    return (await versionsOf(this.db, poll, person)).map(asBallot)
  }

  async secretBallots(poll: PollId): ReturnType<BallotBoxes['secretBallots']> {
    const rows = await this.db
      .selectFrom('secret_ballot')
      .select(['id', 'choices'])
      .where('poll', '=', poll)
      .orderBy('id')
      .execute()
    return rows.map(({ id, choices }) => ({ id, choices: asChoices(choices) }))
  }

  async roll(poll: PollId): Promise<readonly RollEntry[]> {
    const [secret, hands] = [
      await this.db.selectFrom('secret_roll').select(['person', 'mode']).where('poll', '=', poll).execute(),
      await this.db.selectFrom('hand_voter').select('person').where('poll', '=', poll).execute(),
    ]
    const entries = [
      ...[...(await this.ballots(poll)), ...secret].map(
        ({ person, mode }) => ({ person, how: 'ballot', mode }) as const,
      ),
      ...hands.map(({ person }) => ({ person, ...byHand })),
    ] as RollEntry[]
    return entries.sort((a, b) => (a.person < b.person ? -1 : 1))
  }

  async voted(poll: PollId, person: PersonId): Promise<RollEntry['how'] | null> {
    if (await votesByHand(this.db, poll, person)) return 'hand'
    return (await hasCast(this.db, poll, person)) ? 'ballot' : null
  }

  async of(person: PersonId): Promise<OwnVotes> {
    const own = <Table extends 'ballot' | 'secret_roll' | 'hand_voter'>(table: Table) =>
      this.db
        .selectFrom(table as 'ballot')
        .where('person', '=', person)
        .orderBy('poll')
    const ballots = await own('ballot').orderBy('version').selectAll().execute()
    const secret = await own('secret_roll').select(['poll', 'mode']).execute()
    const hands = await own('hand_voter').select('poll').execute()
    return {
      ballots: ballots.map((row) => ({ poll: row.poll as PollId, ...asBallot(row) })),
      tookPart: [
        ...secret.map(({ poll, mode }) => ({ poll: poll as PollId, how: 'ballot' as const, mode: mode as BallotMode })),
        ...hands.map(({ poll }) => ({ poll: poll as PollId, ...byHand })),
      ],
    }
  }

  /**
   * Answers whether the box is open. Who closes it waits for those who cast in it, and who comes after that finds it closed.
   * The ballots of one person wait for each other, so that what is looked up of them is still so when it is acted upon.
   */
  private async beginsToCast(trx: Database, poll: PollId, person: PersonId, secret: boolean): Promise<boolean> {
    await this.manners.beside(trx, `box ${poll}`)
    await this.manners.alone(trx, `ballot ${poll} ${person}`)
    return (await boxOf(trx, poll, secret))?.state === 'open'
  }
}

const byHand = { how: 'hand', mode: 'room' } as const

const rowOf = (db: Database, poll: PollId) =>
  db.selectFrom('ballot_box').selectAll().where('poll', '=', poll).executeTakeFirst()

/** Secrecy never changes: who asks for the other kind has made a mistake, and nothing is written. */
async function boxOf(db: Database, poll: PollId, secret: boolean): ReturnType<typeof rowOf> {
  const row = await rowOf(db, poll)
  if (row && row.secret !== Number(secret)) throw new Error(`poll ${poll} is ${secret ? 'not ' : ''}secret`)
  return row
}

const versionsOf = (db: Database, poll: PollId, person: PersonId) =>
  db.selectFrom('ballot').selectAll().where('poll', '=', poll).where('person', '=', person).orderBy('version').execute()

const hasCast = async (db: Database, poll: PollId, person: PersonId): Promise<boolean> =>
  (await versionsOf(db, poll, person)).length > 0 || (await hasCastInSecret(db, poll, person))

async function votesByHand(db: Database, poll: PollId, person: PersonId): Promise<boolean> {
  const row = await db
    .selectFrom('hand_voter')
    .select('person')
    .where('poll', '=', poll)
    .where('person', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

async function countVoters(db: Database, poll: PollId): Promise<number> {
  const { count } = await db
    .selectFrom('ballot')
    .select((from) => from.fn.countAll<number>().as('count'))
    .where('poll', '=', poll)
    .where('version', '=', 1)
    .executeTakeFirstOrThrow()
  return count
}

const asChoices = (json: string): Choices => JSON.parse(json) as Choices

const asBallot = ({ person, version, choices, mode, at }: Tables['ballot']): KeptBallot => ({
  person: person as PersonId,
  version,
  choices: asChoices(choices),
  mode: mode as BallotMode,
  at: at as Instant,
})
