import { canonical } from '../canonical.ts'
import type { HashOf, NewEvent } from '../event-chain.ts'
import type { MeetingId, ThemeId } from '../ids.ts'
import type { MeetingFact, RecordedMeetingFact } from './meeting-fact.ts'

/** What does not come into the record by itself, and why not (RECORD-2). */
const notOnRecord: {
  readonly [Type in MeetingFact['type']]?: 'a command on the record' | 'it passes' | 'nobody did it'
} = {
  'meeting:opened': 'a command on the record',
  'meeting:paused': 'a command on the record',
  'meeting:resumed': 'a command on the record',
  'meeting:closed': 'a command on the record',
  'meeting:minuted': 'a command on the record',
  'meeting:confirmed': 'a command on the record',
  'checkpoint:taken': 'a command on the record',
  // Lines drop and come back by themselves.
  'attendance:away': 'it passes',
  'attendance:back': 'it passes',
  // Whoever does not understand a word is not asked who they are.
  'word:asked': 'nobody did it',
}

/** Of a fact that is copied into the record: whether it is. */
export const isOnRecord = ({ type }: MeetingFact): boolean => !Object.hasOwn(notOnRecord, type)

/**
 * A fact of a meeting as an event for the record; `null` for what does not come into it. It holds ids and the hash of the
 * fact, and no word that somebody wrote.
 */
export function meetingEvent(
  meeting: { readonly id: MeetingId; readonly theme: ThemeId | null },
  { seq, at, by, role, fact }: RecordedMeetingFact,
  hashOf: HashOf,
): NewEvent | null {
  if (!isOnRecord(fact)) return null
  const details = { seq, ...idsIn(fact), hash: hashOf(canonical(fact)) }
  return { at, actor: by, role, theme: meeting.theme, type: fact.type, subject: meeting.id, details }
}

/** What a fact is about, and what proves it. */
const named = [
  'item',
  'person',
  'speaker',
  'poll',
  'block',
  'question',
  'announcement',
  'report',
  'decision',
  'action',
  // What ties a poll to who could vote, to what about, and to its ballots, for whoever holds its proof against the record.
  'electorateHash',
  'definitionHash',
  'ballotsRoot',
] as const

function idsIn(fact: MeetingFact): { readonly [name: string]: string } {
  const values = Object.entries(fact).filter(
    ([name, value]) => (named as readonly string[]).includes(name) && typeof value === 'string',
  )
  return Object.fromEntries(values) as { readonly [name: string]: string }
}
