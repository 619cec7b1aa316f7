import type { Clock } from '@witboek/book'
import { invitationLasts, type Frame, type Instant, type Invitation, type InvitationId } from '@witboek/domain'
import { TurnMissed, type Store } from '@witboek/store'
import type { Events } from '../../events.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import type { Mailer, MailOutcome } from '../../mail/mail.ts'
import { invitationMail, nextMeeting } from './invitation-mail.ts'

interface Hands {
  readonly store: Store
  readonly mailer: Mailer
  readonly clock: Clock
  /** Where people find this site. */
  readonly site: string
  readonly events: Events
  readonly surprised: (cause: unknown) => void
}

/** So many letters are under way at once: as many as the mailer has connections. */
const lanes = 3
/** So many letters, or so long (ms), in one turn: then another server may have its own. */
const inOneTurn = 30
const turnLasts = 3_000
/** Every so often (ms) it is looked whether another server has left letters behind. */
const lookEvery = 20_000
/** The first and the longest pause (ms) after mail was away; each is twice the one before. */
const firstPause = 2_000
const longestPause = 5 * 60_000
/** So many that a mail server does not take now, one after the other, are no longer about these people. */
const awayInARow = 3

/**
 * Sends the invitations that wait, on whichever server has the turn. An invitation waits in the store until its letter was
 * handed over: a server that is killed in between leaves it waiting, and the letter goes once more, with another link. Twice
 * is better than never (INVITE-6). Only the link of the latest letter is good.
 */
export class InvitationPost {
  private readonly hands: Hands
  private running: Promise<void> | null = null
  private wanted = false
  private closed = false
  private stopWaiting: () => void = () => undefined
  private readonly pauses = new Map<InvitationId, { readonly times: number; readonly until: Instant }>()
  /** While the mail server itself is away. */
  private away: { readonly times: number; readonly until: Instant } | null = null

  constructor(hands: Hands) {
    this.hands = hands
  }

  /** There may be something to send. */
  wake(): void {
    if (this.closed || this.hands.mailer.kind === 'none') return
    this.wanted = true
    this.running ??= this.run().finally(() => {
      this.running = null
      this.waitOn()
    })
  }

  /** What is under way ends as the mailer lets it; nothing new begins. */
  async close(): Promise<void> {
    this.closed = true
    this.stopWaiting()
    await this.running
  }

  private async run(): Promise<void> {
    try {
      while (this.wanted && !this.closed) {
        this.wanted = false
        if (await this.hands.store.turns.take('invitation post', () => this.turn())) this.wanted = true
      }
    } catch (cause) {
      // Another server is at it.
      if (!(cause instanceof TurnMissed)) this.hands.surprised(cause)
    }
  }

  private waitOn(): void {
    if (this.closed) return
    this.stopWaiting()
    const now = this.hands.clock.now()
    const untils = [this.away?.until, ...[...this.pauses.values()].map(({ until }) => until)]
    const next = Math.min(...untils.map((until) => (until && until > now ? until - now : lookEvery)), lookEvery)
    this.stopWaiting = this.hands.clock.after(next, () => this.wake())
  }

  /** Answers whether there is more to do at once. */
  private async turn(): Promise<boolean> {
    const { store, clock } = this.hands
    const began = clock.now()
    const frame = await store.dialogues.current()
    if (!frame || isPausing(this.away, began)) return false
    const waiting = await store.invitations.queued(this.pauses.size + inOneTurn)
    const still = new Set(waiting.map(({ id }) => id))
    for (const id of this.pauses.keys()) if (!still.has(id)) this.pauses.delete(id)
    const due = waiting.filter(({ id }) => !isPausing(this.pauses.get(id) ?? null, began)).slice(0, inOneTurn)
    if (due.length === 0) return false
    const meetings = await store.meetings.of(frame.dialogue.id)
    let [inARow, sent] = [0, 0]
    const left = [...due]
    const lane = async (): Promise<void> => {
      for (let one = left.shift(); one; one = left.shift()) {
        if (this.closed || isPausing(this.away, began) || clock.now() - began > turnLasts) return
        const outcome = await this.sendOne(one, frame, meetings).catch((cause: unknown) => {
          this.hands.surprised(cause)
          return null
        })
        if (outcome?.ok === false && outcome.why === 'away') {
          inARow += 1
          if (outcome.code === undefined || inARow >= awayInARow) this.pauseAll()
        } else if (outcome) {
          inARow = 0
          sent += 1
          this.away = null
        }
        if (outcome === null || (!outcome.ok && outcome.why === 'away')) this.pause(one.id)
        else this.pauses.delete(one.id)
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return sent > 0 && !isPausing(this.away, clock.now())
  }

  /** `null`: it need not be sent any more, or cannot be now. */
  private async sendOne(
    invitation: Invitation,
    frame: Frame,
    meetings: Parameters<typeof nextMeeting>[0],
  ): Promise<MailOutcome | null> {
    const { store, mailer, clock, site, events } = this.hands
    const { id, theme } = invitation
    if (invitation.dialogue !== frame.dialogue.id) return null
    const token = newSecret()
    const tokenHash = hashOf(token)
    const now = clock.now()
    const expiresAt = (now + invitationLasts) as Instant
    // Kept before it is sent: a letter that arrives can be answered, whatever happens to this server.
    if (!(await store.invitations.change(id, ['queued'], { tokenHash, expiresAt }))) return null
    const inviter = await store.people.find(invitation.by)
    const meeting = nextMeeting(meetings, theme, now)
    const mail = await invitationMail({ ...invitation, expiresAt }, token, { frame, inviter, meeting, site, now })
    const outcome = await mailer.send(mail)
    if (!outcome.ok && outcome.why === 'away') return outcome
    await store.together(async (ports) => {
      // Whoever lost the turn without knowing leaves it to the other: the link of this letter is not the latest.
      if ((await ports.invitations.byToken(tokenHash))?.id !== id) return
      const { sends } = invitation
      if (outcome.ok) {
        await ports.invitations.change(id, ['queued'], { state: 'sent', sentAt: clock.now(), sends: sends + 1 })
        return
      }
      if (!(await ports.invitations.change(id, ['queued'], { state: 'bounced' }))) return
      await ports.events.append(invitation.dialogue, [
        { at: clock.now(), actor: null, role: null, theme, type: 'invitation:bounce', subject: id, details: {} },
      ])
    })
    if (outcome.ok) events.invitationSent(id)
    else events.invitationBounced(id)
    return outcome
  }

  private pause(id: InvitationId): void {
    this.pauses.set(id, longer(this.pauses.get(id) ?? null, this.hands.clock.now()))
  }

  private pauseAll(): void {
    const now = this.hands.clock.now()
    if (!isPausing(this.away, now)) this.away = longer(this.away, now)
  }
}

type Pause = { readonly times: number; readonly until: Instant }

const longer = (before: Pause | null, now: Instant): Pause => {
  const times = (before?.times ?? 0) + 1
  return { times, until: (now + Math.min(firstPause * 2 ** (times - 1), longestPause)) as Instant }
}

const isPausing = (pause: Pause | null, now: Instant): boolean => pause !== null && pause.until > now
