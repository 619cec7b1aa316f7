import { texts as common } from './en/groups/common.ts'
import { texts as comingIn } from './en/groups/coming-in.ts'
import { texts as companion } from './en/groups/companion.ts'
import { texts as consent } from './en/groups/consent.ts'
import { texts as desk } from './en/groups/desk.ts'
import { texts as evening } from './en/groups/evening.ts'
import { texts as front } from './en/groups/front.ts'
import { texts as joining } from './en/groups/joining.ts'
import { texts as leading } from './en/groups/leading.ts'
import { texts as letters } from './en/groups/letters.ts'
import { texts as live } from './en/groups/live.ts'
import { texts as minutes } from './en/groups/minutes.ts'
import { texts as problems } from './en/groups/problems.ts'
import { texts as screen } from './en/groups/screen.ts'
import { texts as settling } from './en/groups/settling.ts'
import { texts as takingPart } from './en/groups/taking-part.ts'
import { texts as theme } from './en/groups/theme.ts'
import { texts as voting } from './en/groups/voting.ts'
import { texts as writing } from './en/groups/writing.ts'
import type { Texts } from './nl.ts'

export const en: Texts = {
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
