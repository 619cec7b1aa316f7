import { KeepOwnNotes, type OwnNotesAnswer } from '@witboek/contract'
import { ok, refuse, soundNotes, type MeetingId, type Result } from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { meetingIn } from '../../http/ids-in-path.ts'
import type { Visitor } from '../../login/visitors.ts'
import { readable } from '../meetings/pages.ts'

/** What somebody writes down at a meeting: nobody but themselves can read or change it, and the record has no word of it (NOTES-1). */
export function meetingNotes(hands: Hands): Router {
  const router = express.Router()
  router.get(
    '/api/meetings/:meeting/notes',
    page(hands.visitors, (request, visitor) => ownNotes(hands, meetingIn(request), visitor)),
  )
  router.post(
    '/api/meetings/:meeting/notes',
    command(hands, KeepOwnNotes, (wish, visitor, request) => keepNotes(hands, meetingIn(request), wish, visitor), {
      limit: '256kb',
    }),
  )
  return router
}

async function ownNotes({ store }: Hands, id: MeetingId, visitor: Visitor | null): Promise<Result<OwnNotesAnswer>> {
  const found = await readable(store, id, visitor?.actor ?? null, 'meeting:read')
  if (!found.ok) return found
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const notes = await store.meetingNotes.of(found.value.meeting.id, visitor.person.id)
  return ok({ text: notes?.text ?? '', version: notes?.version ?? 0 })
}

async function keepNotes(
  { store }: Hands,
  id: MeetingId,
  { text, version }: OwnNotesAnswer,
  visitor: Visitor | null,
): Promise<Result<OwnNotesAnswer>> {
  const found = await readable(store, id, visitor?.actor ?? null, 'meeting:read')
  if (!found.ok) return found
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const sound = soundNotes(text)
  if (!sound.ok) return sound
  const kept = await store.meetingNotes.keep(found.value.meeting.id, visitor.person.id, sound.value, version)
  return kept === null ? refuse({ code: 'notes-changed' }) : ok({ text: sound.value, version: kept })
}
