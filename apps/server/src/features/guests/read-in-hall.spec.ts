import { meetingCommandPath, type MeetingNow, type ScreenAnswer } from '@witboek/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf } from '../../testing/a-poll.ts'
import { Browser } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { anEvening, browserOf, joins, personIn, type Evening } from '../../testing/an-evening.ts'
import { inSeat } from '../../testing/the-example.ts'

let server: TestServer
let evening: Evening
beforeAll(async () => {
  server = await aServer()
  evening = await anEvening(server)
})
afterAll(() => server.close())

const onTheWall = async () =>
  ((await evening.chef.goes(`/api/screens/${evening.id}`)).body as ScreenAnswer).room?.code ?? ''
const codeIn = (location: string | null | undefined) => new URL(location ?? '', 'http://x').searchParams.get('zaal')
const checksIn = (browser: Browser, roomCode: string) =>
  browser.commands(meetingCommandPath('attendance:check-in'), { meeting: evening.id, mode: 'room', roomCode })

/** Somebody who joins with this code of the hall, and is let in. */
async function comesWith(room: string, more: Readonly<Record<string, string>> = {}) {
  const browser = new Browser(server.address)
  const joined = await joins(browser, evening.code, { room, ...more })
  const person = await personIn(browser)
  await evening.says('admit', person)
  return { browser, person, own: codeIn(joined.location) }
}

describe('[ATTEND-2] a guest who scanned the code in the hall', () => {
  it('is in the hall without typing one, though the one on the wall has changed since', async () => {
    const { browser, own } = await comesWith((await onTheWall()).toLowerCase())
    expect(own).toMatch(/^[A-Z0-9]{8}$/)
    expect((await checksIn(browser, own ?? '')).status).toBe(200)
    const { own: view } = (await browser.goes(`/api/meetings/${evening.id}/now`)).body as MeetingNow
    expect(view.attendance).toEqual({ mode: 'room', state: 'present' })
  })

  it('has a code that is nobody else’s', async () => {
    const { own } = await comesWith(await onTheWall(), { name: 'Ans' })
    const { browser: home } = await comesWith('', { name: 'Thuis' })
    expect(codeOf(await checksIn(home, own ?? ''))).toBe('room-code-not-valid')
  })

  it.each(['', 'CCCC'])('gets none for %j', async (room) => {
    expect((await comesWith(room, { name: `Iemand ${room}` })).own).toBeNull()
  })

  it('gets none by trying: after sixty wrong ones not for the right one either', async () => {
    for (let tries = 0; tries < 60; tries += 1) await joins(new Browser(server.address), evening.code, { room: 'CCCC' })
    expect((await comesWith(await onTheWall(), { name: 'Rader' })).own).toBeNull()
  })

  it('keeps it when the form comes back, and whoever takes part already goes on with it', async () => {
    const again = await new Browser(server.address).sends('/login/join', { code: evening.code, room: 'CDFH', name: '' })
    expect(again.location).toContain('?zaal=CDFH&probleem=')
    const member = await joins(await browserOf(server, inSeat('expert')), evening.code, { room: 'CDFH' })
    expect(member.location).toBe(`/bijeenkomst/${evening.id}?zaal=CDFH`)
  })
})
