import { agendaTemplates, type AgendaItemId, type AgendaItemPlan, type MeetingId } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { sectionId } from '../ids.ts'
import type { ExampleEvening } from './calendar.ts'

/** An item as the template has it, with its own id. */
export interface ExampleItem {
  readonly key: string
  readonly id: AgendaItemId
  readonly plan: AgendaItemPlan
}

/** What is on the agenda of an evening; `slug`: of its theme, whose book the sections are in. */
export function agendaItems(
  kind: ExampleEvening['kind'],
  meeting: MeetingId,
  slug: string | null,
): readonly ExampleItem[] {
  const titles: Readonly<Record<string, string>> = textsIn('nl').agendaTemplates[kind]
  return agendaTemplates[kind].map(({ key, goal, minutes, slots = [] }) => ({
    key,
    id: `${meeting}-${key}` as AgendaItemId,
    plan: {
      title: titles[key] ?? key,
      goal,
      minutes,
      sections: slug === null ? [] : slots.map((slot) => sectionId(slug, slot)),
      polls: [],
    },
  }))
}
