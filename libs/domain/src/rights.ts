import type { BookKind } from './book.ts'
import type { ThemeId } from './ids.ts'
import { roles, type Actor, type Role } from './people.ts'
import { reached, type Phase } from './phase.ts'
import { ok, refuse, type Refusal, type Result } from './result.ts'

/** Where something is asked: the phase always, and what else the act is about. */
export interface Place {
  readonly phase: Phase
  readonly theme?: ThemeId | null
  /** Of a book. */
  readonly kind?: BookKind
  /** Whether the dialogue lets Chefs place remarks. */
  readonly editorialRemarks?: boolean
}

/** What must be so besides the role: the scope, the phase, and the state of things. */
type Condition =
  | 'own theme'
  | 'all themes together'
  | 'while the book is written'
  | 'after the gate of the book'
  | 'remarks are allowed'
  | 'the Chef lets the guest write'
  | 'once people are recruited'
  | 'once the theme groups have started'
  | 'until the archive'

interface Grant {
  readonly to: readonly Role[] | 'anyone'
  readonly if: readonly Condition[]
}

const grant = (to: Grant['to'], ...conditions: Condition[]): Grant => ({ to, if: conditions })

/**
 * Who may do what: role × scope × phase × state. The one table there is, for pages, commands, sockets and the document
 * endpoint alike; what is not in it is refused (RIGHTS-1). What an act needs beyond that (a lock that is open, an invitation
 * that waits) is for the rule of that act.
 */
export const rights = {
  /** The dialogue at a glance, its themes, their figures and frameworks. */
  'dialogue:read': [grant('anyone')],
  /** The names of experts and what they bring: for everybody who takes part, and not for all the world (PRIVACY-1). */
  'group:read': [grant(roles)],

  'book:read': [
    grant(['expert', 'chef', 'civilServant', 'financialAdviser', 'lead', 'clerk', 'auditor']),
    grant(['college', 'councillor'], 'after the gate of the book'),
    grant(['guest'], 'own theme'),
  ],
  'book:write': [
    grant(['expert'], 'own theme', 'while the book is written'),
    grant(['guest'], 'own theme', 'while the book is written', 'the Chef lets the guest write'),
  ],
  /** Its sections, their order and their locks, and the words that were handed to the Chef. */
  'book:order': [grant(['chef'], 'own theme', 'while the book is written')],
  'book:remark': [grant(['chef'], 'own theme', 'while the book is written', 'remarks are allowed')],

  /** Make the dialogue of an installation that has none. */
  'dialogue:set-up': [grant(['administrator'])],
  /** Which of them takes which step: `takesStep`. */
  'phase:reach': [grant(['lead', 'clerk'])],
  'remarks:allow': [grant(['lead'], 'until the archive')],

  /** The list of everybody, with the seats they hold. */
  'people:read': [grant(['lead', 'administrator', 'auditor'])],
  'seat:give': [grant(['lead', 'administrator'], 'until the archive')],
  'seat:end': [grant(['lead', 'administrator'])],

  /** Of somebody else, on request; everybody may erase what is known of themselves. */
  'person:erase': [grant(['administrator'])],

  'invitation:read': [grant(['lead', 'administrator', 'auditor']), grant(['chef'], 'own theme')],
  'invitation:send': [
    grant(['lead', 'administrator'], 'until the archive'),
    grant(['chef'], 'own theme', 'once people are recruited', 'until the archive'),
  ],

  'meeting:read': [
    grant(['lead', 'clerk', 'civilServant', 'financialAdviser', 'auditor']),
    grant(['chef', 'expert'], 'all themes together'),
    grant(['chef', 'expert', 'guest'], 'own theme'),
  ],
  /** See one that is planned, before the others are told of it. */
  'meeting:preview': [grant(['lead', 'auditor']), grant(['chef'], 'own theme')],
  'meeting:plan': [
    grant(['lead'], 'until the archive'),
    grant(['chef'], 'own theme', 'once people are recruited', 'until the archive'),
  ],
  /** Show the big screen, with the code. */
  'meeting:show': [grant(['lead']), grant(['chef'], 'all themes together'), grant(['chef'], 'own theme')],
  /** Open and close it, and let guests in. */
  'meeting:lead': [
    grant(['lead'], 'all themes together', 'once the theme groups have started', 'until the archive'),
    grant(['chef'], 'own theme', 'once the theme groups have started', 'until the archive'),
  ],

  /** Check in, ask for the word, ask a question, say that something goes wrong. */
  'meeting:join': [
    grant(['chef', 'expert'], 'all themes together', 'once the theme groups have started', 'until the archive'),
    grant(['chef', 'expert', 'guest'], 'own theme', 'once the theme groups have started', 'until the archive'),
    grant(
      ['lead', 'clerk', 'civilServant', 'financialAdviser'],
      'once the theme groups have started',
      'until the archive',
    ),
  ],
  /** Decide about what is said of a Chef, and about what a Chef took out of sight. */
  'meeting:settle': [grant(['lead'], 'until the archive')],

  /** Prepare a poll, open and close it, show its result, and count hands in the room. */
  'poll:lead': [
    grant(['lead'], 'all themes together', 'once the theme groups have started', 'until the archive'),
    grant(['chef'], 'own theme', 'once the theme groups have started', 'until the archive'),
  ],
  'poll:vote': [
    grant(['expert'], 'all themes together', 'once the theme groups have started', 'until the archive'),
    grant(['expert'], 'own theme', 'once the theme groups have started', 'until the archive'),
  ],
  /** Look at hands that somebody else counted: whoever is at the meeting may, and is no guest there. */
  'hands:confirm': [
    grant(['chef', 'expert'], 'all themes together', 'once the theme groups have started', 'until the archive'),
    grant(['chef', 'expert'], 'own theme', 'once the theme groups have started', 'until the archive'),
    grant(
      ['lead', 'clerk', 'civilServant', 'financialAdviser'],
      'once the theme groups have started',
      'until the archive',
    ),
  ],
  /** See of a poll what others do not: every version of a ballot that is not secret, and what was declared void. */
  'poll:audit': [grant(['auditor'])],

  /** The record of all commands, with its export. */
  'record:read': [grant(['auditor'])],
} as const satisfies { readonly [act: string]: readonly Grant[] }

export type Act = keyof typeof rights

/** Which roles somebody may give a seat in, or invite for: a Chef only experts of the own theme group (RIGHTS-4). */
export const givenBy: { readonly [Giver in Role]?: readonly Role[] } = {
  administrator: [
    'expert',
    'chef',
    'civilServant',
    'financialAdviser',
    'lead',
    'clerk',
    'college',
    'councillor',
    'administrator',
    'auditor',
  ],
  lead: ['expert', 'chef', 'civilServant', 'financialAdviser', 'clerk', 'college', 'councillor'],
  chef: ['expert'],
}

/** May this actor do this here? Yes, or why not: not signed in, another role, another theme, another phase. */
export function may(act: Act, actor: Actor | null, place: Place): Result<null> {
  const grants: readonly Grant[] = rights[act]
  const own = grants.filter(({ to }) => to === 'anyone' || (actor !== null && to.includes(actor.seat.role)))
  if (own.length === 0)
    return actor ? refuse({ code: 'not-for-your-role', role: actor.seat.role }) : refuse({ code: 'not-signed-in' })
  let why: Refusal | null = null
  for (const { if: conditions } of own) {
    const missing = conditions.find((condition) => !holds(condition, actor, place))
    if (!missing) return ok(null)
    why = refusalFor(missing, place, actor)
  }
  return refuse(why as Refusal)
}

/** The phase in which a book is written. */
const writingPhase = { green: 'green', white: 'white' } as const satisfies { [Kind in BookKind]: Phase }
/** College and Council get a book only after its gate: until then the experts write undisturbed. */
const gateOf = { green: 'green_review', white: 'consolidation' } as const satisfies { [Kind in BookKind]: Phase }

function holds(condition: Condition, actor: Actor | null, place: Place): boolean {
  const { phase, theme = null, kind } = place
  switch (condition) {
    case 'own theme':
      return theme !== null && actor?.seat.theme === theme
    case 'all themes together':
      return place.theme === null
    case 'while the book is written':
      return kind !== undefined && phase === writingPhase[kind]
    case 'after the gate of the book':
      return kind !== undefined && reached(phase, gateOf[kind])
    case 'remarks are allowed':
      return place.editorialRemarks === true
    case 'the Chef lets the guest write':
      return actor?.seat.guest?.writes === true
    case 'once people are recruited':
      return reached(phase, 'recruiting')
    case 'once the theme groups have started':
      return reached(phase, 'started')
    case 'until the archive':
      return !reached(phase, 'archived')
  }
}

function refusalFor(missing: Condition, { kind }: Place, actor: Actor | null): Refusal {
  switch (missing) {
    case 'own theme':
      return { code: 'not-your-theme-group' }
    case 'while the book is written':
      return { code: 'book-closed-for-writing' }
    case 'after the gate of the book':
      return { code: 'book-not-yet-readable', from: gateOf[kind ?? 'green'] }
    case 'remarks are allowed':
      return { code: 'remarks-not-allowed' }
    case 'all themes together':
    case 'the Chef lets the guest write':
      return { code: 'not-for-your-role', role: actor?.seat.role ?? '' }
    case 'once people are recruited':
    case 'once the theme groups have started':
    case 'until the archive':
      return { code: 'not-in-this-phase' }
  }
}
