import type { AdmissionId, DialogueId, Instant, MeetingId, PersonId, ThemeId } from './ids.ts'

/** An evening (bijeenkomst) of a theme group, or of all of them together (`theme: null`). */
export interface Meeting {
  readonly id: MeetingId
  readonly dialogue: DialogueId
  readonly theme: ThemeId | null
  readonly kind: MeetingKind
  readonly title: string
  readonly place: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly state: MeetingState
  /** What people without an account type to join it; `null` while it is not open. */
  readonly code: string | null
  /** Rises with every change of time or place, for calendars. */
  readonly version: number
}

export const meetingKinds = ['kickoff', 'green1', 'green2', 'green3', 'white1', 'white2', 'white3', 'other'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export const meetingStates = ['planned', 'open', 'closed'] as const
export type MeetingState = (typeof meetingStates)[number]

/** Letters of a join code: none that looks or sounds like another, and no vowels, so that it makes no words. */
export const codeLetters = 'CDFHJKMNPRTWXY34679'
export const codeLength = 6

/** A code as it was typed, with what people put between and around it taken away; `null` when it cannot be one. */
export function joinCode(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter)) ? code : null
}

/** Somebody in the lobby (wachtruimte) of a meeting, and what the Chef said. */
export interface Admission {
  readonly id: AdmissionId
  readonly meeting: MeetingId
  readonly person: PersonId
  readonly state: AdmissionState
  readonly writes: boolean
  readonly askedAt: Instant
}

/** `ended`: the guest was removed or left, or the meeting is over. */
export const admissionStates = ['waiting', 'admitted', 'refused', 'ended'] as const
export type AdmissionState = (typeof admissionStates)[number]
