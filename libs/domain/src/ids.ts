/** A string that stands for one kind of thing only, so that a section id cannot be passed where a book id is meant. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

export type DialogueId = Id<'dialogue'>
export type ThemeId = Id<'theme'>
export type BudgetItemId = Id<'budget-item'>
export type FrameworkId = Id<'framework'>
export type PersonId = Id<'person'>
export type LoginId = Id<'login'>
export type BookId = Id<'book'>
export type SectionId = Id<'section'>
export type ParkedId = Id<'parked'>
export type RemarkId = Id<'remark'>
export type InvitationId = Id<'invitation'>
export type MeetingId = Id<'meeting'>
export type AdmissionId = Id<'admission'>
export type AgendaItemId = Id<'agenda-item'>
/** Of one wish to speak. */
export type SpeakerId = Id<'speaker'>
export type QuestionId = Id<'question'>
export type AnnouncementId = Id<'announcement'>
export type ReportId = Id<'report'>
export type PollId = Id<'poll'>
/** Of one counted block of raised hands. */
export type HandsId = Id<'hands'>
export type PasskeyId = Id<'passkey'>

/** An instant in UTC, in whole milliseconds since 1970-01-01. It always comes in as a value: the domain has no clock. */
export type Instant = number & { readonly __kind: 'instant' }
