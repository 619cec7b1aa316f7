import { phases, type Phase } from '@witboek/domain'
import { walkers, type Walker } from './walkers.ts'

/** Who gets in, and in which phases; whoever is not named does not. */
export type Open = ReadonlyMap<Walker, readonly Phase[]>

export const from = (first: Phase, last: Phase = 'archived'): readonly Phase[] =>
  phases.slice(phases.indexOf(first), phases.indexOf(last) + 1)

export const inEveryPhase: readonly Phase[] = phases

export const open = (...those: readonly (readonly [readonly Phase[], ...Walker[]])[]): Open =>
  new Map(those.flatMap(([when, ...who]) => who.map((walker) => [walker, when] as const)))

export const everybody: Open = new Map(walkers.map((walker) => [walker, phases]))
export const whoeverHasSignedIn: Open = new Map(
  walkers.filter((walker) => walker !== 'nobody').map((walker) => [walker, phases]),
)
export const whoeverHasASeat: Open = new Map(
  walkers
    .filter((walker) => walker !== 'nobody' && walker !== 'signed in without a seat')
    .map((walker) => [walker, phases]),
)

const readers: Walker[] = [
  'expert@own',
  'expert@other',
  'chef@own',
  'chef@other',
  'guest@own',
  'guest@own who writes',
  'civilServant',
  'financialAdviser',
  'lead',
  'clerk',
  'auditor',
]
/** The green book of the theme that is asked about. */
export const readsGreen = open([inEveryPhase, ...readers], [from('green_review'), 'college', 'councillor'])
export const writesGreen = open([['green'], 'expert@own', 'guest@own who writes'])
export const ordersGreen = open([['green'], 'chef@own'])

/** The meetings of the theme that is asked about. */
export const readsMeetings = open([
  inEveryPhase,
  'expert@own',
  'chef@own',
  'guest@own',
  'guest@own who writes',
  'civilServant',
  'financialAdviser',
  'lead',
  'clerk',
  'auditor',
])
/** Minutes, or that they are not ready yet; they are not for guests. */
export const readsMinutes = open([
  inEveryPhase,
  ...[...readsMeetings.keys()].filter((walker) => walker !== 'guest@own' && walker !== 'guest@own who writes'),
])
/** Of whatever theme, or of all of them together. */
export const readsSomeMeetings = open([
  inEveryPhase,
  ...readsMeetings.keys(),
  ...(['expert@other', 'chef@other', 'guest@other'] as const),
])
export const plansMeetings = open([from('preparing', 'network'), 'lead'], [from('recruiting', 'network'), 'chef@own'])
export const showsMeetings = open([inEveryPhase, 'lead', 'chef@own'])
export const leadsMeetings = open([from('started', 'network'), 'chef@own'])
