import { agendaTemplates, agendaTitleMax, type SectionId } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import { templatePlans } from './agenda-template.ts'

const kinds = Object.keys(agendaTemplates) as (keyof typeof agendaTemplates)[]

describe('[EVENING-1] an agenda to begin with', () => {
  it.each(kinds.flatMap((kind) => (['nl', 'en'] as const).map((locale) => [kind, locale] as const)))(
    'has a title for each of its items, and no other: %s, %s',
    (kind, locale) => {
      const titles: Readonly<Record<string, string>> = textsIn(locale).agendaTemplates[kind]
      expect(Object.keys(titles).sort()).toEqual(agendaTemplates[kind].map(({ key }) => key).sort())
      for (const { title } of templatePlans(kind, [], locale)) {
        expect(title).toMatch(/\S/)
        expect(title.length).toBeLessThanOrEqual(agendaTitleMax)
      }
    },
  )

  it('is tied to the sections of the book that came from the template, and to no other', () => {
    const sections = [
      { id: 'one' as SectionId, slot: 'about' },
      { id: 'two' as SectionId, slot: null },
      { id: 'three' as SectionId, slot: 'noticed' },
    ] as const
    const plans = templatePlans('green1', sections, 'nl')
    expect(plans.find(({ goal }) => goal === 'write')?.sections).toEqual(['one', 'three'])
    expect(plans[0]?.sections).toEqual([])
  })
})
