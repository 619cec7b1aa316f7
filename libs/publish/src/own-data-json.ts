import type { OwnData } from './own-data.ts'

/** Rises when what is in the JSON changes for a program that reads it. */
const ownDataSchema = 'witboek-own-data/1'

/** The names in the JSON, in their order. What is not named here does not go out, whatever else the data should hold. */
const names = [
  ...['schema', 'at', 'person', 'id', 'publicName', 'realName', 'email', 'language', 'background'],
  ...['seats', 'role', 'theme', 'consents', 'text', 'version', 'logins', 'startedAt', 'lastSeenAt', 'device'],
  ...['passkeys', 'name', 'createdAt', 'usedAt', 'calendar', 'meetingMail', 'identities', 'issuer', 'subject'],
  ...['invitations', 'letter', 'sentAt', 'state', 'invitationsSent'],
  ...['meetings', 'title', 'startsAt', 'askedAt', 'writes'],
  ...['evenings', 'stays', 'cameAt', 'leftAt', 'mode', 'speaking', 'note', 'seconds', 'questions', 'hidden', 'appeal'],
  ...['reports', 'about', 'who', 'reason', 'verdict', 'outcome', 'notes', 'votes', 'question', 'how', 'choices'],
  ...['words', 'book', 'section', 'setAside', 'why'],
  ...['blocks', 'kind', 'level', 'ordered', 'items', 'rows', 'header', 'bold', 'italic', 'link'],
  ...['asChef', 'events', 'type'],
]

/** The same data for a program: one fixed order of keys, times as ISO 8601 in UTC. */
export const ownDataJson = (data: OwnData): string =>
  `${JSON.stringify(JSON.parse(JSON.stringify({ schema: ownDataSchema, ...data }, inWords)), names, 2)}\n`

const inWords = (name: string, value: unknown): unknown =>
  typeof value === 'number' && /^at$|At$/.test(name) ? new Date(value).toISOString() : value
