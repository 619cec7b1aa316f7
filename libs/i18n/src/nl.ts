import { common } from './nl/groups/common.ts'
import { comingIn } from './nl/groups/coming-in.ts'
import { forCompanion } from './nl/groups/companion.ts'
import { forConsent } from './nl/groups/consent.ts'
import { desk } from './nl/groups/desk.ts'
import { evening } from './nl/groups/evening.ts'
import { front } from './nl/groups/front.ts'
import { joining } from './nl/groups/joining.ts'
import { leading } from './nl/groups/leading.ts'
import { letters } from './nl/groups/letters.ts'
import { live } from './nl/groups/live.ts'
import { forMinutes } from './nl/groups/minutes.ts'
import { forProblems } from './nl/groups/problems.ts'
import { forScreen } from './nl/groups/screen.ts'
import { forSettling } from './nl/groups/settling.ts'
import { forTakingPart } from './nl/groups/taking-part.ts'
import { forTheme } from './nl/groups/theme.ts'
import { forVoting } from './nl/groups/voting.ts'
import { writing } from './nl/groups/writing.ts'

/** The Dutch texts, in plain language (level B1). The English ones have the same shape: the compiler finds a missing one. */
export const nl = {
  ...common,
  ...forProblems,
  ...front,
  ...comingIn,
  ...forConsent,
  ...forTheme,
  ...writing,
  ...evening,
  ...joining,
  ...live,
  ...forVoting,
  ...forTakingPart,
  ...forCompanion,
  ...forScreen,
  ...forMinutes,
  ...forSettling,
  ...leading,
  ...desk,
  ...letters,
}

export type Texts = typeof nl
