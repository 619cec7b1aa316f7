import { describe, expect, it } from 'vitest'
import type { Instant, PersonId } from '../ids.ts'
import {
  awayAfter,
  checkIn,
  isHere,
  lineOf,
  modeAt,
  thoseHere,
  timeHere,
  type Attendance,
  type AttendanceCommand,
  type AttendanceMode,
} from './attendance.ts'
import { begin, Evening, minutes, said } from './testing/an-evening.ts'

const ann = 'ann' as PersonId
const room: AttendanceCommand = { type: 'attendance:check-in', mode: 'room', roomCode: 'ZAAL12' }
const remote: AttendanceCommand = { type: 'attendance:check-in', mode: 'remote', roomCode: '' }
const correct = (person: string, mode: AttendanceMode | null): AttendanceCommand => ({
  type: 'attendance:correct',
  person: person as PersonId,
  mode,
})
const open = () => new Evening().opens()
const dropped = (evening: Evening, person = ann) => evening.happens(lineOf(evening.now.attendance, person, false))
const returned = (evening: Evening, person = ann) => evening.happens(lineOf(evening.now.attendance, person, true))
const stateOf = ({ now }: Evening, person = ann) => now.attendance.get(person)

describe('[ATTEND-1] somebody takes part from one place at a time', () => {
  it('from the hall, and then from home', () => {
    const evening = open().comes('ann').wait(30).comes('ann', 'remote').wait(10)
    expect(stateOf(evening)?.stays).toEqual([
      { from: begin, to: begin + minutes(30), mode: 'room' },
      { from: begin + minutes(30), to: null, mode: 'remote' },
    ])
    const at = (count: number) => modeAt(evening.now.attendance, ann, (begin + minutes(count)) as Instant)
    expect([-1, 0, 29, 30, 99].map(at)).toEqual([null, 'room', 'room', 'remote', 'remote'])
    const attendee = stateOf(evening) ?? { stays: [] }
    expect([undefined, 'room' as const, 'remote' as const].map((mode) => timeHere(attendee, evening.at, mode))).toEqual(
      [40, 30, 10].map(minutes),
    )
  })

  it('and nobody is counted before the meeting or after it', () => {
    expect(said(new Evening().asks('ann', room))).toBe('meeting-not-running')
    const evening = open().comes('ann').wait(5).closes()
    expect(stateOf(evening)).toMatchObject({ state: 'present', stays: [{ to: begin + minutes(5) }] })
    expect(said(evening.asks('bea', remote))).toBe('meeting-not-running')
  })
})

describe('[ATTEND-2] checking in', () => {
  it.each<[string, AttendanceCommand, string | readonly string[]]>([
    ['in the hall, with its code', room, ['attendance:checked-in']],
    ['with the code as people type it', { ...room, roomCode: ' zaal-12 ' }, ['attendance:checked-in']],
    ['with another code', { ...room, roomCode: 'ZAAL13' }, 'room-code-not-valid'],
    ['in the hall, without a code', { ...room, roomCode: '' }, 'room-code-not-valid'],
    ['at home', remote, ['attendance:checked-in']],
  ])('%s → %j', (_, command, expected) => {
    expect(said(open().asks('ann', command))).toEqual(expected)
  })

  it('twice is once', () => {
    expect(said(open().comes('ann').asks('ann', room))).toEqual([])
    expect(said(open().comes('ann', 'remote').asks('ann', remote))).toEqual([])
  })

  it('by those who take part: the group, its guests, officials; not a stranger, and not the auditor', () => {
    const may = ['ann', 'gast', 'chef', 'official', 'lead', 'stranger', 'otherChef', 'auditor'].filter(
      (id) => open().asks(id, remote).ok,
    )
    expect(may).toEqual(['ann', 'gast', 'chef', 'official', 'lead'])
  })

  it('by a guest at the meeting that the guest is for, and at no other', () => {
    const evening = open()
    evening.meeting = { ...evening.meeting, id: 'another' as never }
    expect(said(evening.asks('gast', remote))).toBe('not-your-theme-group')
  })

  it('again in the hall needs the code again after leaving, and not when only the line was gone', () => {
    const away = dropped(open().comes('ann'))
    expect(said(away.asks('ann', { ...room, roomCode: '' }))).toEqual(['attendance:checked-in'])
    const left = open().comes('ann')
    left.does('ann', { type: 'attendance:leave' })
    expect(said(left.asks('ann', { ...room, roomCode: '' }))).toBe('room-code-not-valid')
    const home = open().comes('ann', 'remote')
    expect(said(home.asks('ann', { ...room, roomCode: '' })), 'from home to the hall').toBe('room-code-not-valid')
  })

  it('needs a code that is good now', () => {
    expect(checkIn(new Map(), { mode: 'room', roomCode: 'ZAAL12' }, { person: ann, role: 'expert' }, [])).toMatchObject(
      { ok: false },
    )
  })
})

describe('[ATTEND-3] a line that is gone', () => {
  it('makes somebody away, which is not gone; and back when it is there again', () => {
    const evening = dropped(open().comes('ann', 'remote').wait(20)).wait(10)
    expect(stateOf(evening)?.state).toBe('away')
    expect(isHere(evening.now.attendance, ann)).toBe(false)
    expect(thoseHere(evening.now.attendance)).toEqual([])
    returned(evening).wait(5)
    expect(stateOf(evening)?.state).toBe('present')
    expect(timeHere(stateOf(evening) ?? { stays: [] }, evening.at)).toBe(minutes(25))
  })

  it('that is gone twice, or there twice, is once', () => {
    const evening = dropped(open().comes('ann'))
    expect(lineOf(evening.now.attendance, ann, false)).toEqual([])
    returned(evening)
    expect(lineOf(evening.now.attendance, ann, true)).toEqual([])
    expect(lineOf(new Map() as Attendance, ann, false), 'of somebody who never came').toEqual([])
  })

  it('says nothing about those who came without a device', () => {
    const evening = open()
    evening.does('chef', correct('ann', 'room'))
    expect(lineOf(evening.now.attendance, ann, false)).toEqual([])
  })

  it('says something about them once they use one: that is one stay, and needs no code', () => {
    const evening = open()
    evening.does('chef', correct('ann', 'room'))
    evening.wait(5)
    expect(said(evening.does('ann', { ...room, roomCode: '' }))).toEqual(['attendance:checked-in'])
    expect(stateOf(evening)).toMatchObject({ byLine: true, stays: [{ from: begin, to: null }] })
    expect(said(evening.asks('ann', room))).toEqual([])
    expect(lineOf(evening.now.attendance, ann, false)).toHaveLength(1)
  })

  it('does not bring back whoever left', () => {
    const evening = open().comes('ann')
    evening.does('ann', { type: 'attendance:leave' })
    expect(lineOf(evening.now.attendance, ann, true)).toEqual([])
  })

  it('is missed later in the hall than at home: a phone sleeps in a pocket for longer than a speech', () => {
    expect(awayAfter.room).toBeGreaterThan(minutes(30))
    expect(awayAfter.remote).toBe(minutes(1))
  })
})

describe('[ATTEND-4] the Chef corrects who is here', () => {
  it.each<[string, AttendanceCommand, string | readonly string[]]>([
    ['somebody without a phone', correct('ann', 'room'), ['attendance:checked-in']],
    ['somebody who is here so', correct('bea', 'room'), []],
    ['somebody who is at home after all', correct('bea', 'remote'), ['attendance:checked-in']],
    ['somebody who went', correct('bea', null), ['attendance:left']],
    ['somebody who never came', correct('ann', null), []],
    ['somebody of another group', correct('stranger', 'room'), 'person-not-found'],
    ['nobody', correct('nobody', 'room'), 'person-not-found'],
  ])('%s → %j', (_, command, expected) => {
    expect(said(open().comes('bea').asks('chef', command))).toEqual(expected)
  })

  it('and nobody else does', () => {
    expect(said(open().asks('ann', correct('bea', 'room')))).toBe('not-for-your-role')
  })

  it('on the record, as the Chef', () => {
    expect(open().asks('chef', correct('ann', 'room'))).toMatchObject({ value: [{ way: 'chef', role: 'expert' }] })
  })
})

describe('[ATTEND-5] whoever leaves', () => {
  it('twice is once; and before coming nothing', () => {
    const evening = open().comes('ann')
    expect(said(evening.does('ann', { type: 'attendance:leave' }))).toEqual(['attendance:left'])
    expect(said(evening.asks('ann', { type: 'attendance:leave' }))).toEqual([])
    expect(said(evening.asks('bea', { type: 'attendance:leave' }))).toEqual([])
  })

  it('has no hand up any more, nor the word', () => {
    const evening = open().comes('ann').comes('bea')
    for (const id of ['ann', 'bea'])
      evening.does(id, { type: 'speaker:raise', speaker: id as never, kind: 'normal', note: '', person: null })
    evening.does('chef', { type: 'speaker:call', speaker: null })
    expect(said(evening.does('ann', { type: 'attendance:leave' }))).toEqual(['speaker:ended', 'attendance:left'])
    expect(said(evening.does('chef', correct('bea', null)))).toEqual(['speaker:lowered', 'attendance:left'])
    expect(evening.now.queue.speakers.map(({ state }) => state)).toEqual(['done', 'withdrawn'])
  })

  it('can come back', () => {
    const evening = open().comes('ann').wait(5)
    evening.does('ann', { type: 'attendance:leave' })
    evening.wait(5).comes('ann').wait(5)
    expect(timeHere(stateOf(evening) ?? { stays: [] }, evening.at)).toBe(minutes(10))
  })
})
