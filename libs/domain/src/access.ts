import type { AccessFact, DialogueFact } from './book.ts'
import type { Dialogue } from './dialogue.ts'
import type { ThemeId } from './ids.ts'
import type { Actor, Person, Seat } from './people.ts'
import { phases, reached, type Phase } from './phase.ts'
import { ok, refuse, type Result } from './result.ts'
import { may } from './rights.ts'

/** Does somebody (still) hold this seat? */
export const holdsSeat = ({ seats }: Pick<Person, 'seats'>, { role, theme }: Seat): boolean =>
  seats.some((seat) => seat.role === role && seat.theme === theme)

/** The steps that the lead takes (ACCESS-2). The others are the Clerk's or a deciding body's, and have a gate of their own. */
const leadsTo: readonly Phase[] = [
  'recruiting',
  'started',
  'green',
  'green_review',
  'white',
  'consolidation',
  'sheets',
  'council',
  'network',
  'archived',
]

/**
 * The lead or the administrator takes somebody's place in a theme group away (ACCESS-1). Answers the person without it, and the fact for the
 * theme's books.
 */
export function endSeat(
  people: readonly Person[],
  { person: id, theme }: { readonly person: Person['id']; readonly theme: ThemeId },
  phase: Phase,
  actor: Actor,
): Result<{ readonly person: Person; readonly fact: AccessFact }> {
  const allowed = may('seat:end', actor, { theme, phase })
  if (!allowed.ok) return allowed
  const person = people.find((other) => other.id === id)
  if (!person?.seats.some((seat) => seat.theme === theme)) return refuse({ code: 'seat-not-found' })
  // Nobody judges about a place of their own.
  if (person.id === actor.person) return refuse({ code: 'last-seat' })
  const chef: Seat = { role: 'chef', theme }
  const chefs = people.filter((other) => holdsSeat(other, chef))
  if (holdsSeat(person, chef) && chefs.length === 1 && reached(phase, 'started')) return refuse({ code: 'last-seat' })
  const seats = person.seats.filter((seat) => seat.theme !== theme)
  return ok({ person: { ...person, seats }, fact: { type: 'seat:ended', person: id } })
}

/** What the lead asks for the whole dialogue. */
export type DialogueCommand =
  | { readonly type: 'phase:reach'; readonly phase: Phase }
  | { readonly type: 'remarks:allow'; readonly allowed: boolean }

/**
 * The lead goes on to the next phase, where that step is the lead's (ACCESS-2), or says whether Chefs may place remarks
 * beside the text (REMARK-1).
 */
export function changeDialogue(
  dialogue: Pick<Dialogue, 'phase' | 'editorialRemarks'>,
  command: DialogueCommand,
  actor: Actor,
): Result<DialogueFact> {
  const allowed = may(command.type, actor, dialogue)
  if (!allowed.ok) return allowed
  switch (command.type) {
    case 'phase:reach': {
      const { phase } = command
      if (phases.indexOf(phase) !== phases.indexOf(dialogue.phase) + 1) return refuse({ code: 'phase-not-next' })
      if (!leadsTo.includes(phase)) return refuse({ code: 'not-for-your-role', role: actor.seat.role })
      return ok({ type: 'phase:reached', phase })
    }
    case 'remarks:allow': {
      const { allowed } = command
      if (allowed === dialogue.editorialRemarks) return refuse({ code: 'remarks-already-so' })
      return ok({ type: 'remarks:allowed', allowed })
    }
  }
}

export function withDialogueFact(dialogue: Dialogue, fact: DialogueFact): Dialogue {
  switch (fact.type) {
    case 'phase:reached':
      return { ...dialogue, phase: fact.phase }
    case 'remarks:allowed':
      return { ...dialogue, editorialRemarks: fact.allowed }
  }
}
