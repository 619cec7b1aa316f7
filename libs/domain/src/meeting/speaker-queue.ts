import type { AgendaItemId, Instant, PersonId, SpeakerId } from '../ids.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { AttendanceMode } from './attendance.ts'
import type { Spell } from './agenda.ts'
import { isSameTap } from './same-tap.ts'

/** What somebody wants the word for. A point of order (punt van orde) goes first, a reply is about what was just said. */
export const speakerKinds = ['order', 'reply', 'normal'] as const
export type SpeakerKind = (typeof speakerKinds)[number]

/** Somebody who has, had or wants the word (spreker). */
export interface Speaker {
  readonly id: SpeakerId
  readonly person: PersonId
  readonly kind: SpeakerKind
  readonly mode: AttendanceMode
  /** What it is about, in a few words; may be empty. */
  readonly note: string
  readonly item: AgendaItemId | null
  readonly raisedAt: Instant
  readonly state: 'waiting' | 'speaking' | 'paused' | 'done' | 'withdrawn'
  /** When they had the word. */
  readonly spells: readonly Spell[]
  /** The Chef has put them somewhere else, and everybody may see why. */
  readonly moved: Moved | null
}

interface Moved {
  readonly before: SpeakerId | null
  readonly reason: string
  /** Counts the moves of the meeting: two can fall in one millisecond, and the last one is right. */
  readonly nth: number
}

export interface SpeakerQueue {
  /** In the order in which they asked for the word, those who had it too. */
  readonly speakers: readonly Speaker[]
  readonly closed: boolean
  /** How long (s) one may speak; `null`: as long as it takes. */
  readonly limit: number | null
}

export const noSpeakers: SpeakerQueue = { speakers: [], closed: false, limit: null }

export type QueueFact =
  | {
      readonly type: 'speaker:raised'
      readonly speaker: SpeakerId
      readonly person: PersonId
      readonly kind: SpeakerKind
      readonly mode: AttendanceMode
      readonly note: string
      readonly item: AgendaItemId | null
    }
  | { readonly type: 'speaker:lowered'; readonly speaker: SpeakerId }
  /** Has the word from now on; who had it has spoken. */
  | { readonly type: 'speaker:called'; readonly speaker: SpeakerId }
  | { readonly type: 'speaker:paused'; readonly speaker: SpeakerId }
  | { readonly type: 'speaker:resumed'; readonly speaker: SpeakerId }
  | { readonly type: 'speaker:ended'; readonly speaker: SpeakerId }
  | {
      readonly type: 'speaker:moved'
      readonly speaker: SpeakerId
      /** Before whom; `null`: first. */
      readonly before: SpeakerId | null
      readonly reason: string
    }
  | { readonly type: 'queue:limited'; readonly seconds: number | null }
  | { readonly type: 'queue:closed' }
  | { readonly type: 'queue:opened' }

export type QueueCommand =
  | {
      readonly type: 'speaker:raise'
      readonly speaker: SpeakerId
      readonly kind: SpeakerKind
      readonly note: string
      /** Somebody without a phone, for whom the Chef does it; `null`: oneself. */
      readonly person: PersonId | null
    }
  | { readonly type: 'speaker:lower'; readonly speaker: SpeakerId }
  /** `null`: whoever is next; somebody else only after they were moved to the front, with a reason. */
  | { readonly type: 'speaker:call'; readonly speaker: SpeakerId | null }
  | { readonly type: 'speaker:pause' }
  | { readonly type: 'speaker:resume' }
  | { readonly type: 'speaker:end' }
  | {
      readonly type: 'speaker:move'
      readonly speaker: SpeakerId
      readonly before: SpeakerId | null
      readonly reason: string
    }
  | { readonly type: 'queue:limit'; readonly seconds: number | null }
  | { readonly type: 'queue:close' }
  | { readonly type: 'queue:open' }

export const speakerNoteMax = 80
export const speakerReasonMax = 160
/** Speaking time (s). */
const speakingTime = { min: 15, max: 1_800 }

/** Whoever has the word, also while it is paused; `null`: nobody. At most one (QUEUE-1). */
export const speakerNow = ({ speakers }: SpeakerQueue): Speaker | null => speakers.find(hasWord) ?? null

const hasWord = ({ state }: Speaker): boolean => state === 'speaking' || state === 'paused'

const waitingOf = ({ speakers }: SpeakerQueue, person: PersonId): Speaker | null =>
  speakers.find((speaker) => speaker.person === person && speaker.state === 'waiting') ?? null

const classOf = (speaker: Speaker, hasSpoken: ReadonlySet<PersonId>): number =>
  speaker.kind === 'order' ? 0 : speaker.kind === 'reply' ? 1 : hasSpoken.has(speaker.person) ? 3 : 2

/**
 * Those who wait, in the order in which they get the word (QUEUE-2): points of order, replies, who has not spoken yet tonight,
 * the others. Within each of these the hall and home take turns, beginning with the one who did not speak last, and then who
 * asked first. Whom the Chef moved stands where the Chef said (QUEUE-4).
 */
export function speakingOrder(queue: SpeakerQueue): readonly Speaker[] {
  const spoken = new Set(queue.speakers.filter(({ spells }) => spells.length > 0).map(({ person }) => person))
  const last = lastOf(queue)
  const waiting = queue.speakers.filter(({ state }) => state === 'waiting')
  const classes = [0, 1, 2, 3].map((wanted) => waiting.filter((speaker) => classOf(speaker, spoken) === wanted))
  const order: Speaker[] = []
  for (const speakers of classes) order.push(...alternated(speakers, order.at(-1)?.mode ?? last))
  const moved = waiting.flatMap((speaker) => (speaker.moved ? [{ speaker, ...speaker.moved }] : []))
  for (const { speaker, before } of moved.sort((one, other) => one.nth - other.nth)) {
    const goal = queue.speakers.find(({ id }) => id === before)
    // Before somebody who does not want the word any more: that place is gone, and they stand where they would have stood.
    if (goal?.state === 'withdrawn') continue
    order.splice(order.indexOf(speaker), 1)
    const place = before === null ? 0 : order.findIndex(({ id }) => id === before)
    // Before somebody who has spoken meanwhile: then it is their turn.
    order.splice(Math.max(0, place), 0, speaker)
  }
  return order
}

/** From where the last one spoke; `null`: nobody has spoken yet. */
function lastOf({ speakers }: SpeakerQueue): AttendanceMode | null {
  const begun = speakers.flatMap(({ spells, mode }) => (spells[0] ? [{ from: spells[0].from, mode }] : []))
  return begun.reduce<{ from: number; mode: AttendanceMode | null }>(
    (latest, one) => (one.from >= latest.from ? one : latest),
    { from: -1, mode: null },
  ).mode
}

function alternated(speakers: readonly Speaker[], last: AttendanceMode | null): readonly Speaker[] {
  const lines = {
    room: speakers.filter(({ mode }) => mode === 'room'),
    remote: speakers.filter(({ mode }) => mode === 'remote'),
  }
  const order: Speaker[] = []
  let next: AttendanceMode | null =
    last === 'room' ? 'remote' : last === 'remote' ? 'room' : (speakers[0]?.mode ?? null)
  while (next !== null && order.length < speakers.length) {
    const speaker: Speaker | undefined = lines[next].shift()
    if (speaker) order.push(speaker)
    next = next === 'room' ? 'remote' : 'room'
  }
  return order
}

/** Somebody asks for the word: one wish at a time each, and one of another kind takes its place (QUEUE-3). */
export function raiseHand(
  queue: SpeakerQueue,
  { speaker: id, kind, note }: Pick<Extract<QueueCommand, { type: 'speaker:raise' }>, 'speaker' | 'kind' | 'note'>,
  person: PersonId,
  { mode, item, byChef }: { mode: AttendanceMode | null; item: AgendaItemId | null; byChef: boolean },
): Result<readonly QueueFact[]> {
  const waiting = waitingOf(queue, person)
  if (queue.speakers.some((speaker) => speaker.id === id) || waiting?.kind === kind) return ok([])
  if (mode === null) return refuse({ code: 'not-checked-in' })
  if (queue.closed && !byChef) return refuse({ code: 'queue-closed' })
  const words = oneLine(note)
  if (words.length > speakerNoteMax) return refuse({ code: 'text-too-long', max: speakerNoteMax })
  const raised = { type: 'speaker:raised', speaker: id, person, kind, mode, note: words, item } as const
  return ok(waiting ? [{ type: 'speaker:lowered', speaker: waiting.id }, raised] : [raised])
}

/** By oneself, or by the Chef who leads (QUEUE-3). */
export function lowerHand(
  queue: SpeakerQueue,
  id: SpeakerId,
  person: PersonId,
  leads: boolean,
): Result<readonly QueueFact[]> {
  const speaker = queue.speakers.find((other) => other.id === id)
  if (!speaker || (speaker.person !== person && !leads)) return refuse({ code: 'speaker-not-found' })
  return ok(speaker.state === 'waiting' ? [{ type: 'speaker:lowered', speaker: id }] : [])
}

/** Somebody is gone: they have no wish to speak any more, and not the word either (ATTEND-5). */
export const queueWithout = ({ speakers }: SpeakerQueue, person: PersonId): readonly QueueFact[] =>
  speakers.flatMap((speaker): readonly QueueFact[] => {
    if (speaker.person !== person) return []
    if (speaker.state === 'waiting') return [{ type: 'speaker:lowered', speaker: speaker.id }]
    return hasWord(speaker) ? [{ type: 'speaker:ended', speaker: speaker.id }] : []
  })

/** What the Chef does with the queue (QUEUE-4, QUEUE-5). */
export function leadQueue(
  queue: SpeakerQueue,
  command: Exclude<QueueCommand, { type: 'speaker:raise' | 'speaker:lower' }>,
  at: Instant,
): Result<readonly QueueFact[]> {
  const now = speakerNow(queue)
  switch (command.type) {
    case 'speaker:call': {
      if (command.speaker !== null && now?.id === command.speaker) return ok([])
      // One tap gives the word to one person: tapped twice, nobody is passed over.
      const since = now?.spells.at(-1)?.from
      if (command.speaker === null && since !== undefined && isSameTap(since, at)) return ok([])
      const order = speakingOrder(queue)
      const next = command.speaker === null ? order[0] : order.find(({ id }) => id === command.speaker)
      if (!next) return refuse({ code: command.speaker === null ? 'nobody-waits' : 'speaker-not-found' })
      if (next !== order[0]) return refuse({ code: 'reason-needed' })
      return ok([{ type: 'speaker:called', speaker: next.id }])
    }
    case 'speaker:pause':
      return ok(now?.state === 'speaking' ? [{ type: 'speaker:paused', speaker: now.id }] : [])
    case 'speaker:resume':
      return ok(now?.state === 'paused' ? [{ type: 'speaker:resumed', speaker: now.id }] : [])
    case 'speaker:end':
      return ok(now ? [{ type: 'speaker:ended', speaker: now.id }] : [])
    case 'speaker:move': {
      const order = speakingOrder(queue)
      const place = order.findIndex(({ id }) => id === command.speaker)
      const known = command.before === null || order.some(({ id }) => id === command.before)
      if (place < 0 || !known || command.before === command.speaker) return refuse({ code: 'speaker-not-found' })
      const reason = oneLine(command.reason)
      if (reason === '') return refuse({ code: 'reason-needed' })
      if (reason.length > speakerReasonMax) return refuse({ code: 'text-too-long', max: speakerReasonMax })
      const there = command.before === null ? place === 0 : order[place + 1]?.id === command.before
      return ok(there ? [] : [{ type: 'speaker:moved', speaker: command.speaker, before: command.before, reason }])
    }
    case 'queue:limit': {
      const { seconds } = command
      const { min, max } = speakingTime
      if (seconds !== null && !(Number.isInteger(seconds) && seconds >= min && seconds <= max))
        return refuse({ code: 'seconds-out-of-range', min, max })
      return ok(seconds === queue.limit ? [] : [{ type: 'queue:limited', seconds }])
    }
    case 'queue:close':
      return ok(queue.closed ? [] : [{ type: 'queue:closed' }])
    case 'queue:open':
      return ok(queue.closed ? [{ type: 'queue:opened' }] : [])
  }
}

export function applyQueue(queue: SpeakerQueue, fact: QueueFact, at: Instant): SpeakerQueue {
  const changed = (id: SpeakerId, change: (speaker: Speaker) => Partial<Speaker>): SpeakerQueue => ({
    ...queue,
    speakers: queue.speakers.map((speaker) => (speaker.id === id ? { ...speaker, ...change(speaker) } : speaker)),
  })
  switch (fact.type) {
    case 'speaker:raised': {
      const { speaker: id, person, kind, mode, note, item } = fact
      const raised = { id, person, kind, mode, note, item, raisedAt: at, spells: [], moved: null }
      return { ...queue, speakers: [...queue.speakers, { ...raised, state: 'waiting' }] }
    }
    case 'speaker:lowered':
      return changed(fact.speaker, () => ({ state: 'withdrawn' }))
    case 'speaker:called':
      return {
        ...queue,
        speakers: queue.speakers.map((speaker) => {
          if (speaker.id === fact.speaker)
            return { ...speaker, state: 'speaking', spells: [...speaker.spells, { from: at, to: null }] }
          return hasWord(speaker) ? { ...speaker, state: 'done', spells: ended(speaker.spells, at) } : speaker
        }),
      }
    case 'speaker:paused':
      return changed(fact.speaker, ({ spells }) => ({ state: 'paused', spells: ended(spells, at) }))
    case 'speaker:resumed':
      return changed(fact.speaker, ({ spells }) => ({
        state: 'speaking',
        spells: [...spells, { from: at, to: null }],
      }))
    case 'speaker:ended':
      return changed(fact.speaker, ({ spells }) => ({ state: 'done', spells: ended(spells, at) }))
    case 'speaker:moved':
      return changed(fact.speaker, () => ({
        moved: { before: fact.before, reason: fact.reason, nth: nextMove(queue) },
      }))
    case 'queue:limited':
      return { ...queue, limit: fact.seconds }
    case 'queue:closed':
      return { ...queue, closed: true }
    case 'queue:opened':
      return { ...queue, closed: false }
    default:
      return queue
  }
}

/** Whoever waits and comes to the hall, or goes home, waits from there: hall and home take turns by where people are (QUEUE-2). */
export function queueFollows(queue: SpeakerQueue, { person, mode }: Pick<Speaker, 'person' | 'mode'>): SpeakerQueue {
  const waiting = waitingOf(queue, person)
  if (!waiting || waiting.mode === mode) return queue
  return {
    ...queue,
    speakers: queue.speakers.map((speaker) => (speaker === waiting ? { ...speaker, mode } : speaker)),
  }
}

const nextMove = ({ speakers }: SpeakerQueue): number =>
  Math.max(0, ...speakers.map(({ moved }) => moved?.nth ?? 0)) + 1

/** The meeting is over: whoever speaks stops, and who waited does not get the word any more. */
export const queueOver = (queue: SpeakerQueue, at: Instant): SpeakerQueue => ({
  ...queue,
  closed: true,
  speakers: queue.speakers.map((speaker) => {
    if (speaker.state === 'waiting') return { ...speaker, state: 'withdrawn' }
    return hasWord(speaker) ? { ...speaker, state: 'done', spells: ended(speaker.spells, at) } : speaker
  }),
})

/** How long (ms) somebody has had the word this time. */
export const speakingFor = ({ spells }: Pick<Speaker, 'spells'>, now: Instant): number =>
  spells.reduce((sum, { from, to }) => sum + ((to ?? now) - from), 0)

const ended = (spells: readonly Spell[], at: Instant): readonly Spell[] =>
  spells.map((spell) => (spell.to === null ? { ...spell, to: at } : spell))
