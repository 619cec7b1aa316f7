import type { Refusal } from '@witboek/domain'

/** RFC 9457 problem details. `title` is for logs and for people who build on the API; screens translate `type`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** What to quote on the phone: the id of this one request or message, also in the log. */
  readonly instance: string
  readonly [detail: string]: unknown
}

export type ProblemCode =
  | Refusal['code']
  | 'not-understood'
  | 'foreign-origin'
  | 'not-found'
  | 'too-large'
  | 'wrong-content-type'
  | 'wrong-method'
  | 'too-many-lines'
  | 'too-many-messages'
  | 'pdf-busy'
  | 'pdf-not-made'
  | 'surprise'

/** Every refusal of the product with its status and title: the compiler complains when one is missing. */
export const problems: { readonly [Code in ProblemCode]: { readonly status: number; readonly title: string } } = {
  'not-signed-in': { status: 401, title: 'Take a seat or sign in first' },
  'not-for-your-role': { status: 403, title: 'Your role may not do this' },
  'not-your-theme-group': { status: 403, title: 'This belongs to another theme group' },
  'book-not-yet-readable': { status: 403, title: 'Your role may read this book from a later phase on' },
  'book-closed-for-writing': { status: 409, title: 'This book is not being written now' },
  'book-not-found': { status: 404, title: 'There is no such book' },
  'theme-not-found': { status: 404, title: 'There is no such theme' },
  'dialogue-not-found': { status: 404, title: 'No dialogue has been set up here yet' },
  'seat-not-found': { status: 404, title: 'There is no such seat' },
  'section-not-found': { status: 404, title: 'There is no such section' },
  'section-removed': { status: 409, title: 'This section was removed by the Chef' },
  'section-not-removed': { status: 409, title: 'This section is still in the book' },
  'heading-empty': { status: 422, title: 'A section needs a heading' },
  'heading-too-long': { status: 422, title: 'The heading is too long' },
  'too-many-sections': { status: 409, title: 'The book has as many sections as it can hold' },
  'last-section': { status: 409, title: 'A book keeps at least one section' },
  'section-locked': { status: 409, title: 'The Chef has locked this section' },
  'book-frozen': { status: 409, title: 'The Chef has locked the whole book' },
  'section-already-locked': { status: 409, title: 'This section is locked already' },
  'section-not-locked': { status: 409, title: 'This section is not locked' },
  'book-already-frozen': { status: 409, title: 'The whole book is locked already' },
  'book-not-frozen': { status: 409, title: 'The book as a whole is not locked' },
  'reason-too-long': { status: 422, title: 'The reason is too long' },
  'until-in-the-past': { status: 422, title: 'A lock cannot end in the past' },
  'not-allowed-text': { status: 422, title: 'This text holds something that a book cannot hold' },
  'foreign-author': { status: 403, title: 'These words were written under the name of somebody else' },
  'orphaned-text': { status: 409, title: 'The place these words were written at is gone' },
  'section-too-large': { status: 413, title: 'This section is full' },
  'parked-not-found': { status: 404, title: 'There are no such words set aside' },
  'parked-changed': { status: 409, title: 'Something was decided about these words already' },
  'too-much-parked': { status: 409, title: 'More words are set aside than the server keeps for one person' },
  'remarks-not-allowed': { status: 403, title: 'In this dialogue Chefs place no remarks' },
  'remarks-already-so': { status: 409, title: 'This is how it is already' },
  'remark-empty': { status: 422, title: 'A remark needs words' },
  'remark-too-long': { status: 422, title: 'The remark is too long' },
  'too-many-remarks': { status: 409, title: 'The section has as many remarks as it can have' },
  'remark-not-found': { status: 404, title: 'There is no such remark' },
  'last-seat': { status: 409, title: 'This seat cannot be taken away' },
  'phase-not-next': { status: 409, title: 'A dialogue goes from each phase to the next, and skips none' },
  'not-in-this-phase': { status: 409, title: 'This is not done in the phase the dialogue is in' },
  'roles-do-not-go-together': { status: 409, title: 'One person does not hold these two roles' },
  'one-theme-group': { status: 409, title: 'An expert belongs to one theme group' },
  'not-to-yourself': { status: 403, title: 'Nobody gives a seat to themselves' },
  'seat-already-held': { status: 409, title: 'This person has this seat already' },
  'person-not-found': { status: 404, title: 'There is no such person' },
  'link-not-valid': { status: 410, title: 'This link was used before, is too old, or is not whole' },
  'code-not-valid': { status: 404, title: 'There is no open meeting with this code' },
  'too-many-attempts': { status: 429, title: 'This was tried too often; wait a while' },
  'consent-missing': { status: 422, title: 'Taking part needs consent' },
  'name-empty': { status: 422, title: 'A name is needed' },
  'name-differs': { status: 422, title: 'This is not the name that was to be typed' },
  'name-too-long': { status: 422, title: 'The name is too long' },
  'address-known': { status: 409, title: 'This e-mail address is somebody’s already' },
  'dialogue-already-there': { status: 409, title: 'A dialogue has been set up here already' },
  'themes-number': { status: 422, title: 'A dialogue needs themes, and not too many' },
  'themes-alike': { status: 422, title: 'Two themes have names that are too much alike' },
  'invitation-not-found': { status: 404, title: 'There is no such invitation' },
  'invitation-changed': { status: 409, title: 'Something was decided about this invitation already' },
  'invited-already': { status: 409, title: 'This address has an open invitation for this role' },
  'address-not-valid': { status: 422, title: 'This is not an e-mail address' },
  'meeting-not-found': { status: 404, title: 'There is no such meeting' },
  'meeting-not-open': { status: 409, title: 'The meeting is not open' },
  'meeting-changed': { status: 409, title: 'Something was decided about this meeting already' },
  'meeting-title-empty': { status: 422, title: 'A meeting needs a title' },
  'meeting-title-too-long': { status: 422, title: 'The title of the meeting is too long' },
  'meeting-place-too-long': { status: 422, title: 'The place of the meeting is too long' },
  'meeting-ends-before-start': { status: 422, title: 'A meeting ends after it has begun' },
  'meeting-too-long': { status: 422, title: 'A meeting does not last this long' },
  'too-many': { status: 409, title: 'There are as many of these as there can be' },
  'text-empty': { status: 422, title: 'This needs words' },
  'text-too-long': { status: 422, title: 'This text is too long' },
  'minutes-out-of-range': { status: 422, title: 'So many minutes cannot be planned' },
  'seconds-out-of-range': { status: 422, title: 'So much time cannot be given' },
  'item-not-found': { status: 404, title: 'There is no such item on the agenda' },
  'item-was-current': { status: 409, title: 'What was spoken about stays on the agenda' },
  'meeting-not-running': { status: 409, title: 'The meeting is not going on' },
  'meeting-over': { status: 409, title: 'The meeting is over' },
  'not-checked-in': { status: 409, title: 'This is for those who have checked in' },
  'room-code-not-valid': { status: 422, title: 'This is not the code on the screen in the hall' },
  'queue-closed': { status: 409, title: 'The speaker queue is closed' },
  'speaker-not-found': { status: 404, title: 'There is no such speaker in the queue' },
  'nobody-waits': { status: 409, title: 'Nobody waits to speak' },
  'timer-not-running': { status: 409, title: 'There is no timer' },
  'question-not-found': { status: 404, title: 'There is no such question' },
  'lead-has-decided': { status: 409, title: 'The lead has decided about this' },
  'no-appeal': { status: 409, title: 'Nobody asked the lead about this, or the lead has decided' },
  'report-not-found': { status: 404, title: 'There is no such report for you' },
  'minutes-confirmed': { status: 409, title: 'The group has confirmed these minutes' },
  'reactions-muted': { status: 409, title: 'Reactions are off' },
  'meeting-link-not-valid': { status: 422, title: 'This is not an address for video' },
  'meeting-long-over': { status: 409, title: 'By its plan this meeting was over long ago' },
  'meeting-not-closed': { status: 409, title: 'The meeting has not been closed' },
  'meeting-not-minuted': { status: 409, title: 'The minutes of this meeting are not ready' },
  'not-a-later-meeting': { status: 409, title: 'Minutes are confirmed at a later meeting of the same group' },
  'cancel-reason-empty': { status: 422, title: 'Cancelling a meeting that people know of needs a reason' },
  'other-meeting-open': { status: 409, title: 'Another meeting of this theme is open' },
  'guest-not-found': { status: 404, title: 'There is no such guest' },
  'mail-away': { status: 503, title: 'Mail cannot be sent at the moment' },
  'sign-in-failed': { status: 403, title: 'The municipality’s sign-in gave no identity that is known here' },
  'passkey-not-valid': { status: 403, title: 'This passkey is not known here' },
  'poll-not-found': { status: 404, title: 'There is no such poll' },
  'poll-changed': { status: 409, title: 'Something was decided about this poll already' },
  'poll-question-empty': { status: 422, title: 'A poll needs a question' },
  'poll-text-too-long': { status: 422, title: 'A text of the poll is too long' },
  'poll-options-number': { status: 422, title: 'A poll to choose from needs options, and not too many' },
  'poll-options-alike': { status: 422, title: 'Two options of the poll are alike' },
  'poll-plan-not-sound': { status: 422, title: 'A setting of the poll does not go with its kind, or is out of range' },
  'too-many-polls': { status: 409, title: 'The meeting has as many polls as it can have' },
  'too-many-polls-open': { status: 409, title: 'As many polls are open as can be at a time' },
  'electorate-empty': { status: 409, title: 'Nobody here may vote in this poll' },
  'electorate-too-small': { status: 409, title: 'Too few people may vote for a secret poll' },
  'poll-not-open': { status: 409, title: 'The poll is not open' },
  'poll-closed': { status: 409, title: 'The poll was closed when this came in' },
  'poll-only-later': { status: 422, title: 'A poll is only given more time, not less' },
  'poll-secret': { status: 409, title: 'This cannot be done in a secret poll' },
  'poll-not-secret': { status: 409, title: 'Only of a secret poll is it shown in this way who voted' },
  'poll-not-closed': { status: 409, title: 'The poll has not been closed yet' },
  'poll-not-published': { status: 409, title: 'The result of the poll has not been published' },
  'too-few-ballots': { status: 409, title: 'Too few ballots for a secret poll' },
  'hands-unconfirmed': { status: 409, title: 'Hands that were counted wait for a second person' },
  'hands-not-found': { status: 404, title: 'There is no such count of hands' },
  'hands-not-in-room': { status: 409, title: 'Hands are counted of people in the room' },
  'hands-not-sound': { status: 422, title: 'The counted hands do not add up, or cannot be counted for this poll' },
  'second-person-needed': { status: 403, title: 'Who counted does not confirm the count' },
  'item-taken-up': { status: 409, title: 'The item is on the agenda of a meeting that has begun' },
  'word-not-found': { status: 404, title: 'Nobody asked for this word' },
  'guest-checks-no-hands': { status: 403, title: 'A guest does not confirm a count' },
  'reason-needed': { status: 422, title: 'This needs a reason' },
  'ballot-not-sound': { status: 422, title: 'This ballot does not go with the poll' },
  'not-in-electorate': { status: 403, title: 'This person is not on the list of who may vote' },
  'votes-by-hand': { status: 409, title: 'This person’s raised hand was counted' },
  'voted-already': { status: 409, title: 'Somebody among them has cast a ballot already' },
  'notes-changed': { status: 409, title: 'These notes were changed on another device' },
  'ballot-final': { status: 409, title: 'A secret ballot is cast once' },
  'not-understood': { status: 400, title: 'The message could not be understood' },
  'foreign-origin': { status: 403, title: 'The message came from a page of another site' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'too-large': { status: 413, title: 'The message is larger than allowed' },
  'wrong-content-type': { status: 415, title: 'This address reads messages in another form' },
  'wrong-method': { status: 405, title: 'This address answers other methods' },
  'too-many-lines': { status: 429, title: 'This account has as many books open as one account can have' },
  'too-many-messages': { status: 429, title: 'Too many messages came at once' },
  'pdf-busy': { status: 503, title: 'Too many PDF files are asked for at the moment' },
  'pdf-not-made': { status: 500, title: 'No PDF could be made of this; the other format can be had' },
  surprise: { status: 500, title: 'Something went wrong on the server' },
}

export const problemType = (code: ProblemCode): string => `/problems/${code}`

/**
 * The code of a problem, for the screen that translates it; a type that is not ours counts as a surprise. A newer server may
 * have a code for which there are no words here: the screen looks, and need not bring in this table for that.
 */
export function problemCode({ type }: Pick<Problem, 'type'>): ProblemCode {
  const [, code = 'surprise'] = /^\/problems\/([a-z-]+)$/.exec(type) ?? []
  return code as ProblemCode
}

export const problemOf = (code: ProblemCode, instance: string, details: Record<string, unknown> = {}): Problem => ({
  ...details,
  type: problemType(code),
  ...problems[code],
  instance,
})
