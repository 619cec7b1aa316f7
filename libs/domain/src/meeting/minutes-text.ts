import type { AgendaItemId, BookId, Id, Instant } from '../ids.ts'
import { oneLine, severalLines } from '../public-name.ts'
import { ok, refuse, type Result } from '../result.ts'

export type DecisionId = Id<'decision'>
export type ActionId = Id<'action'>

/** What people add to the minutes (verslag) by hand: numbers come from what happened, and nobody types them (MINUTES-2). */
export interface MinutesText {
  /** Per item, and of the meeting as a whole. */
  readonly notes: ReadonlyMap<AgendaItemId | null, string>
  readonly decisions: readonly Decision[]
  readonly actions: readonly Action[]
}

/** What the group agreed (besluit van de groep). */
export interface Decision {
  readonly id: DecisionId
  readonly item: AgendaItemId | null
  readonly text: string
}

/** What somebody will do (actiepunt). */
export interface Action {
  readonly id: ActionId
  readonly item: AgendaItemId | null
  readonly text: string
  /** In words: a name, a group, an office. May be empty. */
  readonly who: string
  /** A day, `2027-03-01`; empty: none was agreed. */
  readonly due: string
}

/** How far a book was at a moment of the meeting. */
export interface Checkpoint {
  readonly book: BookId
  /** The number of its last entry. */
  readonly seq: number
  readonly at: Instant
}

export const noMinutes: MinutesText = { notes: new Map(), decisions: [], actions: [] }

export type MinutesFact =
  | { readonly type: 'minutes:noted'; readonly item: AgendaItemId | null; readonly text: string }
  | ({ readonly type: 'decision:kept' } & Renamed<Decision, 'decision'>)
  | { readonly type: 'decision:removed'; readonly decision: DecisionId }
  | ({ readonly type: 'action:kept' } & Renamed<Action, 'action'>)
  | { readonly type: 'action:removed'; readonly action: ActionId }

type Renamed<Thing extends { readonly id: unknown }, Name extends string> = Omit<Thing, 'id'> & {
  readonly [N in Name]: Thing['id']
}

export type MinutesCommand =
  | { readonly type: 'minutes:note'; readonly item: AgendaItemId | null; readonly text: string }
  /** A new one, or other words for one there is. */
  | ({ readonly type: 'decision:keep' } & Renamed<Decision, 'decision'>)
  | { readonly type: 'decision:remove'; readonly decision: DecisionId }
  | ({ readonly type: 'action:keep' } & Renamed<Action, 'action'>)
  | { readonly type: 'action:remove'; readonly action: ActionId }

export const noteMax = 10_000
export const decisionMax = 1_000
export const whoMax = 120
export const linesMax = 200

/** Until the group has confirmed them (MINUTES-3). */
export function decideMinutes(
  minutes: MinutesText,
  command: MinutesCommand,
  items: readonly AgendaItemId[],
): Result<readonly MinutesFact[]> {
  const item = 'item' in command ? command.item : null
  if (item !== null && !items.includes(item)) return refuse({ code: 'item-not-found' })
  switch (command.type) {
    case 'minutes:note': {
      const text = severalLines(command.text)
      if (text.length > noteMax) return refuse({ code: 'text-too-long', max: noteMax })
      return ok(text === (minutes.notes.get(item) ?? '') ? [] : [{ type: 'minutes:noted', item, text }])
    }
    case 'decision:keep': {
      const words = line(command.text)
      if (!words.ok) return words
      const known = minutes.decisions.find(({ id }) => id === command.decision)
      if (!known && minutes.decisions.length >= linesMax) return refuse({ code: 'too-many', max: linesMax })
      if (known?.text === words.value && known.item === item) return ok([])
      return ok([{ type: 'decision:kept', decision: command.decision, item, text: words.value }])
    }
    case 'decision:remove':
      return ok(
        minutes.decisions.some(({ id }) => id === command.decision)
          ? [{ type: 'decision:removed', decision: command.decision }]
          : [],
      )
    case 'action:keep': {
      const words = line(command.text)
      if (!words.ok) return words
      const who = oneLine(command.who)
      if (who.length > whoMax) return refuse({ code: 'text-too-long', max: whoMax })
      const known = minutes.actions.find(({ id }) => id === command.action)
      if (!known && minutes.actions.length >= linesMax) return refuse({ code: 'too-many', max: linesMax })
      const { action, due } = command
      if (known?.text === words.value && known.who === who && known.due === due && known.item === item) return ok([])
      return ok([{ type: 'action:kept', action, item, text: words.value, who, due }])
    }
    case 'action:remove':
      return ok(
        minutes.actions.some(({ id }) => id === command.action)
          ? [{ type: 'action:removed', action: command.action }]
          : [],
      )
  }
}

/** Something was written down for this item: it cannot go from the agenda any more. */
export const isMinuted = ({ notes, decisions, actions }: MinutesText, item: AgendaItemId): boolean =>
  (notes.get(item) ?? '') !== '' || [...decisions, ...actions].some((line) => line.item === item)

export function applyMinutes(minutes: MinutesText, fact: MinutesFact): MinutesText {
  switch (fact.type) {
    case 'minutes:noted':
      return { ...minutes, notes: new Map(minutes.notes).set(fact.item, fact.text) }
    case 'decision:kept': {
      const { decision: id, item, text } = fact
      return { ...minutes, decisions: kept(minutes.decisions, { id, item, text }) }
    }
    case 'decision:removed':
      return { ...minutes, decisions: minutes.decisions.filter(({ id }) => id !== fact.decision) }
    case 'action:kept': {
      const { action: id, item, text, who, due } = fact
      return { ...minutes, actions: kept(minutes.actions, { id, item, text, who, due }) }
    }
    case 'action:removed':
      return { ...minutes, actions: minutes.actions.filter(({ id }) => id !== fact.action) }
    default:
      return minutes
  }
}

const kept = <Line extends { readonly id: unknown }>(lines: readonly Line[], line: Line): readonly Line[] =>
  lines.some(({ id }) => id === line.id)
    ? lines.map((other) => (other.id === line.id ? line : other))
    : [...lines, line]

function line(text: string): Result<string> {
  const words = severalLines(text)
  if (words === '') return refuse({ code: 'text-empty' })
  return words.length > decisionMax ? refuse({ code: 'text-too-long', max: decisionMax }) : ok(words)
}
