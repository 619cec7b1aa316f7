import type { MeetingCommandName } from './commands.ts'
import type { PollCommandName } from './polls.ts'

/**
 * `POST /api/meetings/agenda/add`, `/api/meetings/poll/draft` and so on: every command of a meeting, with the meeting it is for. What is
 * added has an id of the sender's: sent twice, it is one.
 */
export const meetingCommandPath = (name: MeetingCommandName | PollCommandName): string =>
  `/api/meetings/${name.replace(':', '/')}`

/** What one can ask of a poll: `OwnBallotAnswer`, `PollAuditAnswer`, `BallotHistoryAnswer`, `HandsToCheck`. */
export type PollQuestion = 'own' | 'audit' | 'history' | 'hands'

export const pollPath = (meeting: string, poll: string, question: PollQuestion): string =>
  `/api/meetings/${encodeURIComponent(meeting)}/polls/${encodeURIComponent(poll)}/${question}`
