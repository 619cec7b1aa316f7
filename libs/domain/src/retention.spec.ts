import { describe, expect, it } from 'vitest'
import type { DialogueId, Instant, InvitationId, MeetingId, PersonId, ThemeId } from './ids.ts'
import type { Invitation } from './invitation.ts'
import type { AdmissionState } from './meeting/meeting.ts'
import type { Seat } from './people.ts'
import { invitationsToForget, isGuestOver, isOver, type MaybeGuest, type Retained } from './retention.ts'

const day = 24 * 60 * 60 * 1000
const at = (days: number): Instant => (1_301_680_800_000 + days * day) as Instant
const sport = 'sport' as ThemeId

describe('[PRIVACY-7] what goes by itself', () => {
  it.each<[Retained, number]>([
    ['login', 0],
    ['ticket', 0],
    ['invitation', 30],
    ['guest', 30],
    ['contact', 365],
  ])('%s: after %i days, not a moment before', (kind, days) => {
    expect(isOver(kind, at(0), (at(days) - 1) as Instant)).toBe(false)
    expect(isOver(kind, at(0), at(days))).toBe(true)
  })
})

describe('[PRIVACY-7] an invitation', () => {
  const invitation: Invitation = {
    id: 'invitation' as InvitationId,
    dialogue: 'dialogue' as DialogueId,
    theme: sport,
    role: 'expert',
    email: 'tom@voorbeeld.example',
    name: 'Tom',
    language: 'nl',
    letter: '',
    by: 'anna' as PersonId,
    state: 'sent',
    createdAt: at(0),
    sentAt: at(0),
    sends: 1,
    expiresAt: at(21),
    answeredAt: null,
    person: null,
  }
  const goes = (change: Partial<Invitation>, now: number) =>
    invitationsToForget([{ ...invitation, ...change }], at(now)).length > 0

  it.each<[string, Partial<Invitation>, number]>([
    ['that nobody answered, after it has expired', {}, 51],
    ['that did not arrive', { state: 'bounced' }, 51],
    ['that was never sent', { state: 'queued', sentAt: null }, 51],
    ['that was accepted', { state: 'accepted', answeredAt: at(3), person: 'tom' as PersonId }, 33],
    ['that was declined', { state: 'declined', answeredAt: at(4) }, 34],
    ['that was withdrawn', { state: 'withdrawn', answeredAt: at(5) }, 35],
    ['that was withdrawn, when nobody noted the moment', { state: 'withdrawn' }, 51],
  ])('%s', (_, change, days) => {
    expect(goes(change, days - 1)).toBe(false)
    expect(goes(change, days)).toBe(true)
  })

  it('goes once', () => {
    expect(goes({ name: '', email: '', letter: '' }, 400)).toBe(false)
  })
})

describe('[PRIVACY-7] the name of a guest', () => {
  const seat = (role: Seat['role'], theme: ThemeId | null = sport): Seat => ({ role, theme })
  const visit = (ends: number, { asked = ends - 1, state = 'ended' as AdmissionState } = {}) => ({
    admission: {
      id: 'admission' as never,
      meeting: 'meeting' as MeetingId,
      person: 'gijs' as PersonId,
      state,
      writes: false,
      askedAt: at(asked),
    },
    meeting: { endsAt: at(ends) },
  })
  const guest = (change: Partial<MaybeGuest> = {}, ...seats: Seat[]): MaybeGuest => ({
    person: { id: 'gijs' as PersonId, name: 'Gijs', background: '', seats },
    hasContact: false,
    participates: false,
    visits: [visit(10)],
    ...change,
  })

  it.each<[string, MaybeGuest, number]>([
    ['who was there once', guest(), 40],
    ['who came twice, after the last time', guest({ visits: [visit(20), visit(10)] }), 50],
    ['who was never let in', guest({ visits: [visit(10, { state: 'refused' })] }), 40],
    ['who came when it ran late', guest({ visits: [visit(10, { asked: 11 })] }), 41],
    ['who still has the seat of that evening', guest({}, seat('guest')), 40],
  ])('%s', (_, who, days) => {
    expect(isGuestOver(who, at(days - 1))).toBe(false)
    expect(isGuestOver(who, at(days))).toBe(true)
  })

  it.each<[string, MaybeGuest]>([
    ['who was invited meanwhile', guest({ hasContact: true })],
    ['who takes part, and whose address has gone since', guest({ participates: true })],
    ['who got another seat', guest({}, seat('expert'))],
    ['who never asked for a meeting', guest({ visits: [] })],
  ])('stays of somebody %s', (_, who) => {
    expect(isGuestOver(who, at(4_000))).toBe(false)
  })
})
