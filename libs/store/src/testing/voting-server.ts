import type { Instant, PersonId, PollId } from '@witboek/domain'
import { openEmbeddedStore } from '../embedded/store.ts'
import { openPostgresStore } from '../postgres/store.ts'

// Run by `aVotingServer`: people vote one after the other, and it says of whom it has acknowledged a ballot, until it is killed.
const [, , place = '', named = '', secret = ''] = process.argv
const { ballotBoxes } = await (place.startsWith('postgres:') ? openPostgresStore(place) : openEmbeddedStore(place))
const voting = async (line: number): Promise<never> => {
  for (let i = 0; ; i++) {
    const person = `voter-${line}-${i}` as PersonId
    const ballot = { person, choices: { option: person }, mode: 'room' } as const
    await ballotBoxes.cast({ ...ballot, poll: named as PollId, key: person, at: i as Instant })
    process.stdout.write(`named ${person}\n`)
    await ballotBoxes.castSecret({ ...ballot, poll: secret as PollId })
    process.stdout.write(`secret ${person}\n`)
  }
}
await Promise.all([0, 1, 2].map(voting))
