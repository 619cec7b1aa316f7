import { randomUUID } from 'node:crypto'
import {
  meetingCommandPath,
  minutesPath,
  type MeetingCommandName,
  type MeetingNow,
  type MeetingShown,
  type MinutesAnswer,
  type ThemeMeetingsAnswer,
} from '@witboek/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { codeOf, must } from '../../testing/a-poll.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { anEvening, browserOf, plan, type Evening } from '../../testing/an-evening.ts'
import { inSeat, sport } from '../../testing/the-example.ts'

const week = 7 * 24 * 3_600_000

let server: TestServer
let chef: Browser
let first: Evening
beforeAll(async () => {
  server = await aServer()
  first = await anEvening(server)
  chef = first.chef
})
afterAll(() => server.close())

const planned = async (title: string, weeks: number): Promise<string> => {
  const times = { startsAt: plan.startsAt + weeks * week, endsAt: plan.endsAt + weeks * week }
  const wish = { ...plan, ...times, theme: sport.id, title }
  return (must(await chef.commands('/api/meetings/plan', wish)).body as MeetingShown).id
}
const asks = (meeting: string, name: MeetingCommandName, fields: object) =>
  chef.commands(meetingCommandPath(name), { meeting, ...fields })
const agendaOf = async (meeting: string) =>
  ((await chef.goes(`/api/meetings/${meeting}/now`)).body as MeetingNow).hall.agenda.map(({ title, from }) => [
    title,
    from?.title ?? null,
  ])
const waiting = async () => ((await chef.goes('/api/themes/sport/meetings')).body as ThemeMeetingsAnswer).waiting

async function putsOff(title: string): Promise<string> {
  const item = randomUUID()
  const of = { title, goal: 'discuss', minutes: 10, sections: [], polls: [] }
  must(await asks(first.id, 'agenda:add', { item, plan: of, after: null }))
  must(await asks(first.id, 'agenda:defer', { item, to: null }))
  return item
}

describe('[EVENING-11] an item that is put off', () => {
  it('waits while no evening is planned, comes on the agenda of the next one, and goes when that is undone', async () => {
    const item = await putsOff('Het zwembad')
    expect(await waiting()).toEqual(['Het zwembad'])
    expect(await (await browserOf(server, inSeat('expert'))).goes('/api/themes/sport/meetings')).toMatchObject({
      body: { waiting: [] },
    })
    const second = await planned('Tweede avond', 1)
    expect(await waiting()).toEqual([])
    expect(await agendaOf(second)).toEqual([['Het zwembad', plan.title]])
    must(await asks(first.id, 'agenda:undo', { item }))
    expect(await agendaOf(second)).toEqual([])
    must(await asks(first.id, 'agenda:defer', { item, to: null }))

    // It is written down with the first change there, and can be moved and taken off as any other.
    const own = randomUUID()
    const of = { title: 'Welkom', goal: 'inform', minutes: 5, sections: [], polls: [] }
    must(await asks(second, 'agenda:add', { item: own, plan: of, after: item }))
    expect(await agendaOf(second)).toEqual([
      ['Het zwembad', plan.title],
      ['Welkom', null],
    ])
    must(await asks(second, 'agenda:move', { item, after: own }))
    must(await asks(first.id, 'agenda:undo', { item }))
    expect(await agendaOf(second)).toEqual([['Welkom', null]])
    must(await asks(first.id, 'agenda:defer', { item, to: null }))
    await putsOff('De sporthal')

    await first.closes()
    must(await chef.commands('/api/meetings/open', { meeting: second }))
    expect((await agendaOf(second)).map(([title]) => title).sort()).toEqual(['De sporthal', 'Het zwembad', 'Welkom'])
    expect(codeOf(await asks(first.id, 'agenda:undo', { item }))).toBe('item-taken-up')
    const { minutes, meetings } = (await chef.goes(minutesPath(second as never))).body as MinutesAnswer
    const from = minutes.items.find(({ id }) => id === item)?.cameFrom
    expect(from && meetings[from]?.title).toBe(plan.title)
  })
})
