import type { Instant, MeetingId, PersonId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import type { MeetingLetter } from './ports/index.ts'
import { everyStore } from './testing/every-store.ts'

const now = 1_301_680_800_000
const [noor, tom] = ['noor', 'tom'] as PersonId[] as [PersonId, PersonId]
const [first, second] = ['first', 'second'] as MeetingId[] as [MeetingId, MeetingId]
const moment = (place: string): NonNullable<MeetingLetter['was']> => ({
  startsAt: now as Instant,
  endsAt: (now + 1) as Instant,
  place,
  remoteLink: '',
})
const letter = (person: PersonId, version: number, more: Partial<MeetingLetter> = {}): MeetingLetter => ({
  meeting: first,
  person,
  version,
  kind: 'announced',
  was: null,
  queuedAt: (now + version) as Instant,
  ...more,
})

describe.each(everyStore)('[LETTER-4] letters about meetings, %s', (_, aPlace) => {
  it('wait in their order, until they are done', async () => {
    const { meetingLetters: letters } = await (await aPlace())()
    await letters.queue([])
    await letters.queue([letter(noor, 2), letter(tom, 1)])
    await letters.queue([letter(noor, 0, { meeting: second })])
    expect(await letters.queued(9)).toEqual([letter(noor, 0, { meeting: second }), letter(tom, 1), letter(noor, 2)])
    expect(await letters.queued(1)).toHaveLength(1)
    await letters.done(letter(tom, 1))
    await letters.done(letter(tom, 1))
    expect((await letters.queued(9)).map(({ person }) => person)).toEqual([noor, noor])
  })

  it('wait one at a time, with the latest news and what was before all of it', async () => {
    const { meetingLetters: letters } = await (await aPlace())()
    await letters.queue([letter(noor, 0)])
    await letters.queue([letter(noor, 1, { kind: 'moved', was: moment('Buurthuis') })])
    await letters.queue([letter(noor, 2, { kind: 'moved', was: moment('Raadzaal – é') })])
    const waits = letter(noor, 2, { kind: 'moved', was: moment('Buurthuis') })
    expect(await letters.queued(9)).toEqual([waits])
    await letters.done(letter(noor, 1))
    expect(await letters.queued(9), 'another one was sent').toEqual([waits])
  })

  it('wait for as many as there are', async () => {
    const { meetingLetters: letters } = await (await aPlace())()
    await letters.queue(Array.from({ length: 501 }, (__, i) => letter(`person-${i}` as PersonId, 1)))
    expect(await letters.queued(1000)).toHaveLength(501)
  })

  it('[LETTER-5] do not wait for who wants none', async () => {
    const { meetingLetters: letters } = await (await aPlace())()
    await letters.queue([letter(noor, 1), letter(tom, 1)])
    for (const time of ['once', 'asked again']) {
      await letters.stop(noor)
      expect(await letters.queued(9), time).toEqual([letter(tom, 1)])
      expect([...(await letters.stopped())], time).toEqual([noor])
    }
    await letters.resume(noor)
    expect((await letters.stopped()).size).toBe(0)
    await letters.stop(tom)
    await letters.forget(tom)
    expect([(await letters.stopped()).size, await letters.queued(9)]).toEqual([0, []])
  })
})
