import type { OpenBooks } from '@witboek/book'
import type { DialogueId, Frame, Instant, Person, ThemeId } from '@witboek/domain'
import type { Texts } from '@witboek/i18n'
import type { OwnData } from '@witboek/publish'
import type { Store } from '@witboek/store'
import { knownDialogues } from '../../known-dialogues.ts'
import type { OpenMeetings } from '../../meetings/open-meetings.ts'
import { eveningsOf } from './evenings.ts'
import { votesOf } from './votes.ts'
import { asChefIn, wordsIn, type BookOfTheirs } from './words.ts'

interface Hands {
  readonly store: Store
  readonly open: OpenBooks
  readonly openMeetings: Pick<OpenMeetings, 'proceedings'>
  readonly now: () => Instant
}

/** Everything the store has about somebody (PRIVACY-2). Books are read one at a time, and only those they have a part in; so are meetings, all of them. */
export async function gatherOwnData(hands: Hands, person: Person, texts: Texts): Promise<OwnData> {
  const { store, now } = hands
  const { id } = person
  const frame = await store.dialogues.current()
  const dialogues = await knownDialogues(store, frame?.dialogue ?? null)
  const contact = await store.contacts.of(id)
  const themeNamed = (theme: ThemeId | null) => nameOf(theme, frame)
  const at = now()
  return {
    at,
    person: {
      id,
      publicName: person.name,
      realName: contact?.realName ?? null,
      email: contact?.email ?? null,
      language: contact?.language ?? 'nl',
      background: person.background,
    },
    seats: person.seats.map(({ role, theme }) => ({ role, theme: themeNamed(theme) })),
    consents: (await store.consents.of(id)).map(({ text, version, at }) => ({ text, version, at })),
    logins: (await store.logins.of(id, at)).map(({ createdAt, seenAt, device }) => ({
      startedAt: createdAt,
      lastSeenAt: seenAt,
      device,
    })),
    passkeys: (await store.passkeys.of(id)).map(({ name, createdAt, usedAt }) => ({ name, createdAt, usedAt })),
    calendar: await store.calendarKeys.has(id),
    meetingMail: !(await store.meetingLetters.stopped()).has(id),
    identities: (await store.identities.of(id)).map(({ issuer, subject }) => ({ issuer, subject })),
    ...(await invitationsOf(store, dialogues, { person, email: contact?.email ?? null, themeNamed })),
    meetings: await meetingsOf(store, person),
    evenings: await eveningsOf(hands, person, dialogues, at),
    notes: await notesOf(store, person),
    votes: await votesOf(hands, person, texts),
    ...(await writtenBy(hands, person, { dialogues, texts, themeNamed })),
    events: (await store.events.of(id)).map(({ at, type, subject }) => ({ at, type, subject })),
  }
}

const nameOf = (theme: ThemeId | null, frame: Frame | null): string | null =>
  theme === null ? null : (frame?.themes.find(({ id }) => id === theme)?.name ?? theme)

async function invitationsOf(
  store: Store,
  dialogues: readonly DialogueId[],
  {
    person,
    email,
    themeNamed,
  }: { person: Person; email: string | null; themeNamed: (theme: ThemeId | null) => string | null },
): Promise<Pick<OwnData, 'invitations' | 'invitationsSent'>> {
  const all = (await Promise.all(dialogues.map((dialogue) => store.invitations.of(dialogue)))).flat()
  // An address is of one person only; what was accepted under another one is theirs too.
  const received = all.filter((one) => one.person === person.id || (email !== null && one.email === email))
  return {
    invitations: received.map(({ role, theme, name, email, letter, sentAt, state }) => ({
      role,
      theme: themeNamed(theme),
      ...{ name, email, letter, sentAt, state },
    })),
    invitationsSent: all.filter(({ by }) => by === person.id).length,
  }
}

async function meetingsOf(store: Store, { id }: Person): Promise<OwnData['meetings']> {
  const admissions = await store.admissions.ofPerson(id)
  const meetings = await Promise.all(admissions.map(({ meeting }) => store.meetings.find(meeting)))
  return admissions.flatMap(({ askedAt, state, writes }, i) => {
    const meeting = meetings[i]
    return meeting ? [{ title: meeting.title, startsAt: meeting.startsAt, askedAt, state, writes }] : []
  })
}

async function notesOf(store: Store, { id }: Person): Promise<OwnData['notes']> {
  const notes = await store.meetingNotes.ofPerson(id)
  const meetings = await Promise.all(notes.map(({ meeting }) => store.meetings.find(meeting)))
  return notes.flatMap(({ text }, i) => {
    const meeting = meetings[i]
    return meeting && text !== '' ? [{ title: meeting.title, startsAt: meeting.startsAt, text }] : []
  })
}

async function writtenBy(
  { store, open }: Hands,
  person: Person,
  {
    dialogues,
    texts,
    themeNamed,
  }: { dialogues: readonly DialogueId[]; texts: Texts; themeNamed: (theme: ThemeId | null) => string | null },
): Promise<Pick<OwnData, 'words' | 'setAside' | 'asChef'>> {
  const parked = await store.parkedEdits.of(person.id)
  const words: OwnData['words'][number][] = []
  const asChef: OwnData['asChef'][number][] = []
  const setAside: OwnData['setAside'][number][] = []
  for (const { id, kind, theme } of (await Promise.all(dialogues.map((dialogue) => store.books.of(dialogue)))).flat()) {
    const book: BookOfTheirs = { id, title: `${texts.book.kinds[kind]} ${themeNamed(theme) ?? ''}`, writer: person.id }
    const facts = await store.bookLog.facts(id, (await store.bookLog.head(id)).seq)
    const { headings, written } = asChefIn(book, facts)
    asChef.push(...written)
    words.push(...(await wordsIn({ store, open }, book)))
    for (const { book: of, section, at, code, state, pieces } of parked)
      if (of === id)
        setAside.push({
          book: book.title,
          section: headings.get(section) ?? section,
          ...{ at, why: code, state },
          blocks: pieces.flatMap(({ blocks }) => blocks),
        })
  }
  return { words, setAside, asChef }
}
