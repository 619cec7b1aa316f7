import { ownNotesMax } from '@witboek/domain'
import { z } from 'zod'

/** `GET /api/meetings/{meeting}/notes`: what whoever asks wrote down there, for themselves. */
export interface OwnNotesAnswer {
  readonly text: string
  /** 0: nothing yet. */
  readonly version: number
}

/** `POST /api/meetings/{meeting}/notes`. `version`: of the notes that were changed; on another device there may be newer ones. */
export const KeepOwnNotes = z.strictObject({ text: z.string().max(2 * ownNotesMax), version: z.int().min(0) })

/** Of both. */
export const ownNotesPath = (meeting: string): string => `/api/meetings/${encodeURIComponent(meeting)}/notes`
