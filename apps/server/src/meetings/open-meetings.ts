import type { Clock } from '@witboek/book'
import {
  meetingEvent,
  nextDue,
  noProceedings,
  ok,
  proceed,
  type Actor,
  type Meeting,
  type MeetingFact,
  type MeetingId,
  type Proceedings,
  type RecordedMeetingFact,
  type Result,
} from '@witboek/domain'
import type { Notices } from '@witboek/live'
import { eventHash, type Store, type Together } from '@witboek/store'

/** Facts at a time. */
const page = 500
/** A meeting that nobody looks at stays this long in memory (ms): the next one who asks finds it warm. */
const lingerMs = 60_000
/** So often (ms) the store is asked whether something happened on another server, should its notice have got lost. */
const lookEvery = 5_000
/** Others were first so often in a row: something is wrong. */
const triesMax = 50

interface Hands {
  readonly store: Pick<Store, 'meetingLog' | 'together'>
  readonly notices: Notices
  readonly clock: Clock
  readonly surprised: (cause: unknown) => void
}

/** Who did it, as a fact keeps it; `null`: the server's clock. */
type By = Pick<Actor, 'person' | 'seat'> | null

/**
 * Appends facts, and what stands on the record of them, within a transaction; `between` is for ballots, so that everybody
 * who needs both takes them in the same order. Throws when somebody else was first: the work is done again.
 */
type Write = (
  ports: Together,
  facts: readonly MeetingFact[],
  by: By,
  between?: (ports: Together) => Promise<unknown>,
) => Promise<readonly RecordedMeetingFact[]>

type DropFirst<All extends readonly unknown[]> = All extends readonly [unknown, ...infer Rest] ? Rest : never

interface OpenMeeting {
  now: Proceedings
  /** Ends when all that was asked before has ended. */
  line: Promise<unknown>
  watchers: number
  stopLinger: () => void
  stopDue: () => void
}

/** Somebody else appended first. */
class Overtaken extends Error {}

/**
 * The meetings that are open in this server's memory. Each is a fold over its facts; what the store says is so. Deeds come
 * one after the other per meeting, and on several servers whoever appends first is first: the others look again (EVENING-6).
 */
export class OpenMeetings {
  private readonly hands: Hands
  private readonly open = new Map<MeetingId, OpenMeeting>()
  private readonly listeners = new Set<(meeting: MeetingId) => void>()
  private dueListener: ((meeting: MeetingId) => void) | null = null
  private stopLooking: () => void = () => undefined
  private readonly underWay = new Set<Promise<void>>()
  private closed = false

  constructor(hands: Hands) {
    this.hands = hands
    hands.notices.onNotice((notice) => {
      if (notice.type === 'meeting-changed' && this.open.has(notice.meeting)) void this.follow(notice.meeting, true)
    })
    hands.notices.onReturn(() => void this.followAll(true))
    this.lookLater()
  }

  /** Calls back when something of a meeting has changed, here or on another server. */
  onChange(listener: (meeting: MeetingId) => void): void {
    this.listeners.add(listener)
  }

  /** Calls back when the clock makes something happen in a meeting that is open here. */
  onDue(listener: (meeting: MeetingId) => void): void {
    this.dueListener = listener
  }

  /** How the meeting goes, with all that was acknowledged anywhere before this was asked. */
  async proceedings(meeting: MeetingId): Promise<Proceedings> {
    const opened = this.opened(meeting)
    await this.catchUp(meeting, opened)
    this.linger(meeting, opened)
    return opened.now
  }

  /** As it was known here last: for what is shown and comes again. `null`: it is not open here. */
  known(meeting: MeetingId): Proceedings | null {
    return this.open.get(meeting)?.now ?? null
  }

  /** Keeps it in memory until the answer is called. */
  watch(meeting: MeetingId): () => void {
    const opened = this.opened(meeting)
    opened.watchers += 1
    opened.stopLinger()
    let watching = true
    return () => {
      if (!watching) return
      watching = false
      opened.watchers -= 1
      this.linger(meeting, opened)
    }
  }

  /** The meetings somebody looks at on this server. */
  watched(): readonly MeetingId[] {
    return [...this.open].filter(([, { watchers }]) => watchers > 0).map(([meeting]) => meeting)
  }

  /**
   * Does something in a meeting after all that was asked before: `work` sees how it goes, and writes in a transaction of its
   * own. It may be called again when another server was first, so it decides anew each time.
   */
  async inLine<Value>(meeting: Meeting, work: (now: Proceedings, write: Write) => Promise<Value>): Promise<Value> {
    const opened = this.opened(meeting.id)
    const done = opened.line.then(() => this.tryUntilFirst(meeting, opened, work))
    opened.line = done.catch(() => undefined)
    try {
      return await done
    } finally {
      this.linger(meeting.id, opened)
    }
  }

  /** The common case: a rule makes facts of how things stand, and nothing else changes. Answers up to which fact it is known. */
  act(
    meeting: Meeting,
    by: By,
    decide: (now: Proceedings) => Result<readonly MeetingFact[]> | Promise<Result<readonly MeetingFact[]>>,
  ): Promise<Result<{ readonly head: number }>> {
    return this.inLine(meeting, async (now, write) => {
      const decided = await decide(now)
      if (!decided.ok) return decided
      if (decided.value.length === 0) return ok({ head: now.head })
      await this.hands.store.together((ports) => write(ports, decided.value, by))
      return ok({ head: now.head + decided.value.length })
    })
  }

  /** Something else that is shown with a meeting has changed: a ballot came in. */
  changed(meeting: MeetingId): void {
    this.tell(meeting)
    const head = this.open.get(meeting)?.now.head ?? 0
    void this.hands.notices.send({ type: 'meeting-changed', meeting, head })
  }

  /** Whatever is asked still is answered; but it wakes up for nothing any more, and what it is reading by itself it reads first. */
  async close(): Promise<void> {
    this.closed = true
    this.stopLooking()
    for (const { stopDue, stopLinger } of this.open.values()) {
      stopDue()
      stopLinger()
    }
    await Promise.all(this.underWay)
  }

  private async tryUntilFirst<Value>(
    meeting: Meeting,
    opened: OpenMeeting,
    work: (now: Proceedings, write: Write) => Promise<Value>,
  ): Promise<Value> {
    for (let tries = 1; ; tries += 1) {
      await this.catchUp(meeting.id, opened)
      const before = opened.now
      try {
        const value = await work(before, (ports, ...what) => this.write(ports, meeting, before, ...what))
        await this.catchUp(meeting.id, opened)
        if (opened.now !== before) this.changed(meeting.id)
        return value
      } catch (cause) {
        if (!(cause instanceof Overtaken) || tries >= triesMax) throw cause
      }
    }
  }

  private async write(
    ports: Together,
    meeting: Meeting,
    { head }: Proceedings,
    ...[facts, by, between]: DropFirst<Parameters<Write>>
  ): Promise<readonly RecordedMeetingFact[]> {
    const at = this.hands.clock.now()
    const recorded = facts.map((fact, index) => ({ seq: head + index + 1, at, ...authorOf(fact, by), fact }))
    if (!(await ports.meetingLog.append(meeting.id, head, recorded))) throw new Overtaken()
    await between?.(ports)
    const events = recorded.flatMap((each) => meetingEvent(meeting, each, eventHash) ?? [])
    if (events.length > 0) await ports.events.append(meeting.dialogue, events)
    return recorded
  }

  private opened(meeting: MeetingId): OpenMeeting {
    const known = this.open.get(meeting)
    if (known) return known
    const nothing = () => undefined
    const opened = {
      now: noProceedings(meeting),
      line: Promise.resolve(),
      watchers: 0,
      stopLinger: nothing,
      stopDue: nothing,
    }
    this.open.set(meeting, opened)
    return opened
  }

  /** Reads what has become of it since. Several at once read the same: a fact that is known already is passed over. */
  private async catchUp(meeting: MeetingId, opened: OpenMeeting): Promise<void> {
    for (;;) {
      const facts = await this.hands.store.meetingLog.read(meeting, { after: opened.now.head, limit: page })
      for (const recorded of facts) if (recorded.seq > opened.now.head) opened.now = proceed(opened.now, recorded)
      if (facts.length < page) break
    }
    this.waitForDue(meeting, opened)
  }

  private follow(meeting: MeetingId, tell: boolean): Promise<void> {
    const opened = this.open.get(meeting)
    if (this.closed || !opened) return Promise.resolve()
    const followed = this.readOn(meeting, opened, tell).finally(() => this.underWay.delete(followed))
    this.underWay.add(followed)
    return followed
  }

  private async readOn(meeting: MeetingId, opened: OpenMeeting, tell: boolean): Promise<void> {
    const { head } = opened.now
    try {
      await this.catchUp(meeting, opened)
      if (tell || opened.now.head !== head) this.tell(meeting)
    } catch (cause) {
      this.hands.surprised(cause)
    }
  }

  /** A ballot is no fact: where people vote, what is shown may have changed without one. */
  private async followAll(tell: boolean): Promise<void> {
    const votes = (meeting: MeetingId) => this.known(meeting)?.polls.some(({ state }) => state === 'open') ?? false
    await Promise.all(this.watched().map((meeting) => this.follow(meeting, tell || votes(meeting))))
  }

  private lookLater(): void {
    if (this.closed) return
    this.stopLooking = this.hands.clock.after(lookEvery, () => {
      void this.followAll(false).finally(() => this.lookLater())
    })
  }

  private tell(meeting: MeetingId): void {
    for (const listener of this.listeners) listener(meeting)
  }

  private waitForDue(meeting: MeetingId, opened: OpenMeeting): void {
    opened.stopDue()
    const due = nextDue(opened.now)
    if (due === null || this.closed) return
    // A timer may come a moment early by the clock on the wall.
    const wait = Math.max(0, due - this.hands.clock.now()) + 1
    opened.stopDue = this.hands.clock.after(Math.min(wait, 2 ** 31 - 1), () => this.dueListener?.(meeting))
  }

  private linger(meeting: MeetingId, opened: OpenMeeting): void {
    opened.stopLinger()
    if (this.closed || opened.watchers > 0 || this.open.get(meeting) !== opened) return
    opened.stopLinger = this.hands.clock.after(lingerMs, () => {
      // Somebody waits for the clock: a poll closes in time, also when everybody looks away.
      if (nextDue(opened.now) !== null) return this.linger(meeting, opened)
      opened.stopDue()
      this.open.delete(meeting)
    })
  }
}

/** Who chose not to say who they are stands nowhere. */
function authorOf(fact: MeetingFact, by: By): Pick<RecordedMeetingFact, 'by' | 'role'> {
  const unsigned = fact.type === 'word:asked' || (fact.type === 'question:asked' && fact.person === null)
  return by === null || unsigned ? { by: null, role: null } : { by: by.person, role: by.seat.role }
}
