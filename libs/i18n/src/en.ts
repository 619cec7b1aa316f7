import { common } from './en/groups/common.ts'
import { comingIn } from './en/groups/coming-in.ts'
import { forCompanion } from './en/groups/companion.ts'
import { forConsent } from './en/groups/consent.ts'
import { desk } from './en/groups/desk.ts'
import { evening } from './en/groups/evening.ts'
import { front } from './en/groups/front.ts'
import { joining } from './en/groups/joining.ts'
import { leading } from './en/groups/leading.ts'
import { letters } from './en/groups/letters.ts'
import { live } from './en/groups/live.ts'
import { forMinutes } from './en/groups/minutes.ts'
import { forProblems } from './en/groups/problems.ts'
import { forScreen } from './en/groups/screen.ts'
import { forSettling } from './en/groups/settling.ts'
import { forTakingPart } from './en/groups/taking-part.ts'
import { forTheme } from './en/groups/theme.ts'
import { forVoting } from './en/groups/voting.ts'
import { writing } from './en/groups/writing.ts'
import type { Texts } from './nl.ts'

export const en: Texts = {
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
