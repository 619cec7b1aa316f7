import type {
  AdmissionId,
  BookEntry,
  BookId,
  Cents,
  DialogueId,
  Frame,
  Instant,
  Invitation,
  InvitationId,
  LoginId,
  Meeting,
  MeetingFact,
  MeetingId,
  ParkedId,
  PasskeyId,
  Person,
  PersonId,
  PollId,
  SectionId,
  ThemeId,
} from '@witboek/domain'
import type { Store } from '../ports/index.ts'

const now = 1_301_680_800_000 as Instant
const dialogue = 'dialogue' as DialogueId
const sport = 'theme-sport' as ThemeId
export const sportBook = 'book-sport' as BookId
const section = 'section-pool' as SectionId
const noor: Person = {
  id: 'person-noor' as PersonId,
  name: 'Noor',
  background: 'é',
  seats: [{ role: 'expert', theme: sport }],
}

const frame: Frame = {
  dialogue: {
    id: dialogue,
    title: 'De Bezuinigingsdialoog',
    municipality: 'Voorbeeld',
    fiscalYear: 2012,
    phase: 'green',
    totalTarget: 62_000_000 as Cents,
    rate: 10,
    assignment: ['Wat kan minder?'],
    editorialRemarks: true,
    synthetic: true,
    source: 'voorbeeld',
  },
  themes: [{ id: sport, dialogue, slug: 'sport', name: 'Sport', about: '', target: 1 as Cents, order: 0 }],
  items: [
    {
      id: 'item' as Frame['items'][number]['id'],
      code: 'SP-01',
      name: 'Zwembad',
      taskField: '5.10',
      theme: null,
      expenditure: 100 as Cents,
      income: 20 as Cents,
      influenceable: 50 as Cents,
    },
  ],
  frameworks: [
    { id: 'kader' as Frame['frameworks'][number]['id'], code: 'K1', plain: 'Wet', kind: 'hard', theme: sport },
  ],
}

const entry = (i: number): BookEntry =>
  i % 7 === 0
    ? {
        kind: 'fact',
        person: noor.id,
        at: (now + i) as Instant,
        fact: { type: 'section:renamed', section, heading: `Bad – ${i}` },
      }
    : {
        kind: 'edit',
        person: noor.id,
        at: (now + i) as Instant,
        section,
        update: Uint8Array.of(i, 255, 0),
        newClients: [i, 2 ** 32 - 1 - i],
      }

/** Something in every table, and a book of several pages. */
export async function fill(store: Store): Promise<void> {
  await store.dialogues.save(frame, now)
  await store.people.save(noor)
  for (const id of ['b', 'A', 'a-é']) await store.people.save({ ...noor, id: id as PersonId, seats: [] })
  await store.logins.start({
    id: 'login' as LoginId,
    tokenHash: 'hash',
    person: noor.id,
    seatIndex: 0,
    createdAt: now,
    expiresAt: (now + 1000) as Instant,
    how: 'link',
    device: 'Firefox, Android',
    seenAt: now,
  })
  await fillPeople(store)
  for (const [i, id] of [sportBook, 'book-culture' as BookId].entries()) {
    await store.books.add({ id, dialogue, theme: `theme-${i}` as ThemeId, kind: 'green' })
    const count = i === 0 ? 250 : 3
    await store.bookLog.append(
      id,
      0,
      Array.from({ length: count }, (_, n) => entry(n)),
    )
    await store.bookLog.saveSnapshot(id, {
      seq: count - 1,
      sections: [{ section, state: new Uint8Array(5_000).fill(i) }],
    })
  }
  await store.parkedEdits.keep(
    {
      id: 'parked' as ParkedId,
      book: sportBook,
      section,
      writer: noor.id,
      at: now,
      code: 'section-locked',
      pieces: [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: '’s Maandags\u0000 dicht' }] }] }],
      state: 'kept',
    },
    9,
  )
}

async function fillPeople(store: Store): Promise<void> {
  const person = noor.id
  await store.contacts.save({ person, realName: 'Noor Vermeer', email: 'noor@voorbeeld.nl', language: 'nl' })
  await store.identities.add({ issuer: 'https://inloggen.voorbeeld.nl', subject: '17', person })
  await store.passkeys.add({
    id: 'cGFzcw' as PasskeyId,
    person,
    publicKey: Uint8Array.of(1, 0, 255),
    counter: 3,
    transports: ['internal', 'hybrid'],
    name: 'Telefoon',
    createdAt: now,
    usedAt: null,
  })
  await store.consents.give({ person, text: 'participation', version: 1, at: now })
  const expiresAt = (now + 900_000) as Instant
  await store.tickets.issue({ hash: 'ticket', kind: 'link', person, content: { next: '/' }, expiresAt })
  await store.invitations.add(invitation, 'invited')
  await store.meetings.add(meeting)
  await store.admissions.ask({
    id: 'admission' as AdmissionId,
    meeting: meeting.id,
    person,
    state: 'waiting',
    writes: false,
    askedAt: now,
  })
  await fillEvening(store)
  await store.events.appendOfBook(dialogue, sportBook, { from: 0, through: 7 }, [
    { at: now, actor: person, role: 'expert', theme: sport, type: 'a:b', subject: 'c', details: { d: 1 } },
  ])
}

/** Two secret polls, because what is closed stands elsewhere than what is open. */
async function fillEvening({
  meetingLog,
  meetingNotes,
  calendarKeys,
  meetingLetters,
  ballotBoxes,
}: Store): Promise<void> {
  const person = noor.id
  await meetingLog.append(meeting.id, 0, [{ at: now, by: person, role: 'chef', fact: aFact }])
  await meetingNotes.keep(meeting.id, person, 'Niet vergeten: ’s maandags', 0)
  await calendarKeys.give(person, 'hash of a key')
  await meetingLetters.stop('b' as PersonId)
  const { startsAt, endsAt, place, remoteLink } = meeting
  const was = { startsAt, endsAt, place, remoteLink }
  await meetingLetters.queue([{ meeting: meeting.id, person, version: 1, kind: 'moved', was, queuedAt: now }])
  const [open, secret, closed] = ['poll', 'poll-secret', 'poll-closed'] as PollId[] as [PollId, PollId, PollId]
  for (const poll of [open, secret, closed])
    await ballotBoxes.open({ poll, meeting: meeting.id, secret: poll !== open })
  for (const [version, choices] of [{ options: ['zwembad'] }, { option: 'hal – é' }].entries())
    await ballotBoxes.cast({ poll: open, person, key: `${version}`, choices, mode: 'room', at: now })
  for (const poll of [secret, closed])
    await ballotBoxes.castSecret({ poll, person, choices: { option: 'ja' }, mode: 'remote' })
  await ballotBoxes.byHand(closed, ['b' as PersonId])
  await ballotBoxes.close(closed)
}

/** What it says does not matter to a store. */
const aFact = { type: 'meeting:opened', word: 'één\u0000' } as unknown as MeetingFact

export const invitation: Invitation = {
  id: 'invitation' as InvitationId,
  dialogue,
  theme: sport,
  role: 'expert',
  email: 'tom@voorbeeld.nl',
  name: 'Tom',
  language: 'en',
  letter: 'Kom je ook?',
  by: noor.id,
  state: 'queued',
  createdAt: now,
  sentAt: null,
  sends: 0,
  expiresAt: (now + 1_000_000) as Instant,
  answeredAt: null,
  person: null,
}

export const meeting: Meeting = {
  id: 'meeting' as MeetingId,
  dialogue,
  theme: sport,
  kind: 'green1',
  title: 'Eerste avond',
  place: 'Raadzaal',
  remoteLink: 'https://video.voorbeeld.nl/sport',
  startsAt: now,
  endsAt: (now + 3_600_000) as Instant,
  state: 'planned',
  code: null,
  roomKey: null,
  version: 1,
  cancelReason: '',
}
