import type { MeetingCommandName } from './commands.ts'

/**
 * `POST /api/meetings/agenda/add` and so on: every command of a meeting, with the meeting it is for. What is added has an id
 * of the sender's: sent twice, it is one.
 */
export const meetingCommandPath = (name: MeetingCommandName): string => `/api/meetings/${name.replace(':', '/')}`
