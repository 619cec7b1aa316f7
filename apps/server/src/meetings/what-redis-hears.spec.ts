import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { meetingCommandPath, type MeetingCommandName } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { aHouse, type House } from '../testing/a-house.ts'
import { must } from '../testing/a-poll.ts'
import { anEvening, browserOf } from '../testing/an-evening.ts'
import { asks, meetingLine } from '../testing/clients.ts'
import { inSeat } from '../testing/the-example.ts'

let house: House
let monitor: Socket
let heard = ''
beforeAll(async () => {
  house = await aHouse(inject('postgres'))
  monitor = connect(Number(new URL(house.redis.url).port), '127.0.0.1')
  await new Promise<void>((resolve, reject) => {
    monitor.once('error', reject).once('data', () => resolve())
    // Redis repeats every command that anybody gives it.
    monitor.write('MONITOR\r\n')
  })
  monitor.on('data', (data) => (heard += data.toString()))
})
afterAll(async () => {
  monitor.destroy()
  await house.close()
})

it('[EVENING-10] what somebody asked or reported goes from a server to its own pages, and not by Redis', async () => {
  const { server } = house.one
  const evening = await anEvening(server)
  const expert = await browserOf(server, inSeat('expert'))
  const pages = [house.one.server, house.other.server].map((each) => meetingLine(each.address, expert.cookie))
  const told = pages.map(() => '')
  for (const [i, page] of pages.entries()) {
    page.onAny((...what: unknown[]) => (told[i] += JSON.stringify(what)))
    await until('the line is there', () => page.connected)
    expect(await asks(page, 'meeting:watch', { meeting: evening.id })).toMatchObject({ ok: true })
  }
  const does = async (name: MeetingCommandName, fields: object) =>
    must(await expert.commands(meetingCommandPath(name), { meeting: evening.id, ...fields }))
  await does('question:ask', { question: randomUUID(), kind: 'question', text: 'GEVOELIGE vraag', anonymous: false })
  const target = { kind: 'person', person: inSeat('chef') }
  await does('report:file', { report: randomUUID(), target, reason: 'GEVOELIGE melding' })
  await until('both pages show both', () =>
    told.every((page) => page.includes('GEVOELIGE vraag') && page.includes('GEVOELIGE melding')),
  )
  expect(heard).toContain(evening.id)
  expect(heard.match(/.{80}GEVOELIGE.{20}/g)).toBeNull()
  for (const page of pages) page.close()
})
