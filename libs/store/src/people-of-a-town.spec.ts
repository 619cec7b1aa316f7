import {
  checkChain,
  type Admission,
  type ChainedEvent,
  type Instant,
  type MeetingId,
  type NewEvent,
  type PasskeyId,
  type Person,
  type PersonId,
  type ThemeId,
} from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { eventHash } from './sql/event-chains.ts'
import { invitation, meeting, sportBook } from './testing/an-installation.ts'
import { everyStore } from './testing/every-store.ts'

const now = 1_301_680_800_000 as Instant
const later = (ms: number) => (now + ms) as Instant
const person = (id: string): Person => ({ id: id as PersonId, name: id, background: '', seats: [] })
const [noor, tom] = [person('noor'), person('tom')]
const contact = { person: noor.id, realName: 'Noor Vermeer', email: 'noor@voorbeeld.nl', language: 'nl' } as const

describe.each(everyStore)('who somebody is, %s', (_, aPlace) => {
  it('is kept apart from the person, and can be forgotten', async () => {
    const { contacts, identities, consents, passkeys } = await (await aPlace())()
    expect(await contacts.save(contact)).toBe(true)
    expect(await contacts.save({ ...contact, realName: 'Noor de Vries' })).toBe(true)
    expect(await contacts.byEmail('noor@voorbeeld.nl')).toEqual({ ...contact, realName: 'Noor de Vries' })
    expect(await contacts.save({ ...contact, person: tom.id }), 'an address is of one person').toBe(false)
    expect(await contacts.of(tom.id)).toBeNull()
    expect(await contacts.save({ ...contact, person: tom.id, email: null })).toBe(true)
    const identity = { issuer: 'https://inloggen.voorbeeld.nl', subject: '17', person: noor.id }
    expect([await identities.add(identity), await identities.add({ ...identity, person: tom.id })]).toEqual([
      true,
      false,
    ])
    expect(await identities.find(identity.issuer, '17')).toEqual(identity)
    expect(await identities.find('https://elders.nl', '17')).toBeNull()
    const passkey = {
      id: 'cGFzcw' as PasskeyId,
      person: noor.id,
      publicKey: Uint8Array.of(0, 255, 7),
      counter: 1,
      transports: ['internal'],
      name: 'Telefoon',
      createdAt: now,
      usedAt: null,
    }
    expect([await passkeys.add(passkey), await passkeys.add({ ...passkey, person: tom.id })]).toEqual([true, false])
    await passkeys.used(passkey.id, 2, later(5))
    expect(await passkeys.find(passkey.id)).toEqual({ ...passkey, counter: 2, usedAt: later(5) })
    expect(await passkeys.remove(passkey.id, tom.id), 'nobody takes away that of somebody else').toBe(false)
    const consent = { person: noor.id, text: 'participation', version: 1, at: now } as const
    await consents.give(consent)
    await consents.give({ ...consent, at: later(1) })
    expect(await consents.of(noor.id)).toEqual([consent])

    for (const each of [contacts, identities, passkeys, consents]) await each.forget(noor.id)
    expect([await contacts.of(noor.id), await identities.of(noor.id)]).toEqual([null, []])
    expect([await passkeys.of(noor.id), await consents.of(noor.id)]).toEqual([[], []])
    expect((await contacts.all()).map((each) => each.person)).toEqual([tom.id])
  })

  it('is a pseudonym once erased, with the seats gone', async () => {
    const { people } = await (await aPlace())()
    const guest = { meeting: 'avond' as MeetingId, writes: true }
    const seats = [{ role: 'guest', theme: 'sport' as ThemeId, guest }] as const
    await people.save({ ...noor, seats })
    await people.save(tom)
    expect(await people.find(noor.id)).toEqual({ ...noor, seats })
    await people.erase(noor.id, 'Oud-deelnemer 1', now)
    expect(await people.all()).toEqual([{ ...noor, name: 'Oud-deelnemer 1', seats: [] }, tom])
    expect(await people.erased()).toEqual([noor.id])
  })
})

describe.each(everyStore)('a ticket, %s', (_, aPlace) => {
  it('is good for one use, of its kind, in its time', async () => {
    const { tickets } = await (await aPlace())()
    const ticket = (hash: string) => ({
      hash,
      kind: 'link',
      person: noor.id,
      content: { next: '/thema/sport' },
      expiresAt: later(1000),
    })
    for (const hash of ['a', 'b', 'c', 'd', 'e']) await tickets.issue(ticket(hash))
    const taken = await Promise.all(Array.from({ length: 20 }, () => tickets.take('a', 'link', now)))
    expect(taken.filter((each) => each !== null)).toEqual([ticket('a')])
    expect(await tickets.take('b', 'oidc', now)).toBeNull()
    expect(await tickets.take('b', 'link', later(999))).toEqual(ticket('b'))
    expect(await tickets.take('c', 'link', later(1000)), 'too late').toBeNull()
    expect(await tickets.endOf(noor.id, 'oidc')).toBe(0)
    expect(await tickets.endOf(noor.id)).toBe(2)
    await tickets.issue(ticket('f'))
    expect(await tickets.endExpired(later(1000))).toBe(1)
  })
})

describe.each(everyStore)('an invitation, %s', (_, aPlace) => {
  it('waits to be sent, is found by its letter, and is answered once', async () => {
    const { invitations } = await (await aPlace())()
    await invitations.add(invitation, 'first')
    await invitations.add({ ...invitation, id: 'other' as typeof invitation.id, createdAt: later(1) }, 'other')
    expect((await invitations.queued(1)).map(({ id }) => id)).toEqual(['invitation'])
    const sent = { state: 'sent', sentAt: later(5), sends: 1, tokenHash: 'second' } as const
    expect(await invitations.change(invitation.id, ['queued'], sent)).toBe(true)
    expect(await invitations.byToken('first'), 'an older letter').toBeNull()
    expect(await invitations.byToken('second')).toEqual({ ...invitation, state: 'sent', sentAt: later(5), sends: 1 })
    const answers = await Promise.all(
      (['accepted', 'declined'] as const).map((state) =>
        invitations.change(invitation.id, ['sent'], { state, answeredAt: later(9), person: tom.id }),
      ),
    )
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect((await invitations.of(invitation.dialogue)).map(({ id }) => id)).toEqual(['other', 'invitation'])
    await invitations.forget([invitation.id])
    expect(await invitations.find(invitation.id)).toMatchObject({ name: '', email: '', letter: '', person: tom.id })
  })
})

describe.each(everyStore)('a meeting, %s', (_, aPlace) => {
  it('is changed by one at a time, and has its code for itself while it is open', async () => {
    const { meetings } = await (await aPlace())()
    await meetings.add(meeting)
    const second = { ...meeting, id: 'second' as MeetingId, startsAt: later(-1) }
    await meetings.add(second)
    expect((await meetings.of(meeting.dialogue)).map(({ id }) => id)).toEqual(['second', 'meeting'])
    const open = { ...meeting, state: 'open', code: 'CDFHJK', version: 2 } as const
    expect(await meetings.change(meeting, open)).toBe(true)
    expect(await meetings.change(meeting, open), 'no longer as it was').toBe(false)
    expect(await meetings.change(second, { ...second, state: 'open', code: 'CDFHJK' }), 'a code that is taken').toBe(
      false,
    )
    expect(await meetings.byCode('CDFHJK')).toEqual(open)
    expect(await meetings.change(open, { ...open, state: 'closed', code: null })).toBe(true)
    expect(await meetings.byCode('CDFHJK')).toBeNull()
    expect(await meetings.find(meeting.id)).toMatchObject({ state: 'closed', version: 2 })
  })

  it('has each guest once, and the Chef decides once', async () => {
    const { admissions } = await (await aPlace())()
    const asks = (id: string) => ({
      id: id as Admission['id'],
      meeting: meeting.id,
      person: tom.id,
      state: 'waiting' as const,
      writes: false,
      askedAt: now,
    })
    const asked = await Promise.all(['a', 'b', 'c'].map((id) => admissions.ask(asks(id))))
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
    const { id } = asked[0] as Admission
    const decided = await Promise.all(
      (['admitted', 'refused'] as const).map((state) => admissions.change(id, 'waiting', { state })),
    )
    expect(decided.filter(Boolean)).toHaveLength(1)
    const [admission] = await admissions.of(meeting.id)
    expect(await admissions.change(id, admission?.state ?? 'waiting', { writes: true })).toBe(true)
    expect(await admissions.ofPerson(tom.id)).toEqual([{ ...admission, writes: true }])
  })
})

describe.each(everyStore)('[RECORD-1] the chain of events, %s', (_, aPlace) => {
  const event = (i: number): NewEvent => ({
    at: later(i),
    actor: i % 3 === 0 ? null : noor.id,
    role: i % 3 === 0 ? null : 'chef',
    theme: 'sport' as ThemeId,
    type: i % 2 === 0 ? 'section:lock' : 'section:unlock',
    subject: `section-${i}`,
    details: { seq: i, book: 'sport', open: i % 2 === 0, nothing: null },
  })
  const fault = (events: readonly ChainedEvent[]) => checkChain('d', events, null, eventHash).fault

  it('is one chain, whoever adds to it at the same moment', async () => {
    const { events } = await (await aPlace())()
    await Promise.all(Array.from({ length: 12 }, (_, i) => events.append('d', [event(2 * i), event(2 * i + 1)])))
    await events.append('another', [event(99)])
    const all = await events.read('d', { after: 0, limit: 100 })
    expect(all).toHaveLength(24)
    expect(fault(all)).toBeNull()
    expect(await events.read('d', { after: 22, limit: 1 })).toEqual([all[22]])
    expect(await events.last('d')).toEqual(all.at(-1))
    expect(await events.latest('d', 'section:lock')).toEqual(all.findLast(({ type }) => type === 'section:lock'))
    expect(await events.names()).toEqual(['another', 'd'])
    expect((await events.of(noor.id)).every(({ actor }) => actor === noor.id)).toBe(true)
    expect(await events.actors()).toEqual([noor.id])
    expect([await events.acted(noor.id), await events.acted(tom.id)]).toEqual([true, false])
    expect(await events.last('nothing')).toBeNull()
  })

  it('holds together however many come at once', async () => {
    const { events } = await (await aPlace())()
    expect(await events.append('d', [])).toEqual([])
    const many = Array.from({ length: 1_001 }, (__, i) => event(i))
    await Promise.all([
      events.append('d', many),
      events.append('d', [event(1)]),
      events.append('d', many.slice(0, 401)),
    ])
    const all = await events.read('d', { after: 0, limit: 2_000 })
    expect([all.length, fault(all), all.at(-1)]).toEqual([1_403, null, await events.last('d')])
  })

  it('takes the facts of a book once', async () => {
    const { events } = await (await aPlace())()
    const range = { from: 0, through: 9 }
    const added = await Promise.all(
      Array.from({ length: 5 }, () => events.appendOfBook('d', sportBook, range, [event(1), event(2)])),
    )
    expect(added.filter(Boolean)).toHaveLength(1)
    expect(await events.recorded(sportBook)).toBe(9)
    expect(await events.appendOfBook('d', sportBook, { from: 9, through: 12 }, [event(3)])).toBe(true)
    expect(fault(await events.read('d', { after: 0, limit: 10 }))).toBeNull()
    expect(await events.recorded(sportBook)).toBe(12)
  })

  it('stands or falls with the change it records', async () => {
    const store = await (await aPlace())()
    await store.together(async ({ people, events }) => {
      await people.save(noor)
      await events.append('d', [event(1)])
    })
    const broken = store.together(async ({ people, contacts, events }) => {
      await people.save(tom)
      await contacts.save(contact)
      await events.append('d', [event(2)])
      throw new Error('cut off')
    })
    await expect(broken).rejects.toThrow('cut off')
    expect(await store.people.all()).toEqual([noor])
    expect(await store.contacts.all()).toEqual([])
    expect(await store.events.read('d', { after: 0, limit: 10 })).toHaveLength(1)
  })
})
