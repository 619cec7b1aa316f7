import { describe, expect, it } from 'vitest'
import type { Instant, PersonId, QuestionId, SpeakerId } from '../ids.ts'
import type { AttendanceMode } from './attendance.ts'
import type { Evening as AnEvening } from './testing/an-evening.ts'
import { parityOf, type Parity, type ParityCounts } from './parity.ts'
import { begin, Evening, minutes } from './testing/an-evening.ts'

const hall = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as string[] as PersonId[]
const home = ['t1', 't2', 't3', 't4', 't5'] as string[] as PersonId[]

/** Everybody comes at once, and it lasts an hour. */
const evening = (inHall = hall, atHome = home) => {
  const all = new Evening().opens()
  const come = (mode: AttendanceMode) => (person: PersonId) =>
    ({ type: 'attendance:checked-in', person, role: 'expert', mode, way: 'login' }) as const
  return all.happens([...inHall.map(come('room')), ...atHome.map(come('remote'))])
}
const speaks = (all: AnEvening, person: PersonId, mode: AttendanceMode, count: number) => {
  const speaker = `${person} ${all.log.length}` as SpeakerId
  all.happens([
    { type: 'speaker:raised', speaker, person, kind: 'normal', mode, note: '', item: null },
    { type: 'speaker:called', speaker },
  ])
  return all.wait(count).happens([{ type: 'speaker:ended', speaker }])
}
const asks = (all: AnEvening, person: PersonId | null) =>
  all.happens([
    { type: 'question:asked', question: `${all.log.length}` as QuestionId, kind: 'question', text: 'Hoe?', person },
  ])
const of = (all: AnEvening, counts: Partial<ParityCounts> = {}): Parity =>
  parityOf(all.now, { edits: [], ballots: [], ...counts }, all.at)
const at = (count: number) => (begin + minutes(count)) as Instant

describe('[PARITY-1] what people in the hall and at home had of it', () => {
  it('the time that they were there, in all and each', () => {
    const { room, remote } = of(evening().wait(60))
    expect([room.people, room.total.present, room.each.present]).toEqual([6, minutes(360), minutes(60)])
    expect([remote.people, remote.total.present, remote.each.present]).toEqual([5, minutes(300), minutes(60)])
  })

  it('how long and how often they had the word', () => {
    const all = evening()
    speaks(
      speaks(speaks(all, hall[0] as PersonId, 'room', 3), hall[1] as PersonId, 'room', 3),
      home[0] as PersonId,
      'remote',
      5,
    )
    const { room, remote } = of(all)
    expect([room.total.speaking, room.total.turns, room.each.speaking]).toEqual([minutes(6), 2, minutes(1)])
    expect([remote.total.speaking, remote.total.turns, remote.each.speaking]).toEqual([minutes(5), 1, minutes(1)])
  })

  it('a turn that was interrupted is one turn, and the interruption takes no time of it', () => {
    const all = evening()
    const speaker = 's' as SpeakerId
    const person = hall[0] as PersonId
    all.happens([
      { type: 'speaker:raised', speaker, person, kind: 'normal', mode: 'room', note: '', item: null },
      { type: 'speaker:called', speaker },
    ])
    all.wait(2).pauses().wait(15).resumes().wait(1).closes()
    expect(of(all).room.total).toMatchObject({ turns: 1, speaking: minutes(3) })
  })

  it('what they wrote, by where they were then', () => {
    const all = evening().wait(10)
    const mover = hall[0] as PersonId
    all
      .happens([{ type: 'attendance:checked-in', person: mover, role: 'expert', mode: 'remote', way: 'login' }])
      .wait(50)
    const edit = (person: PersonId, count: number) => ({ person, at: at(count) })
    const edits = [edit(mover, 5), edit(mover, 15), edit(mover, 20), edit(home[0] as PersonId, 1)]
    const parity = of(all, { edits })
    expect([parity.room.total.edits, parity.remote.total.edits]).toEqual([1, 3])
    expect([parity.room.people, parity.remote.people], 'who was in both places').toEqual([6, 6])
  })

  it('in how many polls they voted, and what they asked; an unsigned question comes from nowhere', () => {
    const all = asks(asks(asks(evening(), hall[0] as PersonId), home[0] as PersonId), null)
    const ballots = [
      ...hall.map((person) => ({ person, mode: 'room' as const })),
      ...home.slice(0, 3).map((person) => ({ person, mode: 'remote' as const })),
    ]
    const { room, remote, elsewhere, unsigned } = of(all, { ballots })
    expect([room.total.ballots, remote.total.ballots, elsewhere.ballots]).toEqual([6, 3, 0])
    expect([room.total.questions, remote.total.questions, unsigned]).toEqual([1, 1, 1])
    expect(remote.each.ballots).toBeCloseTo(0.6)
  })

  it('and not who leads or advises', () => {
    const all = evening().comes('chef')
    speaks(asks(all, 'chef' as PersonId), 'chef' as PersonId, 'room', 30)
    expect(of(all, { edits: [{ person: 'chef' as PersonId, at: at(1) }] }).room).toMatchObject({
      people: 6,
      total: { speaking: 0, turns: 0, questions: 0, edits: 0 },
    })
  })
})

describe('[PARITY-2] of fewer than five people', () => {
  it('nothing is told but how many they are', () => {
    const all = speaks(evening(hall, home.slice(0, 4)), home[0] as PersonId, 'remote', 5)
    const { room, remote } = of(all)
    expect(remote.people).toBe(4)
    expect(new Set([...Object.values(remote.total), ...Object.values(remote.each)])).toEqual(new Set(['few']))
    expect(room.total.present).toBe(minutes(30))
  })

  it('nor how many voted elsewhere: how many did in all is known', () => {
    const ballots = hall.map((person) => ({ person, mode: 'room' as const }))
    const { room, remote, elsewhere } = of(evening(hall, home.slice(0, 4)), { ballots })
    expect([room.total.ballots, remote.total.ballots, elsewhere.ballots]).toEqual(['few', 'few', 0])
    const one = { person: 'away' as PersonId, mode: null }
    const { room: inHall, elsewhere: away } = of(evening(), { ballots: [...ballots, one] })
    expect([inHall.total.ballots, away.ballots]).toEqual(['few', 'few'])
  })

  it('nobody is told as nobody', () => {
    const { remote } = of(evening(hall, []).wait(10))
    expect(remote).toMatchObject({ people: 0, total: { present: 0, ballots: 0 }, each: { present: 0 } })
  })

  it('who wrote without being there is not told either, but by many', () => {
    const edits = [{ person: 'away' as PersonId, at: at(1) }]
    expect(of(evening(), { edits }).elsewhere.edits).toBe('few')
    const many = home.map((person) => ({ person, at: at(1) }))
    expect(of(evening(hall, []), { edits: many }).elsewhere.edits).toBe(5)
    expect(of(evening()).elsewhere.edits).toBe(0)
  })
})
