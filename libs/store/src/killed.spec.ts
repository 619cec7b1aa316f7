import type { Choices, MeetingId, PersonId, PollId } from '@witboek/domain'
import { chanceFrom, seedOfToday } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { killedWhileVoting, type Acknowledged } from './testing/a-voting-server.ts'
import { aFolder, aPostgresDatabase, embedded, postgres, type Open } from './testing/every-store.ts'

const rounds = process.env['PROFILE'] === 'nightly' ? 20 : 3
const meeting = 'meeting' as MeetingId
const [named, secret] = ['named', 'secret'] as PollId[] as [PollId, PollId]

/** Everybody votes for themselves. */
const voterOf = ({ choices }: { readonly choices: Choices }) => ('option' in choices ? choices.option : '') as PersonId

const places: [string, () => Promise<{ place: string; open: Open }>][] = [
  [
    'embedded',
    () => {
      const place = aFolder()
      return Promise.resolve({ place, open: embedded(place) })
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const place = await aPostgresDatabase()
      return { place, open: postgres(place) }
    },
  ],
]

describe.each(places)('a server that is killed while people vote, %s', (_, aPlace) => {
  it('[POLL-17] loses no ballot that was acknowledged, and no half of one', { timeout: rounds * 20_000 }, async () => {
    const chance = chanceFrom(seedOfToday())
    console.info(`seed ${chance.seed}`)
    for (let round = 0; round < rounds; round++) {
      const { place, open } = await aPlace()
      const before = await open()
      for (const poll of [named, secret]) await before.ballotBoxes.open({ poll, meeting, secret: poll === secret })
      await before.close()
      const acknowledged = await killedWhileVoting(place, { named, secret, after: 20 + chance.below(200) })
      const { ballotBoxes: boxes } = await open()
      await boxes.close(named)
      await boxes.close(secret)
      const kept: Acknowledged = {
        named: (await boxes.ballots(named)).map(voterOf),
        secret: (await boxes.secretBallots(secret)).map(voterOf),
      }
      for (const kind of ['named', 'secret'] as const) {
        expect(acknowledged[kind].length).toBeGreaterThan(5)
        expect(acknowledged[kind].filter((person) => !kept[kind].includes(person))).toEqual([])
      }
      expect((await boxes.roll(secret)).map(({ person }) => person)).toEqual(kept.secret.toSorted())
    }
  })
})
