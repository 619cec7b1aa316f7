import {
  ok,
  refuse,
  type BookEntry,
  type BookFact,
  type Instant,
  type ParkedEdit,
  type PersonId,
  type Result,
} from '@witboek/domain'
import { sectionBytesMax, type SectionRoom } from './section-room.ts'
import { putWords } from '../words.ts'

interface PutParked {
  /** What it really changed in the section. */
  readonly update: Uint8Array
  readonly fact: BookFact
  /** The edit under its writer's name, and after it the fact under that of the Chef. */
  readonly entries: readonly BookEntry[]
}

/**
 * Puts words that were set aside into the text of an open section, where they stood (PARK-4). They pass the guard as if
 * their writer typed them now; when it refuses them, the section stays as it is.
 */
export function putParked(
  section: SectionRoom,
  { id, writer, pieces }: ParkedEdit,
  { chef, at }: { readonly chef: PersonId; readonly at: Instant },
): Result<PutParked> {
  const { update: drafted, client } = section.draft((doc) => putWords(doc, pieces))
  const verdict = section.judge(drafted, writer)
  if (verdict.kind !== 'something') return refuse({ code: 'not-allowed-text' })
  if (!section.hasRoomFor(verdict.update)) return refuse({ code: 'section-too-large', max: sectionBytesMax })
  const update = section.apply(verdict.update)
  if (!update) return refuse({ code: 'not-allowed-text' })
  const newClients = section.authors.wrote([client], writer)
  const fact = { type: 'edit:admitted', parked: id, section: section.id, writer } as const
  return ok({
    update,
    fact,
    entries: [
      { kind: 'edit', person: writer, at, section: section.id, update, newClients },
      { kind: 'fact', person: chef, at, fact },
    ],
  })
}
