/** What a rule answers: yes with a value, or no with a reason that the screen can explain. Rules never throw. */
export type Result<Value, No extends Refusal = Refusal> = Yes<Value> | { readonly ok: false; readonly refusal: No }

export interface Yes<Value> {
  readonly ok: true
  readonly value: Value
}

/** Every expected "no" of the product. `libs/contract/src/problems.ts` gives each a status and a title. */
export type Refusal =
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'not-for-your-role'; readonly role: string }
  | { readonly code: 'not-your-theme-group' }
  | { readonly code: 'book-not-yet-readable'; readonly from: string }
  | { readonly code: 'book-closed-for-writing' }
  | { readonly code: 'book-not-found' }
  | { readonly code: 'theme-not-found' }
  | { readonly code: 'dialogue-not-found' }
  | { readonly code: 'seat-not-found' }
  | { readonly code: 'section-not-found' }
  | { readonly code: 'section-removed' }
  | { readonly code: 'section-not-removed' }
  | { readonly code: 'heading-empty' }
  | { readonly code: 'heading-too-long'; readonly max: number }
  | { readonly code: 'too-many-sections'; readonly max: number }
  | { readonly code: 'last-section' }
  | { readonly code: 'section-locked'; readonly until: number | null }
  | { readonly code: 'book-frozen'; readonly until: number | null }
  | { readonly code: 'section-already-locked' }
  | { readonly code: 'section-not-locked' }
  | { readonly code: 'book-already-frozen' }
  | { readonly code: 'book-not-frozen' }
  | { readonly code: 'reason-too-long'; readonly max: number }
  | { readonly code: 'until-in-the-past' }
  | { readonly code: 'not-allowed-text' }
  | { readonly code: 'foreign-author' }
  | { readonly code: 'orphaned-text' }
  | { readonly code: 'section-too-large'; readonly max: number }
  | { readonly code: 'parked-not-found' }
  | { readonly code: 'parked-changed' }
  | { readonly code: 'too-much-parked'; readonly max: number }
  | { readonly code: 'remarks-not-allowed' }
  | { readonly code: 'remarks-already-so' }
  | { readonly code: 'remark-empty' }
  | { readonly code: 'remark-too-long'; readonly max: number }
  | { readonly code: 'too-many-remarks'; readonly max: number }
  | { readonly code: 'remark-not-found' }
  | { readonly code: 'last-seat' }
  | { readonly code: 'phase-not-next' }
  | { readonly code: 'not-in-this-phase' }
  | { readonly code: 'roles-do-not-go-together'; readonly role: string; readonly held: string }
  | { readonly code: 'one-theme-group' }
  | { readonly code: 'seat-already-held' }
  | { readonly code: 'not-to-yourself' }
  | { readonly code: 'person-not-found' }
  | { readonly code: 'link-not-valid' }
  | { readonly code: 'code-not-valid' }
  | { readonly code: 'too-many-attempts'; readonly seconds: number }
  | { readonly code: 'consent-missing' }
  | { readonly code: 'name-empty' }
  | { readonly code: 'name-differs' }
  | { readonly code: 'name-too-long'; readonly max: number }
  | { readonly code: 'address-known' }
  | { readonly code: 'dialogue-already-there' }
  | { readonly code: 'themes-number'; readonly max: number }
  | { readonly code: 'themes-alike' }
  | { readonly code: 'invitation-not-found' }
  | { readonly code: 'invitation-changed' }
  | { readonly code: 'invited-already' }
  | { readonly code: 'address-not-valid' }
  | { readonly code: 'meeting-not-found' }
  | { readonly code: 'meeting-not-open' }
  | { readonly code: 'meeting-changed' }
  | { readonly code: 'meeting-title-empty' }
  | { readonly code: 'meeting-title-too-long'; readonly max: number }
  | { readonly code: 'meeting-place-too-long'; readonly max: number }
  | { readonly code: 'meeting-ends-before-start' }
  | { readonly code: 'meeting-too-long'; readonly max: number }
  | { readonly code: 'meeting-link-not-valid' }
  | { readonly code: 'meeting-long-over' }
  | { readonly code: 'meeting-not-closed' }
  | { readonly code: 'meeting-not-minuted' }
  | { readonly code: 'not-a-later-meeting' }
  | { readonly code: 'cancel-reason-empty' }
  | { readonly code: 'too-many'; readonly max: number }
  | { readonly code: 'text-empty' }
  | { readonly code: 'text-too-long'; readonly max: number }
  | { readonly code: 'minutes-out-of-range'; readonly max: number }
  | { readonly code: 'seconds-out-of-range'; readonly min: number; readonly max: number }
  | { readonly code: 'item-not-found' }
  | { readonly code: 'item-was-current' }
  | { readonly code: 'meeting-not-running' }
  | { readonly code: 'meeting-over' }
  | { readonly code: 'not-checked-in' }
  | { readonly code: 'room-code-not-valid' }
  | { readonly code: 'queue-closed' }
  | { readonly code: 'speaker-not-found' }
  | { readonly code: 'nobody-waits' }
  | { readonly code: 'timer-not-running' }
  | { readonly code: 'question-not-found' }
  | { readonly code: 'lead-has-decided' }
  | { readonly code: 'no-appeal' }
  | { readonly code: 'report-not-found' }
  | { readonly code: 'minutes-confirmed' }
  | { readonly code: 'reactions-muted' }
  | { readonly code: 'notes-changed' }
  | { readonly code: 'other-meeting-open' }
  | { readonly code: 'guest-not-found' }
  | { readonly code: 'mail-away' }
  | { readonly code: 'sign-in-failed' }
  | { readonly code: 'passkey-not-valid' }
  | { readonly code: 'poll-not-found' }
  | { readonly code: 'poll-changed' }
  | { readonly code: 'poll-question-empty' }
  | { readonly code: 'poll-text-too-long'; readonly max: number }
  | { readonly code: 'poll-options-number'; readonly min: number; readonly max: number }
  | { readonly code: 'poll-options-alike' }
  | { readonly code: 'poll-plan-not-sound'; readonly field: string }
  | { readonly code: 'too-many-polls'; readonly max: number }
  | { readonly code: 'too-many-polls-open'; readonly max: number }
  | { readonly code: 'electorate-empty' }
  | { readonly code: 'electorate-too-small'; readonly min: number }
  | { readonly code: 'poll-not-open' }
  | { readonly code: 'poll-closed'; readonly at: number; readonly now: number }
  | { readonly code: 'poll-only-later' }
  | { readonly code: 'poll-secret' }
  | { readonly code: 'poll-not-secret' }
  | { readonly code: 'poll-not-closed' }
  | { readonly code: 'poll-not-published' }
  | { readonly code: 'too-few-ballots'; readonly min: number }
  | { readonly code: 'hands-unconfirmed' }
  | { readonly code: 'hands-not-found' }
  | { readonly code: 'hands-not-in-room' }
  | { readonly code: 'hands-not-sound' }
  | { readonly code: 'second-person-needed' }
  | { readonly code: 'guest-checks-no-hands' }
  | { readonly code: 'word-not-found' }
  | { readonly code: 'item-taken-up' }
  | { readonly code: 'reason-needed' }
  | { readonly code: 'ballot-not-sound' }
  | { readonly code: 'not-in-electorate' }
  | { readonly code: 'votes-by-hand' }
  | { readonly code: 'voted-already' }
  | { readonly code: 'ballot-final' }

export const ok = <Value>(value: Value): Yes<Value> => ({ ok: true, value })

export const refuse = <No extends Refusal>(refusal: No): { readonly ok: false; readonly refusal: No } => ({
  ok: false,
  refusal,
})
