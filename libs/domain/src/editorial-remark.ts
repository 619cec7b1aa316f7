import { sectionIn, type Manifest, type RemarkFact } from './book.ts'
import type { BookRights } from './book-rights.ts'
import type { Instant, PersonId, RemarkId, SectionId } from './ids.ts'
import { ok, refuse, type Result } from './result.ts'

/** A remark (characters) is a note in the margin, not a text of its own. */
export const remarkMax = 500
/** In one section; more than a handful is a conversation, and belongs in the meeting. */
export const remarksMax = 10

/** What a Chef asks. A remark is not changed: it is taken away, and a new one is placed. */
export type RemarkCommand =
  | { readonly type: 'remark:place'; readonly section: SectionId; readonly text: string }
  | { readonly type: 'remark:remove'; readonly section: SectionId; readonly remark: RemarkId }

/**
 * A Chef writes nothing in a book, except remarks that stand beside the text under the Chef's own name, where the dialogue
 * allows it (REMARK-1 to REMARK-4). They are facts, and never in the text that the experts wrote. A lock does not stop
 * them: one may want to say why it is there. `id`: of the remark that is placed.
 */
export function changeRemarks(
  manifest: Manifest,
  command: RemarkCommand,
  rights: BookRights,
  { chef, id, now }: { readonly chef: PersonId; readonly id: RemarkId; readonly now: Instant },
): Result<readonly RemarkFact[]> {
  if (!rights.order) return refuse({ code: 'not-for-your-role', role: rights.role })
  const section = sectionIn(manifest, command.section)
  if (!section) return refuse({ code: 'section-not-found' })
  switch (command.type) {
    case 'remark:place': {
      if (!rights.remark) return refuse({ code: 'remarks-not-allowed' })
      if (section.removed) return refuse({ code: 'section-removed' })
      if (section.remarks.length >= remarksMax) return refuse({ code: 'too-many-remarks', max: remarksMax })
      const text = command.text.trim()
      if (text === '') return refuse({ code: 'remark-empty' })
      if (text.length > remarkMax) return refuse({ code: 'remark-too-long', max: remarkMax })
      return ok([{ type: 'remark:placed', section: section.id, remark: { id, chef, at: now, text } }])
    }
    case 'remark:remove': {
      const remark = section.remarks.find((other) => other.id === command.remark)
      if (!remark) return refuse({ code: 'remark-not-found' })
      return ok([{ type: 'remark:removed', section: section.id, remark: remark.id }])
    }
  }
}
