import { describe, expect, it } from 'vitest'
import { changeVisit, endVisit, guestSeatAt, takesPart, type GuestCommand, type Visit } from './admission.ts'
import type { AdmissionId, DialogueId, Instant, MeetingId, PersonId, ThemeId } from '../ids.ts'
import { admissionStates, meetingStates, type AdmissionState, type Meeting } from './meeting.ts'
import { roles, type Actor, type Person, type Role, type Seat } from '../people.ts'
import type { Refusal } from '../result.ts'

const sport = 'sport' as ThemeId
const care = 'care' as ThemeId
const meeting: Meeting = {
  id: 'evening' as MeetingId,
  dialogue: 'dialogue' as DialogueId,
  theme: sport,
  kind: 'green1',
  title: 'Eerste avond',
  place: '',
  remoteLink: '',
  startsAt: 0 as Instant,
  endsAt: 1 as Instant,
  state: 'open',
  code: 'CDFHJK',
  roomKey: null,
  version: 0,
  cancelReason: '',
}
const by = (role: Role, theme: ThemeId | null = sport): Actor => ({
  person: 'anna' as PersonId,
  name: '',
  seat: { role, theme },
})
const guestSeat = (writes = false): Seat => ({ role: 'guest', theme: sport, guest: { meeting: meeting.id, writes } })
const els = (...seats: readonly Seat[]): Person => ({ id: 'els' as PersonId, name: 'Els', background: '', seats })
const visit = (state: AdmissionState, { writes = false, others = [] as readonly Seat[] } = {}): Visit => ({
  admission: {
    id: 'admission' as AdmissionId,
    meeting: meeting.id,
    person: 'els' as PersonId,
    state,
    writes,
    askedAt: 0 as Instant,
  },
  person: els(...others, ...(state === 'admitted' ? [guestSeat(writes)] : [])),
})
const says = (from: Visit, command: GuestCommand, { at = meeting, actor = by('chef') } = {}) =>
  changeVisit(at, from, command, 'green', actor)
const no = (code: Refusal['code']) => ({ ok: false, refusal: { code } })
const commands: readonly GuestCommand[] = [
  { type: 'guest:admit' },
  { type: 'guest:refuse' },
  { type: 'guest:write', writes: true },
  { type: 'guest:remove' },
]
/** The state somebody is in afterwards; `so`: as before, nothing happens; or why not. */
const outcome = (from: Visit, command: GuestCommand): string => {
  const said = says(from, command)
  return said.ok ? (said.value?.admission.state ?? 'so') : said.refusal.code
}

describe('[GUEST-4] a Chef says about somebody who is', () => {
  it.each<[AdmissionState, admit: string, refuse: string, write: string, remove: string]>([
    ['waiting', 'admitted', 'refused', 'guest-not-found', 'guest-not-found'],
    ['admitted', 'so', 'guest-not-found', 'admitted', 'ended'],
    ['refused', 'admitted', 'so', 'guest-not-found', 'guest-not-found'],
    ['ended', 'admitted', 'guest-not-found', 'guest-not-found', 'so'],
  ])('%s: come in → %s, no → %s, write → %s, go → %s', (state, ...expected) => {
    expect(commands.map((command) => outcome(visit(state), command))).toEqual(expected)
  })

  it('in: then they have a seat at this meeting, and do not write yet', () => {
    expect(says(visit('waiting'), { type: 'guest:admit' })).toMatchObject({
      value: { admission: { state: 'admitted', writes: false }, person: els(guestSeat(false)), fact: null },
    })
  })

  it('may write: the seat says so, and the books have to know', () => {
    expect(says(visit('admitted'), { type: 'guest:write', writes: true })).toMatchObject({
      value: {
        admission: { writes: true },
        person: els(guestSeat(true)),
        fact: { type: 'guest:allowed', person: 'els', writes: true },
      },
    })
    expect(says(visit('admitted'), { type: 'guest:write', writes: false })).toEqual({ ok: true, value: null })
  })

  it('removed: then nothing is left but their other seats', () => {
    const expert: Seat = { role: 'expert', theme: care }
    expect(says(visit('admitted', { writes: true, others: [expert] }), { type: 'guest:remove' })).toMatchObject({
      value: {
        admission: { state: 'ended', writes: false },
        person: els(expert),
        fact: { type: 'seat:ended', person: 'els' },
      },
    })
  })

  it('nothing about somebody at another meeting, or who is somebody else', () => {
    const from = visit('waiting')
    const elsewhere = { ...from, admission: { ...from.admission, meeting: 'other' as MeetingId } }
    expect(says(elsewhere, { type: 'guest:admit' })).toEqual(no('guest-not-found'))
    const other = { ...from, person: { ...els(), id: 'bram' as PersonId } }
    expect(says(other, { type: 'guest:admit' })).toEqual(no('guest-not-found'))
  })

  it.each(meetingStates)('anything while the meeting is %s', (state) => {
    const said = says(visit('waiting'), { type: 'guest:admit' }, { at: { ...meeting, state } })
    if (state === 'open' || state === 'paused') expect(said.ok).toBe(true)
    else expect(said).toEqual(no('meeting-not-open'))
  })

  it('as the Chef of the theme, and in no other seat', () => {
    const heard = (role: Role) => commands.some((command) => says(visit('waiting'), command, { actor: by(role) }).ok)
    expect(roles.filter(heard)).toEqual(['chef'])
    expect(says(visit('waiting'), { type: 'guest:admit' }, { actor: by('chef', care) })).toEqual(
      no('not-your-theme-group'),
    )
    const own = { ...by('guest'), person: 'els' as PersonId, seat: guestSeat(true) }
    expect(says(visit('waiting'), { type: 'guest:admit' }, { actor: own })).toMatchObject(no('not-for-your-role'))
  })
})

describe('[GUEST-2] whoever takes part in the theme already is no guest', () => {
  it.each(roles.filter((role) => role !== 'guest'))('%s', (role) => {
    const may = ['expert', 'chef', 'civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor'].includes(role)
    const own = els({ role, theme: role === 'expert' || role === 'chef' ? sport : null })
    expect(takesPart(own, meeting, 'green')).toBe(may)
    const admitted = says({ ...visit('waiting'), person: own }, { type: 'guest:admit' })
    if (may) expect(admitted).toEqual(no('seat-already-held'))
    else expect(admitted.ok).toBe(true)
  })

  it('an expert of another theme is one, beside the own seat', () => {
    const expert: Seat = { role: 'expert', theme: care }
    expect(takesPart(els(expert), meeting, 'green')).toBe(false)
    expect(says(visit('waiting', { others: [expert] }), { type: 'guest:admit' })).toMatchObject({
      value: { person: els(expert, guestSeat()) },
    })
  })

  it('a guest is one still', () => {
    expect(takesPart(els(guestSeat()), meeting, 'green')).toBe(false)
    expect(guestSeatAt(els(guestSeat(true)), meeting.id)).toEqual(guestSeat(true))
    expect(guestSeatAt(els(guestSeat(true)), 'other' as MeetingId)).toBeNull()
  })
})

describe('[GUEST-6] when the meeting is over', () => {
  it.each(admissionStates)('a visit that was %s has ended', (state) => {
    const expert: Seat = { role: 'expert', theme: care }
    const { admission, person } = endVisit(visit(state, { others: [expert] }))
    expect([admission.state, admission.writes, person.seats]).toEqual(['ended', false, [expert]])
  })

  it('the seat at another meeting stays', () => {
    const other: Seat = { role: 'guest', theme: care, guest: { meeting: 'other' as MeetingId, writes: true } }
    expect(endVisit(visit('admitted', { others: [other] })).person.seats).toEqual([other])
  })
})
