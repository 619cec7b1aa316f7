import type { SectionId } from '@witboek/domain'
import { aDatabase, aPostgres, type ThrowawayServer } from '@witboek/testkit/servers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aMeeting, type Meeting } from './testing/a-meeting.ts'
import { asks, types } from './testing/clients.ts'
import { sends } from './testing/sends.ts'
import { inSeat, sport, sportBook } from './testing/the-example.ts'

const book = sportBook.book.id
const sections = sportBook.sections.map(({ section }) => section)
const at = (index: number): SectionId => sections[index] as SectionId
const done = { ok: true }

/** One of its own, because it is hurt here. */
let postgres: ThrowawayServer
beforeAll(async () => {
  postgres = await aPostgres({ durable: true })
})
afterAll(() => postgres.stop())

let environment: Record<string, string>
let meeting: Meeting
beforeEach(async () => {
  environment = { DATABASE_URL: await aDatabase(postgres.url) }
  meeting = await aMeeting(environment)
})
afterEach(() => meeting.close())

describe('an evening that rests in PostgreSQL', () => {
  it('[I1] [LOCK-2] [PARK-1] is there again, letter and lock, after the server has started anew', async () => {
    const [writer, reader] = [await meeting.opens(inSeat('expert')), await meeting.opens(inSeat('expert', { nth: 1 }))]
    const chef = await meeting.comes(inSeat('chef'))
    for (const page of [writer, reader]) await Promise.all([page.section(at(0)).synced, page.section(at(1)).synced])
    types(writer, at(0), 'het zwembad – ’s maandags dicht')
    await until('others see it', () => reader.section(at(0)).text.toString().includes('maandags'))
    const lock = { book, section: at(1), reason: 'eerst praten', until: null }
    expect(await asks(chef, 'section:lock', lock)).toMatchObject(done)
    types(writer, at(1), 'te laat')
    await until('it is set aside', () => writer.state.setAside.length === 1)
    await until('all is settled', () => writer.state.unsaved === 0)
    await meeting.close()

    meeting = await aMeeting(environment)
    const page = await meeting.opens(inSeat('expert'))
    await Promise.all([page.section(at(0)).synced, page.section(at(1)).synced])
    expect(page.section(at(0)).text.toString()).toContain('het zwembad – ’s maandags dicht')
    expect(page.section(at(1)).text.toString()).not.toContain('te laat')
    expect(page.state.manifest.sections.find(({ id }) => id === at(1))?.lock).toMatchObject({ reason: 'eerst praten' })
  })

  it('[SAFE-1] takes no sign for a surprise that PostgreSQL cannot write', async () => {
    for (const path of ['/api/meetings/%00', '/api/screens/%00', '/api/meetings/a%00b/calendar.ics'])
      expect(await meeting.gets(path, inSeat('chef')), path).toMatchObject({
        body: { type: '/problems/meeting-not-found' },
      })
    for (const path of ['/api/books/%00/parked', '/api/books/a%00b/authors'])
      expect((await meeting.gets(path, inSeat('chef'))).status, path).toBe(404)
    const { address } = meeting.server
    const cookie = await meeting.server.seat(inSeat('chef'))
    const rows = [{ name: 'Els', email: 'els@voorbeeld.example', language: 'nl' }]
    const letter = { nl: 'Kom\u0000 ook', en: '' }
    const list = { theme: sport.id, role: 'expert', rows, letter }
    expect(await sends(address, '/api/invitations', list, { cookie })).toMatchObject({ body: { queued: 1 } })
    const response = { clientDataJSON: '' }
    const credential = { id: '\u0000', rawId: 'x', type: 'public-key', response, clientExtensionResults: {} }
    expect((await sends(address, '/login/passkey', { credential, keep: false })).status).toBe(400)
    expect(meeting.server.log.filter(({ msg }) => msg === 'surprise')).toEqual([])
  })

  it('[I1] [I2] goes on when the database was away: nobody sees what is not saved, and then everything is', async () => {
    const [writer, reader] = [await meeting.opens(inSeat('expert')), await meeting.opens(inSeat('expert', { nth: 1 }))]
    for (const page of [writer, reader]) await page.section(at(0)).synced
    types(writer, at(0), 'ervoor')
    await until('it is saved', () => writer.state.unsaved === 0 && writer.state.savedAt !== null)
    await postgres.kill()
    types(writer, at(0), 'terwijl')
    await until('it is not saved', () => writer.state.unsaved > 0)
    expect(reader.section(at(0)).text.toString()).not.toContain('terwijl')
    await postgres.restart()
    await until('it is saved after all', () => writer.state.unsaved === 0, 30_000)
    await until('the other sees it', () => reader.section(at(0)).text.toString().includes('terwijl'), 30_000)

    const entries = await meeting.server.leaves(({ bookLog }) => bookLog.read(book, { after: 0, limit: 10_000 }))
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i + 1))
  })
})
