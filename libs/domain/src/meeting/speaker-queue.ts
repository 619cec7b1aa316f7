import type { AgendaItemId, Instant, PersonId, SpeakerId } from '../ids.ts'
import type { AttendanceMode } from './attendance.ts'
import { ended, type Spell } from './spell.ts'

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

/** Whoever has the word, also while it is paused; `null`: nobody. At most one (QUEUE-1). */
export const speakerNow = ({ speakers }: SpeakerQueue): Speaker | null => speakers.find(hasWord) ?? null

export const hasWord = ({ state }: Speaker): boolean => state === 'speaking' || state === 'paused'

export const waitingOf = ({ speakers }: SpeakerQueue, person: PersonId): Speaker | null =>
  speakers.find((speaker) => speaker.person === person && speaker.state === 'waiting') ?? null

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
