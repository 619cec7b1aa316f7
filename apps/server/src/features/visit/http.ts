import type { VisitAnswer } from '@witboek/contract'
import { may, ok, rights, type Act, type Result, type Seat } from '@witboek/domain'
import express, { type Router } from 'express'
import { page } from '../../http/answers.ts'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'

/** Who is asking, and where they are: the frame of every page. */
export function visit(hands: Hands): Router {
  const router = express.Router()
  router.get(
    '/api/visit',
    page(hands.visitors, (_request, visitor) => frameOf(hands, visitor)),
  )
  return router
}

async function frameOf({ store, settings }: Hands, visitor: Visitor | null): Promise<Result<VisitAnswer>> {
  const frame = await store.dialogues.current()
  const shown = ({ role, theme: id }: Seat) => {
    const theme = frame?.themes.find((other) => other.id === id)
    return { role, theme: theme ? { slug: theme.slug, name: theme.name } : null }
  }
  const actor = visitor?.actor ?? null
  const inDialogue = actor && { ...actor, seat: { ...actor.seat, theme: null } }
  const place = { phase: frame?.dialogue.phase ?? 'preparing' }
  return ok({
    actor: actor && { person: actor.person, name: actor.name, ...shown(actor.seat) },
    person: visitor && {
      id: visitor.person.id,
      name: visitor.person.name,
      seats: visitor.person.seats.map((held, seat) => ({ seat, ...shown(held) })),
      seat: visitor.actor ? visitor.person.seats.indexOf(visitor.actor.seat) : null,
    },
    may: (Object.keys(rights) as Act[]).filter((act) => may(act, inDialogue, place).ok),
    example: settings.example,
    dialogue: frame && {
      title: frame.dialogue.title,
      municipality: frame.dialogue.municipality,
      fiscalYear: frame.dialogue.fiscalYear,
      phase: frame.dialogue.phase,
      synthetic: frame.dialogue.synthetic,
    },
  })
}
