import {
  eventBy,
  type AdmissionId,
  type Instant,
  type InvitationId,
  type LoginId,
  type MeetingId,
  type ParkedEdit,
  type ParkedId,
  type PasskeyId,
  type PersonId,
  type SectionId,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import { exampleDialogue } from '../example/index.ts'
import { hashOf } from '../login/secrets.ts'
import { aTownsperson, townspeople } from './a-townsperson.ts'
import { inSeat, sport, sportBook } from './the-example.ts'

const { frame } = exampleDialogue()
export const dialogue = frame.dialogue.id
const elsewhere = frame.themes.find(({ slug }) => slug !== 'sport') ?? sport

/** Somebody who leaves traces in every table: an expert of Sport, and a Chef elsewhere. */
export const noortje = aTownsperson('Noortje uit Oost', {
  realName: 'Noortje van der Linden',
  email: 'noortje.linden@voorbeeld.example',
  background: 'Zwemt elke dag in het Oosterbad',
  seats: [
    { role: 'expert', theme: sport.id },
    { role: 'chef', theme: elsewhere.id },
  ],
})

/** Somebody beside her, whom her data must not name. */
export const tom = aTownsperson('Tom uit West', {
  realName: 'Tom Anderszoon',
  email: 'tom.anders@voorbeeld.example',
  background: 'Fietst naar het Westerbad',
})

/** Somebody of whom no more is known than a name, and who holds no seat: a guest before the door. */
export const rik = { id: 'town-rik' as PersonId, name: 'Rik', background: '', seats: [] }

export const administrator = {
  id: 'town-mies' as PersonId,
  name: 'Mies',
  background: '',
  seats: [{ role: 'administrator', theme: null }],
} as const

/** What says who Noortje is, wherever it stands. */
export const tracesOfNoortje = [
  'Noortje',
  'Linden',
  'noortje.linden',
  'Oosterbad',
  'sub-noortje',
  'cGFzc2tleS1ub29ydGpl',
  hashOf('calendar-noortje'),
  'mijn eigen kladje',
  'mijn eigen aantekening',
] as const

const tokens = {
  [noortje.id]: 'token-noortje',
  [tom.id]: 'token-tom',
  [rik.id]: 'token-rik',
  [administrator.id]: 'token-mies',
} as const
export const cookieOf = ({ id }: { readonly id: PersonId }): string => `witboek-login=${tokens[id] ?? ''}`
/** In the second of her seats. */
export const chefCookie = 'witboek-login=token-noortje-chef'

export const chefsBook = `example-book-${elsewhere.slug}-green`
const section = sportBook.sections[0]?.section as SectionId

/** For `before` of a server. */
export async function leaveTraces(store: Store): Promise<void> {
  await townspeople(noortje, tom)(store)
  const now = Date.now() as Instant
  const later = (now + 3_600_000) as Instant
  await store.meetings.add({
    id: 'meeting-traces' as MeetingId,
    dialogue,
    theme: sport.id,
    kind: 'green1',
    title: 'Eerste avond in de kantine',
    place: 'De kantine',
    remoteLink: 'https://video.voorbeeld.example/kantine',
    startsAt: now,
    endsAt: later,
    state: 'open',
    code: 'CDFHJK',
    roomKey: 'sleutel-van-de-kantine',
    version: 1,
    cancelReason: '',
  })
  for (const { id, contact } of [noortje, tom]) {
    const short = id === noortje.id ? 'noortje' : 'tom'
    const login = { person: id, createdAt: now, expiresAt: later, how: 'link', seenAt: now } as const
    const device = `Firefox, ${short === 'noortje' ? 'Noortje' : 'Tom'}Phone`
    for (const [seatIndex, name] of [tokens[id] ?? '', `token-${short}-chef`].entries())
      await store.logins.start({
        ...login,
        id: name.replace('token', 'login') as LoginId,
        tokenHash: hashOf(name),
        seatIndex,
        device,
      })
    await store.identities.add({ issuer: 'https://inloggen.voorbeeld.example', subject: `sub-${short}`, person: id })
    await store.passkeys.add({
      id: Buffer.from(`passkey-${short}`).toString('base64url') as PasskeyId,
      person: id,
      publicKey: Uint8Array.of(1, 2, 3),
      counter: 0,
      transports: ['internal'],
      name: `${short === 'noortje' ? 'Noortje' : 'Tom'}s telefoon`,
      createdAt: now,
      usedAt: null,
    })
    await store.calendarKeys.give(id, hashOf(`calendar-${short}`))
    if (id === noortje.id) await store.meetingLetters.stop(id)
    await store.consents.give({ person: id, text: 'participation', version: 1, at: now })
    await store.tickets.issue({
      hash: `ticket-${short}`,
      kind: 'link',
      person: id,
      content: { to: contact.email },
      expiresAt: later,
    })
    await store.admissions.ask({
      id: `admission-${short}` as AdmissionId,
      meeting: 'meeting-traces' as MeetingId,
      person: id,
      state: 'waiting',
      writes: false,
      askedAt: now,
    })
    await store.events.append(dialogue, [
      eventBy({ person: id, seat: { role: 'expert', theme: sport.id } }, now, 'seat:choose', id),
    ])
  }
  await store.meetingNotes.keep('meeting-traces' as MeetingId, noortje.id, 'mijn eigen aantekening', 0)
  await store.meetingNotes.keep('meeting-traces' as MeetingId, tom.id, 'aantekening van een ander', 0)
  for (const person of [rik, administrator]) {
    await store.people.save(person)
    const [token, login] = [tokens[person.id] ?? '', `login-${person.id}` as LoginId]
    const started = { createdAt: now, expiresAt: later, how: 'link', device: '', seenAt: now } as const
    await store.logins.start({ ...started, id: login, tokenHash: hashOf(token), person: person.id, seatIndex: 0 })
  }
  await invite(store, 'accepted', { to: noortje, by: inSeat('lead'), now })
  await invite(store, 'sent', { to: noortje, by: inSeat('lead'), now })
  await invite(store, 'sent', { to: tom, by: noortje.id, now })
  for (const [state, text] of [
    ['kept', 'mijn eigen kladje'],
    ['returned', 'mijn eigen kladje, terug'],
    ['handed', 'gegeven aan de Chef'],
  ] as const)
    await store.parkedEdits
      .keep(parked(`parked-noortje-${state}`, noortje.id, text, now), 50)
      .then(() => store.parkedEdits.move(`parked-noortje-${state}` as ParkedId, 'kept', state))
  await store.parkedEdits.keep(parked('parked-tom', tom.id, 'het kladje van een ander', now), 50)
}

const parked = (id: string, writer: PersonId, text: string, at: Instant): ParkedEdit => ({
  id: id as ParkedId,
  book: sportBook.book.id,
  section,
  writer,
  at,
  code: 'section-locked',
  pieces: [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text }] }] }],
  state: 'kept',
})

async function invite(
  store: Store,
  state: 'accepted' | 'sent',
  { to, by, now }: { to: typeof noortje; by: string; now: Instant },
): Promise<void> {
  const id = `invitation-${to.id}-${state}`
  await store.invitations.add(
    {
      id: id as InvitationId,
      dialogue,
      theme: sport.id,
      role: 'expert',
      email: to.contact.email,
      name: to.contact.realName,
      language: 'nl',
      letter: `Beste ${to.name}, doet u mee?`,
      by: by as PersonId,
      state,
      createdAt: now,
      sentAt: now,
      sends: 1,
      expiresAt: (now + 86_400_000) as Instant,
      answeredAt: state === 'accepted' ? now : null,
      person: state === 'accepted' ? to.id : null,
    },
    hashOf(id),
  )
}
