import type { MeetingCommandFields } from '@witboek/contract'
import type { ActionId, AgendaItemId, DecisionId, Minutes, MinutesMatter } from '@witboek/domain'
import { draftOf, heard, type Draft, type Fields } from './draft.ts'

/** Where something that is written belongs: notes, an agreement or an action, of an item or (`null`) of the whole evening. */
export interface Place {
  readonly kind: 'note' | 'decision' | 'action'
  readonly item: AgendaItemId | null
  /** Of an agreement or an action; empty for notes. */
  readonly id: string
}

export interface Line {
  readonly place: Place
  readonly draft: Draft
}

/** By the name of its place, in the order in which they are shown. */
export type Lines = ReadonlyMap<string, Line>

export const noLines: Lines = new Map()

export const keyOf = ({ kind, item, id }: Place): string => (kind === 'note' ? `note ${item ?? ''}` : `${kind} ${id}`)

/** What one begins with. */
export const blank: { readonly [Kind in Place['kind']]: Fields } = {
  note: { text: '' },
  decision: { text: '' },
  action: { text: '', who: '', due: '' },
}

/** All that is written in these minutes. */
export function linesIn({ items, whole }: Minutes): readonly (readonly [Place, Fields])[] {
  const of = (item: AgendaItemId | null, { notes, decisions, actions }: MinutesMatter) => [
    [{ kind: 'note', item, id: '' }, { text: notes }] as const,
    ...decisions.map(({ id, text }) => [{ kind: 'decision', item, id }, { text }] as const),
    ...actions.map(
      ({ id, text, who, due }) =>
        [
          { kind: 'action', item, id },
          { text, who, due },
        ] as const,
    ),
  ]
  return [...items.flatMap((item) => of(item.id, item)), ...of(null, whole)]
}

/** The lines with what the server has now. What is gone there goes here too, unless somebody was writing in it. */
export function linesAfter(lines: Lines, minutes: Minutes): Lines {
  const server = linesIn(minutes)
  const after = new Map<string, Line>()
  for (const [place, fields] of server) {
    const key = keyOf(place)
    const known = lines.get(key)
    after.set(key, { place, draft: known ? heard(known.draft, fields) : draftOf(fields) })
  }
  for (const [key, line] of lines) {
    const { draft, place } = line
    const begun = draft.base === null || draft.state !== 'clean'
    if (!after.has(key) && place.kind !== 'note' && begun) after.set(key, line)
  }
  return after
}

export const withLine = (lines: Lines, line: Line): Lines => new Map(lines).set(keyOf(line.place), line)

export const withoutLine = (lines: Lines, key: string): Lines => new Map([...lines].filter(([other]) => other !== key))

/** Of one item, in order. */
export const linesOf = (lines: Lines, kind: Place['kind'], item: AgendaItemId | null): readonly Line[] =>
  [...lines.values()].filter(({ place }) => place.kind === kind && place.item === item)

/** An agreement or an action without words cannot be kept, and is not sent: it is being written, or goes. */
export const isWordless = ({ place, draft }: Line): boolean =>
  place.kind !== 'note' && (draft.fields['text'] ?? '').trim() === ''

type Command =
  | { readonly name: 'minutes:note'; readonly fields: MeetingCommandFields<'minutes:note'> }
  | { readonly name: 'decision:keep'; readonly fields: MeetingCommandFields<'decision:keep'> }
  | { readonly name: 'action:keep'; readonly fields: MeetingCommandFields<'action:keep'> }
  | { readonly name: 'decision:remove'; readonly fields: MeetingCommandFields<'decision:remove'> }
  | { readonly name: 'action:remove'; readonly fields: MeetingCommandFields<'action:remove'> }

/** How a line is kept. */
export function keeping({ kind, item, id }: Place, fields: Fields): Command {
  const { text = '', who = '', due = '' } = fields
  switch (kind) {
    case 'note':
      return { name: 'minutes:note', fields: { item, text } }
    case 'decision':
      return { name: 'decision:keep', fields: { decision: id as DecisionId, item, text } }
    case 'action':
      return { name: 'action:keep', fields: { action: id as ActionId, item, text, who, due } }
  }
}

/** How a line goes; notes only become empty. */
export function removing({ kind, id }: Place): Command | null {
  if (kind === 'decision') return { name: 'decision:remove', fields: { decision: id as DecisionId } }
  return kind === 'action' ? { name: 'action:remove', fields: { action: id as ActionId } } : null
}

/** What is not on the server yet, for the tab to keep. */
export const unkept = (lines: Lines): readonly Line[] =>
  [...lines.values()].filter((line) => line.draft.state !== 'clean' || (line.draft.base === null && !isWordless(line)))

/** What the tab kept, beside what the server has. */
export function withKept(lines: Lines, keptInTab: unknown): Lines {
  let all = lines
  for (const { place, draft } of Array.isArray(keptInTab) ? (keptInTab as readonly Line[]) : []) {
    const known = all.get(keyOf(place))
    const again: Draft = { ...draft, state: 'changed', failure: null, other: null }
    all = withLine(all, { place, draft: known?.draft.base ? heard(again, known.draft.base) : again })
  }
  return all
}
