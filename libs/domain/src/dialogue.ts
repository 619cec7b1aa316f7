import type { BudgetItem } from './budget-item.ts'
import type { DialogueId, FrameworkId, ThemeId } from './ids.ts'
import { euros, sumOf, type Cents } from './money.ts'
import type { Phase } from './phase.ts'
import { oneLine } from './public-name.ts'
import { ok, refuse, type Result } from './result.ts'

/** A budget dialogue (bezuinigingsdialoog) of one municipality for one budget year. */
export interface Dialogue {
  readonly id: DialogueId
  readonly title: string
  readonly municipality: string
  readonly fiscalYear: number
  readonly phase: Phase
  /** The dialogue's own target per year, as the Council set it. */
  readonly totalTarget: Cents
  /** Percentage of the influenceable costs that sets the theme targets. */
  readonly rate: number
  /** The questions the Council asks of the theme groups (opdracht). */
  readonly assignment: readonly string[]
  /** Whether Chefs may place remarks beside the text of their book; the lead decides. */
  readonly editorialRemarks: boolean
  /** Said on every page that shows its figures when they are made up: an example must never pass for a real budget. */
  readonly synthetic: boolean
  /** Where the figures come from, with their licence. */
  readonly source: string
}

/** One theme (thema), with its theme group. */
export interface Theme {
  readonly id: ThemeId
  readonly dialogue: DialogueId
  /** The name in an address: `/thema/sport`. */
  readonly slug: string
  readonly name: string
  /** One sentence that says what the theme is about, in plain language. */
  readonly about: string
  /** Amount to find per year (taakstelling). */
  readonly target: Cents
  readonly order: number
}

/** A framework (kader): what the Council settled beforehand. A proposal that breaks a hard one needs the Council itself. */
export interface Framework {
  readonly id: FrameworkId
  readonly code: string
  readonly plain: string
  readonly kind: 'hard' | 'soft'
  /** `null`: it holds for every theme of the dialogue. */
  readonly theme: ThemeId | null
}

/** Everything the Council sets at the start: what G0 records. */
export interface Frame {
  readonly dialogue: Dialogue
  readonly themes: readonly Theme[]
  readonly items: readonly BudgetItem[]
  readonly frameworks: readonly Framework[]
}

/**
 * The theme targets beside the dialogue's own target. The gap is shown with a reason, never rounded away:
 * a positive gap is what the themes together still miss.
 */
export function targetsTogether(frame: Pick<Frame, 'dialogue' | 'themes'>): {
  themes: Cents
  dialogue: Cents
  gap: Cents
} {
  const themes = sumOf(frame.themes.map((theme) => theme.target))
  return { themes, dialogue: frame.dialogue.totalTarget, gap: (frame.dialogue.totalTarget - themes) as Cents }
}

/** The frameworks that hold in a theme: the dialogue's and its own, hard ones first. */
export const frameworksFor = (frame: Pick<Frame, 'frameworks'>, theme: ThemeId): readonly Framework[] =>
  frame.frameworks
    .filter((framework) => framework.theme === null || framework.theme === theme)
    .sort((a, b) => Number(a.kind === 'soft') - Number(b.kind === 'soft') || a.code.localeCompare(b.code, 'nl'))

/** What an administrator says of a dialogue that is to begin. Its figures and frameworks come later. */
export interface DialogueWish {
  readonly title: string
  readonly municipality: string
  readonly fiscalYear: number
  readonly rate: number
  readonly assignment: readonly string[]
  readonly themes: readonly { readonly name: string; readonly about: string }[]
}

export const themesMax = 20
/** A name (characters) stands on a card, in the header and on the spine of a book. */
export const themeNameMax = 60

/** The frame of a dialogue that begins (SET-UP-2): themes with nothing to find yet, and no line of the budget. */
export function newDialogue(
  wish: DialogueWish,
  ids: { readonly dialogue: DialogueId; readonly theme: () => ThemeId },
): Result<Frame> {
  const [title, municipality] = [oneLine(wish.title), oneLine(wish.municipality)]
  const named = wish.themes.map(({ name, about }) => ({ name: oneLine(name), about: oneLine(about) }))
  if (named.length === 0 || named.length > themesMax) return refuse({ code: 'themes-number', max: themesMax })
  if (!title || !municipality || named.some(({ name }) => !name)) return refuse({ code: 'name-empty' })
  if (named.some(({ name }) => name.length > themeNameMax)) return refuse({ code: 'name-too-long', max: themeNameMax })
  const slugs = named.map(({ name }, i) => slugOf(name) || `thema-${i + 1}`)
  if (new Set(slugs).size < slugs.length) return refuse({ code: 'themes-alike' })
  const dialogue: Dialogue = {
    id: ids.dialogue,
    title,
    municipality,
    fiscalYear: wish.fiscalYear,
    phase: 'preparing',
    totalTarget: euros(0),
    rate: wish.rate,
    assignment: wish.assignment.map(oneLine).filter((question) => question !== ''),
    editorialRemarks: false,
    synthetic: false,
    source: '',
  }
  const themes = named.map(({ name, about }, i): Theme => ({
    id: ids.theme(),
    dialogue: dialogue.id,
    slug: slugs[i] ?? '',
    name,
    about,
    target: euros(0),
    order: i + 1,
  }))
  return ok({ dialogue, themes, items: [], frameworks: [] })
}

/** The name of a theme in an address: "Zorg & welzijn" is `zorg-welzijn`; empty when no letter of ours is in it. */
const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
