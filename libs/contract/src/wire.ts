import type { Problem } from './problems.ts'
import type { PresenceChanged, presenceMessages } from './presence.ts'
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
type PresenceMessages = { [Name in keyof typeof presenceMessages]: z.input<(typeof presenceMessages)[Name]> }

/** Socket.IO, browser to server. Edits do not come here: they go over the document endpoint (`/collab`). */
export type FromBrowser = {
  [Name in keyof SectionCommands]: (command: SectionCommands[Name], acknowledge: Acknowledge<Recorded>) => void
} & {
  [Name in keyof PresenceMessages]: (message: PresenceMessages[Name], acknowledge: Acknowledge<null>) => void
}

/** Socket.IO, server to browser. */
export interface FromServer {
  'presence:changed': (fact: PresenceChanged) => void
}
