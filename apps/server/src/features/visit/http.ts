import type { VisitAnswer } from '@witboek/contract'
import { ok, type Result } from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Visitor } from '../../login/visitors.ts'

/** Who is asking, and where they are: the frame of every page. */
export async function visit(store: Store, example: boolean, visitor: Visitor | null): Promise<Result<VisitAnswer>> {
  const frame = await store.dialogues.current()
  const seat = visitor?.actor.seat
  const theme = frame?.themes.find(({ id }) => id === seat?.theme)
  return ok({
    actor:
      visitor && seat
        ? {
            person: visitor.actor.person,
            name: visitor.actor.name,
            role: seat.role,
            theme: theme ? { slug: theme.slug, name: theme.name } : null,
          }
        : null,
    example,
    dialogue: frame && {
      title: frame.dialogue.title,
      municipality: frame.dialogue.municipality,
      fiscalYear: frame.dialogue.fiscalYear,
      phase: frame.dialogue.phase,
      synthetic: frame.dialogue.synthetic,
    },
  })
}
