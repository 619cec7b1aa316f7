import type { AccessCommands } from './access.ts'
import type { RemarkCommands } from './editorial-remark.ts'
import type { LobbyChanged, lobbyMessages } from './guests.ts'
import type { meetingMessages, MeetingPushes } from './meeting/line.ts'
import type { MeetingNow } from './meeting/views.ts'
import type { ParkedChanged, ParkedCommands } from './parked-edit.ts'
import type { Problem } from './problems.ts'
import type { PresenceChanged, presenceMessages } from './presence.ts'
import type { LockCommands } from './section-lock.ts'
import type { SectionCommands } from './section-structure.ts'
import type { z } from 'zod'

/** The answer to one message: the value, or the problem that says why not. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

/** What a recorded command answers: its place in the book's own sequence. */
export interface Recorded {
  readonly seq: number
}

type Acknowledge<Value> = (answer: Answer<Value>) => void
type BookCommands = SectionCommands & LockCommands & RemarkCommands
type PresenceMessages = { [Name in keyof typeof presenceMessages]: z.input<(typeof presenceMessages)[Name]> }
type MeetingMessages = { [Name in keyof typeof meetingMessages]: z.input<(typeof meetingMessages)[Name]> }
type LobbyMessages = { [Name in keyof typeof lobbyMessages]: z.input<(typeof lobbyMessages)[Name]> }

/** Socket.IO, browser to server. Edits do not come here: they go over the document endpoint (`/collab`). */
export type FromBrowser = {
  [Name in keyof BookCommands]: (command: BookCommands[Name], acknowledge: Acknowledge<Recorded>) => void
} & {
  [Name in keyof ParkedCommands]: (command: ParkedCommands[Name], acknowledge: Acknowledge<null>) => void
} & {
  [Name in keyof AccessCommands]: (command: AccessCommands[Name], acknowledge: Acknowledge<null>) => void
} & {
  [Name in keyof PresenceMessages]: (message: PresenceMessages[Name], acknowledge: Acknowledge<null>) => void
} & {
  [Name in keyof LobbyMessages]: (message: LobbyMessages[Name], acknowledge: Acknowledge<null>) => void
} & {
  [Name in keyof MeetingMessages]: (
    message: MeetingMessages[Name],
    acknowledge: Acknowledge<Name extends 'meeting:watch' ? MeetingNow : null>,
  ) => void
}

/** Socket.IO, server to browser. */
export interface FromServer extends MeetingPushes {
  'presence:changed': (fact: PresenceChanged) => void
  'parked:changed': (fact: ParkedChanged) => void
  'lobby:changed': (fact: LobbyChanged) => void
}
