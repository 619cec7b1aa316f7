import type { Clock } from '@witboek/book'
import {
  isExpectedAt,
  isStillNews,
  letterAbout,
  type Contact,
  type Frame,
  type Instant,
  type Meeting,
} from '@witboek/domain'
import type { MeetingLetter, Store, Together } from '@witboek/store'
import type { Events } from '../../events.ts'
import type { Mailer, MailOutcome } from '../../mail/mail.ts'
import { PatientPost } from '../../mail/patient-post.ts'
import { meetingMail, type AroundLetter } from './meeting-mail.ts'

interface Hands {
  readonly store: Store
  readonly mailer: Mailer
  readonly clock: Clock
  readonly settings: AroundLetter['settings']
  /** Where people find this site. */
  readonly site: string
  readonly events: Events
  readonly surprised: (cause: unknown) => void
}

/** Tells those who are expected at a meeting, by mail, that it is held, moved or cancelled. */
export class MeetingPost {
  private readonly hands: Hands
  private readonly post: PatientPost<MeetingLetter>

  constructor(hands: Hands) {
    this.hands = hands
    const { store } = hands
    this.post = new PatientPost(hands, {
      turn: 'meeting post',
      waiting: (limit) => store.meetingLetters.queued(limit),
      idOf: ({ meeting, person, version }) => `${meeting} ${person} ${version}`,
      async sender() {
        const frame = await store.dialogues.current()
        return frame && ((letter) => sendOne(hands, letter, frame))
      },
    })
  }

  /** Together with the change itself, so that whoever was to hear of it does (LETTER-4). After it: `wake`. */
  async queue(
    { people, contacts, meetingLetters }: Together,
    [from, to]: readonly [Meeting, Meeting],
    now: Instant,
  ): Promise<void> {
    // Where there is no mail, nobody waits for it; a letter of months ago is nothing to begin with.
    const kind = this.hands.mailer.kind === 'none' ? null : letterAbout(from, to, now)
    if (kind === null) return
    const stopped = await meetingLetters.stopped()
    const reached = new Set((await contacts.all()).filter(({ email }) => email !== null).map(({ person }) => person))
    const { startsAt, endsAt, place, remoteLink } = from
    const was = kind === 'moved' ? { startsAt, endsAt, place, remoteLink } : null
    await meetingLetters.queue(
      (await people.all())
        .filter((person) => isExpectedAt(person, to) && reached.has(person.id) && !stopped.has(person.id))
        .map(({ id: person }) => ({ meeting: to.id, person, version: to.version, kind, was, queuedAt: now })),
    )
  }

  /** There may be something to send. */
  wake(): void {
    this.post.wake()
  }

  close(): Promise<void> {
    return this.post.close()
  }
}

/** `null`: there is nothing to tell them any more. */
async function sendOne(
  { store, mailer, clock, settings, site, events }: Hands,
  letter: MeetingLetter,
  frame: Frame,
): Promise<MailOutcome | null> {
  const { kind } = letter
  const now = clock.now()
  const [meeting, person, contact] = await Promise.all([
    store.meetings.find(letter.meeting),
    store.people.find(letter.person),
    store.contacts.of(letter.person),
  ])
  if (
    !meeting ||
    !person ||
    !hasAddress(contact) ||
    !isExpectedAt(person, meeting) ||
    !isStillNews(kind, meeting, now)
  ) {
    await store.meetingLetters.done(letter)
    return null
  }
  const outcome = await mailer.send(await meetingMail(letter, meeting, contact, { frame, settings, site, now }))
  if (!outcome.ok && outcome.why === 'away') return outcome
  await store.meetingLetters.done(letter)
  events.toldOfMeeting(meeting.id, kind, outcome.ok)
  return outcome
}

const hasAddress = (contact: Contact | null): contact is Contact & { readonly email: string } =>
  contact !== null && contact.email !== null
