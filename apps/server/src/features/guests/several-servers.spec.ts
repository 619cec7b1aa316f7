import type { SectionId } from '@witboek/domain'
import { stopwatch, until } from '@witboek/testkit'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { aHouse, type House } from '../../testing/a-house.ts'
import type { Meeting } from '../../testing/a-meeting.ts'
import { aGuest, anEvening, lobbyOf, type Evening } from '../../testing/an-evening.ts'
import { asks, bookLine, meetingLine, types } from '../../testing/clients.ts'
import { sportBook } from '../../testing/the-example.ts'

const section = sportBook.sections[0]?.section as SectionId

let house: House
const ends: (() => void)[] = []
beforeAll(async () => {
  house = await aHouse(inject('postgres'))
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
})
afterAll(() => house.close())

/** The page of the book and the line for commands of a guest, on this server. */
async function inBook({ cookie }: Browser, { server }: Meeting) {
  const line = bookLine(server.ws, sportBook.book.id, cookie)
  const socket = meetingLine(server.address, cookie)
  ends.push(
    () => line.close(),
    () => socket.close(),
  )
  await line.section(section).synced
  await until('it is connected', () => socket.connected)
  return { line, socket, over: () => line.state.line === 'refused' && !socket.connected }
}

/** A Chef on one server; on the other a guest who was let in, with the book open. */
async function anEveningOnTwo(title: string) {
  const evening = await anEvening(house.one.server, { title })
  const guest = await aGuest(house.other.server, evening)
  await evening.says('admit', guest.person)
  return { evening, ...guest, there: guest.browser.at(house.other.server.address) }
}

const within = async (evening: Promise<unknown>, what: string, holds: () => boolean): Promise<number> => {
  const took = stopwatch()
  await evening
  await until(what, holds)
  return Math.round(took())
}

describe('on two servers', () => {
  it('[GUEST-4] who is let in on one has come in on the other', async () => {
    const { evening, there, browser } = await anEveningOnTwo('Binnen')
    expect((await lobbyOf(browser)).visits).toMatchObject([{ state: 'admitted', seated: true }])
    expect((await there.goes('/api/themes/sport/books/green')).status).toBe(200)
    await evening.closes()
  })

  it('[GUEST-5] [GUEST-6] what a Chef says on one is in force on the other within a second', async () => {
    const { evening, person, browser } = await anEveningOnTwo('Schrijven')
    const { line, over } = await inBook(browser, house.other)
    const given = await within(evening.letsWrite(person, true), 'the guest may write', () => line.state.rights.write)
    types(line, section, 'van de andere server')
    await until('it is saved', () => line.state.unsaved === 0 && line.state.savedAt !== null)
    const taken = await within(evening.letsWrite(person, false), 'and no longer', () => !line.state.rights.write)
    expect(line.state.line).toBe('open')
    const removed = await within(evening.says('remove', person), 'the guest is out', over)
    console.info(`on another server: write ${given} ms, read ${taken} ms, removed ${removed} ms`)
    for (const ms of [given, taken, removed]) expect(ms).toBeLessThan(1_000)
    await evening.closes()
  })

  it('[GUEST-6] a meeting that closes on one ends its guests on both', async () => {
    const { evening, browser } = await anEveningOnTwo('Sluiten')
    const near = await aGuest(house.one.server, evening, 'Ans')
    await evening.says('admit', near.person)
    const [here, there] = [await inBook(near.browser, house.one), await inBook(browser, house.other)]
    const closed = await within(evening.closes(), 'both are out', () => here.over() && there.over())
    console.info(`guests on two servers were out ${closed} ms after the meeting closed`)
    expect(closed).toBeLessThan(1_000)
  })

  it('[GUEST-8] a Chef on one hears who asks on the other', async () => {
    const evening: Evening = await anEvening(house.one.server, { title: 'Horen' })
    const chef = meetingLine(house.one.server.address, evening.chef.cookie)
    ends.push(() => chef.close())
    let heard = 0
    chef.on('lobby:changed', () => (heard += 1))
    expect(await asks(chef, 'lobby:watch', { meeting: evening.id })).toEqual({ ok: true, value: null })
    await aGuest(house.other.server, evening)
    await until('it is heard', () => heard === 1)
    await evening.closes()
  })
})
