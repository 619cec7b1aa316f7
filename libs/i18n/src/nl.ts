import { texts as common } from './nl/groups/common.ts'
import { texts as comingIn } from './nl/groups/coming-in.ts'
import { texts as companion } from './nl/groups/companion.ts'
import { texts as consent } from './nl/groups/consent.ts'
import { texts as desk } from './nl/groups/desk.ts'
import { texts as evening } from './nl/groups/evening.ts'
import { texts as front } from './nl/groups/front.ts'
import { texts as joining } from './nl/groups/joining.ts'
import { texts as leading } from './nl/groups/leading.ts'
import { texts as letters } from './nl/groups/letters.ts'
import { texts as live } from './nl/groups/live.ts'
import { texts as minutes } from './nl/groups/minutes.ts'
import { texts as problems } from './nl/groups/problems.ts'
import { texts as screen } from './nl/groups/screen.ts'
import { texts as settling } from './nl/groups/settling.ts'
import { texts as takingPart } from './nl/groups/taking-part.ts'
import { texts as theme } from './nl/groups/theme.ts'
import { texts as voting } from './nl/groups/voting.ts'
import { texts as writing } from './nl/groups/writing.ts'

/** The Dutch texts, in plain language (level B1). The English ones have the same shape: the compiler finds a missing one. */
export const nl = {
  ...common,
  ...problems,
  ...front,
  ...comingIn,
  ...consent,
  ...theme,
  ...writing,
  ...evening,
  ...joining,
  ...live,
  ...voting,
  ...takingPart,
  ...companion,
  ...screen,
  ...minutes,
  ...settling,
  ...leading,
  ...desk,
  ...letters,
}

export type Texts = typeof nl
