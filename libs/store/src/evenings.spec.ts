import type { Instant, MeetingFact, MeetingId, PersonId, RecordedMeetingFact } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { meeting } from './testing/an-installation.ts'
import { everyStore } from './testing/every-store.ts'

const now = 1_301_680_800_000 as Instant
const [noor, tom] = ['noor', 'tom'] as PersonId[] as [PersonId, PersonId]
const evening = 'evening' as MeetingId
const other = 'other' as MeetingId

const fact = (word: string, by: PersonId | null = noor): Omit<RecordedMeetingFact, 'seq'> => ({
  at: now,
  by,
  role: by && 'chef',
  fact: { type: 'test', word } as unknown as MeetingFact,
})
const wordsOf = (facts: readonly RecordedMeetingFact[]) =>
  facts.map((recorded) => (recorded.fact as unknown as { word: string }).word)

describe.each(everyStore)('the log of a meeting, %s', (_, aPlace) => {
  it('is a sequence without a gap, of this meeting alone', async () => {
    const { meetingLog } = await (await aPlace())()
    expect(await meetingLog.head(evening)).toBe(0)
    expect(await meetingLog.append(evening, 0, [fact('één\u0000'), fact('two', null)])).toBe(true)
    expect(await meetingLog.append(other, 0, [fact('elsewhere')])).toBe(true)
    expect(await meetingLog.append(evening, 2, [fact('three')])).toBe(true)
    expect(await meetingLog.head(evening)).toBe(3)
    const all = await meetingLog.read(evening, { after: 0, limit: 10 })
    expect(all).toEqual([
      { seq: 1, ...fact('één\u0000') },
      { seq: 2, ...fact('two', null) },
      { seq: 3, ...fact('three') },
    ])
    expect(await meetingLog.read(evening, { after: 1, limit: 1 })).toEqual([all[1]])
  })

  it('takes all or nothing, and only from whoever knows what came before', async () => {
    const { meetingLog } = await (await aPlace())()
    await meetingLog.append(evening, 0, [fact('one')])
    for (const head of [0, 2]) expect(await meetingLog.append(evening, head, [fact('a'), fact('b')])).toBe(false)
    expect(await meetingLog.append(evening, 1, [])).toBe(true)
    expect(await meetingLog.head(evening)).toBe(1)
  })

  it('lets one go first of those who judged by the same head', async () => {
    const { meetingLog } = await (await aPlace())()
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, i) => meetingLog.append(evening, 0, [fact(`${i}`), fact(`${i} too`)])),
    )
    expect(added.filter(Boolean)).toHaveLength(1)
    const winner = String(added.indexOf(true))
    expect(wordsOf(await meetingLog.read(evening, { after: 0, limit: 10 }))).toEqual([winner, `${winner} too`])
  })

  it('stands or falls with the change it is part of', async () => {
    const store = await (await aPlace())()
    const deeds = Array.from({ length: 12 }, (_, i) =>
      store
        .together(async ({ meetingLog, events }) => {
          const ok = await meetingLog.append(evening, 0, [fact(`${i}`)])
          const event = { at: now, actor: noor, role: 'chef', theme: null, type: 'a', subject: `${i}`, details: {} }
          await events.append('d', [event as Parameters<typeof events.append>[1][number]])
          if (!ok) throw new Error('moved on')
        })
        .catch(() => null),
    )
    await Promise.all(deeds)
    const events = await store.events.read('d', { after: 0, limit: 100 })
    expect(events.map(({ subject }) => subject)).toEqual(
      wordsOf(await store.meetingLog.read(evening, { after: 0, limit: 10 })),
    )
    expect(events).toHaveLength(1)
  })
})

describe.each(everyStore)('an evening, %s', (_, aPlace) => {
  it('says where people at home join, and why it is not held; while it runs it has its keys', async () => {
    const { meetings } = await (await aPlace())()
    await meetings.add(meeting)
    expect(await meetings.find(meeting.id)).toEqual(meeting)
    const paused = {
      ...meeting,
      state: 'paused',
      code: 'CDFHJK',
      roomKey: 'secret of the room',
      remoteLink: '',
    } as const
    expect(await meetings.change(meeting, paused)).toBe(true)
    expect(await meetings.byCode('CDFHJK')).toEqual(paused)
    const cancelled = { ...paused, state: 'cancelled', code: null, roomKey: null, cancelReason: 'Sneeuw' } as const
    await meetings.change(paused, cancelled)
    expect(await meetings.of(meeting.dialogue)).toEqual([cancelled])
  })
})

describe.each(everyStore)('notes for oneself, %s', (_, aPlace) => {
  it('are kept per meeting, and of two devices the second hears that it was second', async () => {
    const { meetingNotes: notes } = await (await aPlace())()
    expect(await notes.of(evening, noor)).toBeNull()
    expect(await notes.keep(evening, noor, 'a', 0)).toBe(1)
    expect(await notes.keep(evening, noor, 'other device', 0)).toBeNull()
    expect(await notes.keep(evening, noor, 'ab', 1)).toBe(2)
    expect(await notes.keep(evening, noor, 'ab', 1), 'a retry').toBe(2)
    expect(await notes.keep(evening, noor, 'ac', 1)).toBeNull()
    expect(await notes.keep(other, noor, 'too early', 3)).toBeNull()
    await notes.keep(other, noor, 'b', 0)
    await notes.keep(evening, tom, 'mine', 0)
    expect(await notes.of(evening, noor)).toEqual({ meeting: evening, text: 'ab', version: 2 })
    expect((await notes.ofPerson(noor)).map(({ text }) => text)).toEqual(['ab', 'b'])
    await notes.forget(noor)
    expect([await notes.ofPerson(noor), await notes.of(evening, tom)]).toMatchObject([[], { text: 'mine' }])
    const kept = await Promise.all(Array.from({ length: 20 }, (_, i) => notes.keep(evening, tom, `${i}`, 1)))
    expect(kept.filter((version) => version === 2)).toHaveLength(1)
  })
})

describe.each(everyStore)('the key of a calendar, %s', (_, aPlace) => {
  it('opens that of one person, until there is another one', async () => {
    const { calendarKeys: keys } = await (await aPlace())()
    expect([await keys.has(noor), await keys.personBy('first')]).toEqual([false, null])
    await keys.give(noor, 'first')
    await keys.give(tom, 'of tom')
    await keys.give(noor, 'second')
    expect(await Promise.all(['first', 'second', 'of tom'].map((key) => keys.personBy(key)))).toEqual([null, noor, tom])
    await expect(keys.give(tom, 'second')).rejects.toThrow()
    await keys.forget(noor)
    expect([await keys.has(noor), await keys.personBy('second'), await keys.has(tom)]).toEqual([false, null, true])
  })
})
