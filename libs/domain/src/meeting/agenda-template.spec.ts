import { describe, expect, it } from 'vitest'
import { agendaItemsMax, agendaMinutesMax } from './agenda-steps.ts'
import { agendaTemplates, templateMinutesMax } from './agenda-template.ts'
import { meetingKinds } from './meeting.ts'

const kinds = Object.entries(agendaTemplates)
const sum = (minutes: readonly number[]) => minutes.reduce((all, one) => all + one, 0)

describe('[EVENING-1] the agenda that a kind of meeting usually has', () => {
  it('is there for every kind that is known beforehand', () => {
    expect(kinds.map(([kind]) => kind).sort()).toEqual(meetingKinds.filter((kind) => kind !== 'other').sort())
  })

  it.each(kinds)('fits an evening, with a pause: %s', (_, items) => {
    const minutes = items.map((item) => item.minutes)
    expect(sum(minutes)).toBeLessThanOrEqual(templateMinutesMax)
    expect(sum(minutes)).toBeGreaterThanOrEqual(templateMinutesMax - 10)
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(5)
    expect(Math.max(...minutes)).toBeLessThanOrEqual(agendaMinutesMax)
    expect(items.length).toBeLessThanOrEqual(agendaItemsMax)
    expect(items.filter(({ key }) => key === 'pause')).toHaveLength(1)
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
  })

  it.each(kinds.filter(([kind]) => /^(green|white)/.test(kind)))('leaves time to write: %s', (_, items) => {
    expect(sum(items.filter(({ goal }) => goal === 'write').map(({ minutes }) => minutes))).toBeGreaterThanOrEqual(25)
  })

  it('has written every section of a green book after three evenings', () => {
    const { green1, green2, green3 } = agendaTemplates
    const written = [...green1, ...green2, ...green3].flatMap(({ goal, slots }) =>
      goal === 'write' ? (slots ?? []) : [],
    )
    expect([...new Set(written)].sort()).toEqual(['about', 'change', 'frameworks', 'noticed', 'questions', 'settled'])
  })
})
