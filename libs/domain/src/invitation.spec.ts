import { describe, expect, it } from 'vitest'
import type { DialogueId, Instant, InvitationId, PersonId, ThemeId } from './ids.ts'
import {
  canNow,
  invitationActs,
  invitationLasts,
  invitationStandings,
  invitersSeat,
  isInvited,
  mayAnswer,
  mayChangeInvitation,
  mayInvite,
  realName,
  realNameMax,
  rolesToInvite,
  seatProblem,
  standingOf,
  type Invitation,
  type InvitationAct,
  type InvitationStanding,
} from './invitation.ts'
import { roles, type Actor, type Role } from './people.ts'

const sport = 'sport' as ThemeId
const care = 'care' as ThemeId
const now = 1_301_680_800_000 as Instant
const inTime = (now + invitationLasts) as Instant

const by = (role: Role, theme: ThemeId | null = null): Actor => ({
  person: 'marit' as PersonId,
  name: 'Marit',
  seat: { role, theme },
})

const invitation: Invitation = {
  id: 'one' as InvitationId,
  dialogue: 'dialogue' as DialogueId,
  theme: sport,
  role: 'expert',
  email: 'els@voorbeeld.example',
  name: 'Els',
  language: 'nl',
  letter: '',
  by: 'marit' as PersonId,
  state: 'queued',
  createdAt: now,
  sentAt: null,
  sends: 0,
  expiresAt: inTime,
  answeredAt: null,
  person: null,
}

/** An invitation that stands so at `now`. */
const standing = (wish: InvitationStanding): Invitation =>
  wish === 'expired' ? { ...invitation, state: 'sent', expiresAt: now } : { ...invitation, state: wish }

describe('[INVITE-1] people are invited', () => {
  const green = { phase: 'green' } as const

  it('by a Chef: experts into the own theme group', () => {
    expect(rolesToInvite(by('chef', sport), sport, green)).toEqual(['expert'])
    expect(rolesToInvite(by('chef', sport), care, green)).toEqual([])
    expect(rolesToInvite(by('chef', sport), null, green)).toEqual([])
    expect(mayInvite(by('chef', sport), { role: 'expert', theme: care }, green)).toMatchObject({
      refusal: { code: 'not-your-theme-group' },
    })
    expect(mayInvite(by('chef', sport), { role: 'administrator', theme: sport }, green)).toMatchObject({
      refusal: { code: 'not-for-your-role' },
    })
  })

  it('by the lead and the administrator: into every role they may give, in the place where it is', () => {
    expect(rolesToInvite(by('lead'), sport, green)).toEqual(['expert', 'chef'])
    expect(rolesToInvite(by('lead'), null, green)).toEqual([
      'civilServant',
      'financialAdviser',
      'clerk',
      'college',
      'councillor',
    ])
    expect(new Set([sport, null].flatMap((theme) => rolesToInvite(by('administrator'), theme, green)))).toEqual(
      new Set(roles.filter((role) => role !== 'guest')),
    )
    expect(mayInvite(by('lead'), { role: 'expert', theme: null }, green)).toMatchObject({
      refusal: { code: 'seat-not-found' },
    })
  })

  it('by nobody else, and by nobody in the archive', () => {
    for (const role of roles)
      for (const theme of [sport, null])
        if (role !== 'chef' && role !== 'lead' && role !== 'administrator')
          expect(rolesToInvite(by(role, sport), theme, green), role).toEqual([])
    expect(rolesToInvite(null, sport, green)).toEqual([])
    for (const inviter of [by('chef', sport), by('lead'), by('administrator')])
      expect(rolesToInvite(inviter, sport, { phase: 'archived' })).toEqual([])
  })
})

describe('[INVITE-4] an invitation', () => {
  /** What may be done when it stands so; all else may not. */
  const table: { readonly [Standing in InvitationStanding]: readonly InvitationAct[] } = {
    queued: ['withdraw', 'answer'],
    sent: ['resend', 'withdraw', 'bounce', 'answer'],
    bounced: ['resend', 'correct', 'withdraw'],
    accepted: [],
    declined: [],
    withdrawn: [],
    expired: ['resend', 'withdraw', 'bounce'],
  }
  const acts = Object.keys(invitationActs) as InvitationAct[]

  it.each(invitationStandings)('that is %s can be acted upon so, and in no other way', (wish) => {
    expect(acts.filter((act) => canNow(act, standing(wish), now))).toEqual(table[wish])
  })

  it('expires when it was sent and its time is over, and in no other state', () => {
    expect(standingOf({ state: 'sent', expiresAt: inTime }, (inTime - 1) as Instant)).toBe('sent')
    expect(standingOf({ state: 'sent', expiresAt: inTime }, inTime)).toBe('expired')
    for (const state of ['queued', 'bounced', 'accepted', 'declined', 'withdrawn'] as const)
      expect(standingOf({ state, expiresAt: inTime }, inTime)).toBe(state)
  })

  it.each(['resend', 'correct', 'withdraw', 'bounce'] as const)(
    'has its %s by who may invite for that seat only',
    (act) => {
      const it = standing(invitationActs[act][0])
      const place = { phase: 'green', now } as const
      const may = (actor: Actor | null) => mayChangeInvitation(act, it, actor, place)
      for (const actor of [by('chef', sport), by('lead'), by('administrator')]) expect(may(actor).ok).toBe(true)
      expect(may(by('chef', care))).toMatchObject({ refusal: { code: 'not-your-theme-group' } })
      expect(may(by('auditor'))).toMatchObject({ refusal: { code: 'not-for-your-role' } })
      expect(may(null)).toMatchObject({ refusal: { code: 'not-signed-in' } })
      expect(mayChangeInvitation(act, { ...it, role: 'chef' }, by('chef', sport), place)).toMatchObject({
        refusal: { code: 'not-for-your-role' },
      })
      for (const other of [standing('accepted'), { ...it, email: '' }])
        expect(mayChangeInvitation(act, other, by('lead'), place)).toMatchObject({
          refusal: { code: 'invitation-changed' },
        })
    },
  )
})

describe('[INVITE-7] a letter is answered', () => {
  it.each<[InvitationStanding, string | null]>([
    ['queued', null],
    ['sent', null],
    ['bounced', 'invitation-changed'],
    ['accepted', 'invitation-changed'],
    ['declined', 'invitation-changed'],
    ['withdrawn', 'invitation-changed'],
    ['expired', 'link-not-valid'],
  ])('when it is %s: %s', (wish, code) => {
    expect(mayAnswer(standing(wish), { phase: 'green', now })).toMatchObject(
      code ? { ok: false, refusal: { code } } : { ok: true },
    )
  })

  it('and never in the archive', () => {
    expect(mayAnswer(standing('sent'), { phase: 'archived', now })).toMatchObject({
      refusal: { code: 'not-in-this-phase' },
    })
  })
})

describe('[INVITE-3] somebody', () => {
  const seat = { role: 'expert', theme: sport } as const
  const invited = (wish: InvitationStanding, email = invitation.email) => isInvited([standing(wish)], email, seat, now)

  it('has an invitation for this seat while it is open', () => {
    expect(invitationStandings.filter((wish) => invited(wish))).toEqual(['queued', 'sent', 'bounced'])
    expect(invited('sent', 'jan@voorbeeld.example')).toBe(false)
    expect(isInvited([standing('sent')], invitation.email, { ...seat, theme: care }, now)).toBe(false)
    expect(isInvited([standing('sent')], invitation.email, seat, now, invitation.id), 'beside this one').toBe(false)
  })

  it('who is known is asked of the rules about seats; who is not known can get any', () => {
    const person = { id: 'els' as PersonId, name: 'Els', background: '', seats: [seat] }
    expect(seatProblem(null, seat)).toBeNull()
    expect(seatProblem({ ...person, seats: [] }, seat)).toBeNull()
    expect(seatProblem(person, seat)).toBe('seat-already-held')
    expect(seatProblem(person, { role: 'expert', theme: care })).toBe('one-theme-group')
    expect(seatProblem(person, { role: 'chef', theme: sport })).toBe('roles-do-not-go-together')
  })
})

describe('[INVITE-5] the letter says from which seat somebody invites', () => {
  const inviter = (...seats: Actor['seat'][]) => ({ seats })

  it('the one from which they may, and none that they do not hold', () => {
    const [expert, chef] = [by('expert', care).seat, by('chef', sport).seat]
    expect(invitersSeat(inviter(expert, chef), invitation)).toEqual(chef)
    expect(invitersSeat(inviter(expert, by('lead').seat), invitation)).toEqual(by('lead').seat)
    expect(invitersSeat(inviter(expert, by('chef', care).seat), invitation)).toBeNull()
    expect(invitersSeat(inviter(), invitation)).toBeNull()
  })
})

describe('a real name', () => {
  it('is one line of what can be seen', () => {
    expect(realName('  Els\u202E van\r\n Dijk\u0000 ')).toEqual({ ok: true, value: 'Els van Dijk' })
    expect(realName(' \u200B ')).toMatchObject({ refusal: { code: 'name-empty' } })
    expect(realName('e'.repeat(realNameMax)).ok).toBe(true)
    expect(realName('e'.repeat(realNameMax + 1))).toMatchObject({ refusal: { code: 'name-too-long' } })
  })
})
