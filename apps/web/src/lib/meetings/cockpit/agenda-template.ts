import { agendaTemplates, type AgendaItemPlan, type Section } from '@witboek/domain'
import { textsIn, type Locale } from '@witboek/i18n'

/** The usual agenda of a kind of meeting as plans, with the sections of this book that its items are about. */
export function templatePlans(
  kind: keyof typeof agendaTemplates,
  sections: readonly Pick<Section, 'id' | 'slot'>[],
  locale: Locale,
): readonly AgendaItemPlan[] {
  const titles: Readonly<Record<string, string>> = textsIn(locale).agendaTemplates[kind]
  return agendaTemplates[kind].map(({ key, goal, minutes, slots = [] }) => ({
    title: titles[key] ?? key,
    goal,
    minutes,
    sections: sections.filter(({ slot }) => slot !== null && slots.includes(slot)).map(({ id }) => id),
    polls: [],
  }))
}
