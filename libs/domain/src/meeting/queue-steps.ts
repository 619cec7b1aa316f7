import type { AgendaItemId, Instant, PersonId, SpeakerId } from '../ids.ts'
import { oneLine } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { AttendanceMode } from './attendance.ts'
import { isSameTap } from './same-tap.ts'
import { hasWord, speakerNow, waitingOf, type QueueFact, type SpeakerKind, type SpeakerQueue } from './speaker-queue.ts'
import { speakingOrder } from './speaking-order.ts'

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
