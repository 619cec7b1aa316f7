import type { AccountAnswer, CalendarAddress, MeetingShown } from '@witboek/contract'
import type { PersonId, Seat } from '@witboek/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Browser, type Seen } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { browserOf, plan } from '../../testing/an-evening.ts'
import { inSeat, sport } from '../../testing/the-example.ts'

const elsewhere = 'example-theme-onderwijs'
const twoSeats = 'calendar-two-seats' as PersonId

let server: TestServer
let chef: Browser
let lead: Browser
beforeAll(async () => {
  server = await aServer()
  ;[chef, lead] = [await browserOf(server, inSeat('chef')), await browserOf(server, inSeat('lead'))]
})
afterAll(() => server.close())

const expert = () => browserOf(server, inSeat('expert'))
const nobody = () => new Browser(server.address)
const published = async (browser: Browser, change: Record<string, unknown>): Promise<MeetingShown> => {
  const { id } = (await browser.commands('/api/meetings/plan', { ...plan, theme: sport.id, ...change }))
    .body as MeetingShown
  return (await browser.commands('/api/meetings/publish', { meeting: id })).body as MeetingShown
}
const address = async (browser: Browser): Promise<string> => {
  const { body } = await browser.commands('/api/account/calendar', {})
  return new URL((body as CalendarAddress).address).pathname
}
const follows = (path: string) => nobody().goes(path)
const calendar = async (path: string) => String((await follows(path)).body).replaceAll('\r\n ', '')
const summaries = (file: string) => [...file.matchAll(/^SUMMARY:(.*)$/gm)].map(([, words]) => words?.trim())
/** All that an answer says, but for the number of the request. */
const said = ({ status, headers, body }: Seen) => {
  const { instance, ...problem } = body as { instance: string }
  expect(instance).toMatch(/^\/requests\//)
  return [status, headers.get('content-type'), problem]
}

describe('[CAL-1] somebody’s calendar follows their meetings', () => {
  it('by an address that only they know, without signing in', async () => {
    const { id } = await published(chef, { title: 'Gevolgd' })
    const browser = await expert()
    const path = await address(browser)
    expect(path).toMatch(/^\/api\/calendar\/[\w-]{43}\.ics$/)
    const { status, headers } = await follows(path)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(headers.get('cache-control')).toContain('no-store')
    const file = await calendar(path)
    expect(file).toContain('METHOD:PUBLISH')
    expect(file).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H')
    expect(file).toMatch(/^X-WR-CALNAME:.+/m)
    expect(file).toContain(`UID:${id}@localhost`)
    expect(((await browser.goes('/api/account')).body as AccountAnswer).calendar).toBe(true)
  })

  it('and their page and their letters speak of the same entry', async () => {
    const browser = await expert()
    const { id } = await published(chef, { title: 'Eén afspraak' })
    const uid = (text: string) => [...text.matchAll(/^UID:(.*)$/gm)].map(([, words]) => words?.trim())
    const single = String((await browser.goes(`/api/meetings/${id}/calendar.ics`)).body)
    expect(uid(await calendar(await address(browser)))).toContain(uid(single)[0])
  })
})

describe('[CAL-2] the address', () => {
  it('is renewed, and the old one opens nothing any more', async () => {
    const browser = await expert()
    const [old, fresh] = [await address(browser), await address(browser)]
    expect(fresh).not.toBe(old)
    expect((await follows(old)).status).toBe(404)
    expect((await follows(fresh)).status).toBe(200)
  })

  it('stops', async () => {
    const browser = await expert()
    const path = await address(browser)
    for (const time of ['once', 'asked again'])
      expect((await browser.commands('/api/account/calendar/end', {})).status, time).toBe(200)
    expect((await follows(path)).status).toBe(404)
    expect(((await browser.goes('/api/account')).body as AccountAnswer).calendar).toBe(false)
  })

  it('is answered alike when it opens nothing, whatever it was', async () => {
    const browser = await expert()
    const old = await address(browser)
    await address(browser)
    const guesses = [old, `/api/calendar/${'x'.repeat(43)}.ics`, '/api/calendar/x.ics', `/api/calendar/%00'.ics`]
    const answers = await Promise.all(guesses.map(async (path) => said(await follows(path))))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject([404, 'application/problem+json; charset=utf-8', { type: '/problems/not-found' }])
  })

  it('is not kept, and not in any log', async () => {
    const own = await aServer()
    const browser = await browserOf(own, inSeat('expert'))
    const { body } = await browser.commands('/api/account/calendar', {})
    const key = /([\w-]{43})\.ics/.exec((body as CalendarAddress).address)?.[1] ?? expect.fail('no key')
    await new Browser(own.address).goes(`/api/calendar/${key}.ics`)
    const events = await own.leaves(async (store) => {
      const dialogue = await store.dialogues.currentDialogue()
      return store.events.read(dialogue?.id ?? '', { after: 0, limit: 1_000 })
    })
    expect(events.filter(({ type }) => type === 'calendar:give')).toHaveLength(1)
    expect(JSON.stringify([events, own.log])).not.toContain(key)
    await own.close()
  })

  it('is guessed at 600 times in ten minutes, and a right one never waits', async () => {
    const own = await aServer()
    const path = new URL(
      ((await (await browserOf(own, inSeat('expert'))).commands('/api/account/calendar', {})).body as CalendarAddress)
        .address,
    ).pathname
    const guesser = new Browser(own.address)
    const statuses: number[] = []
    for (let i = 0; i < 602; i++) statuses.push((await guesser.goes(`/api/calendar/guess-${i}.ics`)).status)
    expect(statuses.indexOf(429)).toBe(600)
    expect((await guesser.goes(path)).status).toBe(200)
    await own.close()
  }, 60_000)
})

describe('[CAL-3] it has', () => {
  it('what somebody may read by any seat they hold, and nothing else', async () => {
    const seats: readonly Seat[] = [
      { role: 'expert', theme: sport.id },
      { role: 'chef', theme: elsewhere as Seat['theme'] },
    ]
    const own = await aServer(
      {},
      { before: (store) => store.people.save({ id: twoSeats, name: 'Bo', background: '', seats }) },
    )
    const [chefOf, leadOf] = [await browserOf(own, inSeat('chef')), await browserOf(own, inSeat('lead'))]
    await published(chefOf, { title: 'In sport' })
    await published(leadOf, { title: 'In onderwijs', theme: elsewhere })
    await published(leadOf, { title: 'In cultuur', theme: 'example-theme-cultuur' })
    await published(leadOf, { title: 'Samen', theme: null })
    // A draft is in no calendar, not even of the Chef who sees it in the list.
    await leadOf.commands('/api/meetings/plan', { ...plan, theme: elsewhere, title: 'Klad' })
    const titles = async (person: string) => {
      const browser = await browserOf(own, person)
      const { body } = await browser.commands('/api/account/calendar', {})
      const file = String(
        (await new Browser(own.address).goes(new URL((body as CalendarAddress).address).pathname)).body,
      )
      return summaries(file.replaceAll('\r\n ', ''))
        .map((words) => words?.replace(/ – .*/, ''))
        .sort()
    }
    expect(await titles(twoSeats)).toEqual(['In onderwijs', 'In sport', 'Samen'])
    expect(await titles(inSeat('expert'))).toEqual(['In sport', 'Samen'])
    expect(await titles(inSeat('councillor'))).toEqual([])
    await own.close()
  })

  it('a meeting that is cancelled, said to be so', async () => {
    const path = await address(await expert())
    const { id, version } = await published(chef, { title: 'Afgezegd' })
    expect(summaries(await calendar(path))).toContain('Afgezegd – Sport')
    await chef.commands('/api/meetings/cancel', { meeting: id, reason: 'De zaal is dicht' })
    const file = await calendar(path)
    const entry = file.split('BEGIN:VEVENT').find((text) => text.includes(id)) ?? ''
    for (const words of ['STATUS:CANCELLED', `SEQUENCE:${version + 1}`, 'SUMMARY:Gaat niet door: Afgezegd'])
      expect(entry).toContain(words)
    expect(file).toContain('METHOD:PUBLISH')
  })

  it('nothing of somebody who stopped', async () => {
    const own = await aServer()
    const browser = await browserOf(own, inSeat('expert'))
    const { name } = (await browser.goes('/api/account')).body as AccountAnswer
    const { body } = await browser.commands('/api/account/calendar', {})
    const path = new URL((body as CalendarAddress).address).pathname
    expect((await browser.commands('/api/account/erase', { confirm: name, keepName: false })).status).toBe(200)
    expect((await new Browser(own.address).goes(path)).status).toBe(404)
    await own.close()
  })
})

describe('[CAL-2] only whoever has signed in', () => {
  it('gets an address', async () => {
    for (const path of ['/api/account/calendar', '/api/account/calendar/end'])
      expect((await nobody().commands(path, {})).status).toBe(401)
    expect((await lead.commands('/api/account/calendar', { person: 'somebody' })).status).toBe(400)
  })
})
