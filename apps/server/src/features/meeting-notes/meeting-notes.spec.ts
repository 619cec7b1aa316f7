import { ownNotesMax } from '@witboek/domain'
import { aDatabase } from '@witboek/testkit/servers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { aGuest, anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { inSeat } from '../../testing/the-example.ts'

let server: TestServer
let evening: Evening
let expert: Browser
beforeAll(async () => {
  server = await aServer()
  evening = await anEvening(server)
  expert = await browserOf(server, inSeat('expert'))
})
afterAll(() => server.close())

const path = () => `/api/meetings/${evening.id}/notes`
const reads = async (browser: Browser) => (await browser.goes(path())).body
const keeps = (browser: Browser, text: string, version: number) => browser.commands(path(), { text, version })
const no = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } })

describe('[NOTES-1] what somebody writes down at a meeting', () => {
  it('is theirs alone: neither the Chef nor another expert reads it', async () => {
    expect(await reads(expert)).toEqual({ text: '', version: 0 })
    const text = 'Vraag Bram naar\n  het bad'
    expect(await keeps(expert, text, 0)).toMatchObject({ status: 200, body: { text, version: 1 } })
    expect(await reads(expert)).toEqual({ text, version: 1 })
    for (const other of [evening.chef, await browserOf(server, inSeat('expert', { nth: 1 }))])
      expect(await reads(other)).toEqual({ text: '', version: 0 })
    const auditor = await browserOf(server, inSeat('auditor'))
    expect(JSON.stringify((await auditor.goes('/api/record')).body)).not.toContain('Bram')
    expect(JSON.stringify(server.log)).not.toContain('Bram')
  })

  it('is not lost when it is changed on two devices, or sent twice', async () => {
    const chef = evening.chef
    expect(await keeps(chef, 'a', 0)).toMatchObject({ body: { version: 1 } })
    expect(await keeps(chef, 'a', 0), 'the answer was lost').toMatchObject({ body: { version: 1 } })
    expect(await keeps(chef, 'on the phone', 0)).toMatchObject(no(409, 'notes-changed'))
    expect(await keeps(chef, 'ab', 1)).toMatchObject({ body: { text: 'ab', version: 2 } })
    expect(await reads(chef)).toEqual({ text: 'ab', version: 2 })
  })

  it('has room for a whole evening, and an end', async () => {
    const lead = await browserOf(server, inSeat('lead'))
    const full = '€'.repeat(ownNotesMax)
    expect(await keeps(lead, full, 0)).toMatchObject({ status: 200 })
    expect(await keeps(lead, `${full}.`, 1)).toMatchObject(no(422, 'text-too-long'))
  })

  it('can be kept by a guest who is in, and by nobody who may not know of the meeting', async () => {
    const { browser, person } = await aGuest(server, evening)
    expect(await keeps(browser, 'x', 0)).toMatchObject({ status: 401 })
    await evening.says('admit', person)
    expect(await keeps(browser, 'x', 0)).toMatchObject({ status: 200 })
    const elsewhere = await browserOf(server, inSeat('chef', { elsewhere: true }))
    expect(await keeps(elsewhere, 'x', 0)).toMatchObject({ status: 403 })
    expect(await elsewhere.commands('/api/meetings/nowhere/notes', { text: '', version: 0 })).toMatchObject(
      no(404, 'meeting-not-found'),
    )
  })
})

it('[NOTES-1] what was pasted is kept without the signs that no database keeps', async () => {
  const onPostgres = await aServer({ DATABASE_URL: await aDatabase(inject('postgres')) })
  try {
    for (const place of [server, onPostgres]) {
      const browser = await browserOf(place, inSeat('expert', { nth: 2 }))
      const { id } = place === server ? evening : await anEvening(place)
      const asked = { text: 'plak\u0000werk \ud83d 👍', version: 0 }
      const kept = { text: 'plakwerk \ufffd 👍', version: 1 }
      expect(await browser.commands(`/api/meetings/${id}/notes`, asked)).toMatchObject({ status: 200, body: kept })
      expect((await browser.goes(`/api/meetings/${id}/notes`)).body).toEqual(kept)
    }
  } finally {
    await onPostgres.close()
  }
})
