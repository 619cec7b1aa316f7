import {
  minutesPath,
  type AllMeetingsAnswer,
  type MeetingAnswer,
  type MeetingShown,
  type MinutesAnswer,
  type ThemeMeetingsAnswer,
} from '@witboek/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleDialogue } from '../../example/index.ts'
import { Browser, type Seen } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { browserOf, plan } from '../../testing/an-evening.ts'
import { inSeat, sport } from '../../testing/the-example.ts'

let server: TestServer
let chef: Browser
let lead: Browser
beforeAll(async () => {
  server = await aServer({
    VIDEO_LINK: 'https://video.example/zaal/{meeting}',
    VIDEO_FRAMES: 'https://video.example',
  })
  ;[chef, lead] = [await as('chef'), await as('lead')]
})
afterAll(() => server.close())

const as = (role: Parameters<typeof inSeat>[0], more = {}) => browserOf(server, inSeat(role, more))
const plans = (browser: Browser, change: Record<string, unknown> = {}): Promise<Seen> =>
  browser.commands('/api/meetings/plan', { ...plan, theme: sport.id, ...change })
const planned = async (browser: Browser, change: Record<string, unknown> = {}) =>
  (await plans(browser, change)).body as MeetingShown
const says = (browser: Browser, command: 'publish' | 'cancel' | 'open' | 'close', meeting: string, more: object = {}) =>
  browser.commands(`/api/meetings/${command}`, { meeting, ...more })
const published = async (browser: Browser, change: Record<string, unknown> = {}) => {
  const { id } = await planned(browser, change)
  return (await says(browser, 'publish', id)).body as MeetingShown
}
const listed = async (browser: Browser) =>
  ((await browser.goes('/api/themes/sport/meetings')).body as ThemeMeetingsAnswer).meetings
const page = (browser: Browser, id: string) => browser.goes(`/api/meetings/${id}`)
const file = async (browser: Browser, id: string) =>
  String((await browser.goes(`/api/meetings/${id}/calendar.ics`)).body).replaceAll('\r\n ', '')
const codeOf = ({ body }: Seen) => (body as { type?: string }).type?.replace('/problems/', '')

describe('[MEET-7] a meeting is published', () => {
  it('and until then it is there for those who plan and for the auditor, and for nobody else', async () => {
    const { id } = await planned(chef, { title: 'Nog een kladje' })
    const sees = async (browser: Browser) => [
      (await listed(browser)).some((meeting) => meeting.id === id),
      codeOf(await page(browser, id)) ?? 'there',
      (await file(browser, id)).includes('BEGIN:VEVENT'),
    ]
    for (const role of ['chef', 'lead', 'auditor'] as const)
      expect(await sees(await as(role)), role).toEqual([true, 'there', true])
    for (const role of ['expert', 'clerk', 'civilServant'] as const)
      expect(await sees(await as(role)), role).toEqual([false, 'meeting-not-found', false])
    expect(await file(chef, id)).toContain('STATUS:TENTATIVE')

    expect((await says(chef, 'publish', id)).body).toMatchObject({ id, state: 'published' })
    expect((await says(chef, 'publish', id)).body, 'asked again').toMatchObject({ id, state: 'published' })
    for (const role of ['chef', 'expert', 'clerk', 'civilServant'] as const)
      expect(await sees(await as(role)), role).toEqual([true, 'there', true])
    expect(await file(await as('expert'), id)).toContain('STATUS:CONFIRMED')
  })

  it('by those who plan it', async () => {
    const { id } = await planned(chef, { title: 'Wie publiceert dit' })
    expect(codeOf(await says(await as('expert'), 'publish', id))).toBe('not-for-your-role')
    expect(codeOf(await says(await as('chef', { elsewhere: true }), 'publish', id))).toBe('not-your-theme-group')
    expect((await says(lead, 'publish', id)).status).toBe(200)
  })

  it('by opening it, too', async () => {
    const { id } = await planned(chef, { title: 'Meteen open' })
    expect((await says(chef, 'open', id)).body).toMatchObject({ state: 'open' })
    expect((await listed(await as('expert'))).map((meeting) => meeting.id)).toContain(id)
    await says(chef, 'close', id)
  })
})

describe('[MEET-3] a plan of long ago', () => {
  it('opens after its time was changed', async () => {
    const past = { startsAt: Date.now() - 16 * 3_600_000, endsAt: Date.now() - 13 * 3_600_000 }
    const { id } = await planned(chef, { title: 'Gisteren', ...past })
    expect(codeOf(await says(chef, 'open', id))).toBe('meeting-long-over')
    await chef.commands('/api/meetings/change', { ...plan, meeting: id, title: 'Vandaag' })
    expect((await says(chef, 'open', id)).status).toBe(200)
    await says(chef, 'close', id)
  })
})

describe('[MEET-10] a meeting is cancelled', () => {
  it('with a reason, in the lists and the calendars of those who knew of it', async () => {
    const { id, version } = await published(chef, { title: 'Gaat niet door' })
    const expert = await as('expert')
    const before = await file(expert, id)
    expect(codeOf(await says(chef, 'cancel', id, { reason: ' ' }))).toBe('cancel-reason-empty')
    const cancelled = { id, state: 'cancelled', cancelReason: 'De zaal is dicht', version: version + 1 }
    for (const time of ['once', 'asked again'])
      expect((await says(chef, 'cancel', id, { reason: 'De zaal is dicht' })).body, time).toMatchObject(cancelled)
    expect((await listed(expert)).find((meeting) => meeting.id === id)).toMatchObject(cancelled)
    const after = await file(expert, id)
    expect(after).toContain('METHOD:CANCEL')
    expect(after).toContain('STATUS:CANCELLED')
    expect(after).toContain(`SEQUENCE:${version + 1}`)
    expect(after).toContain('Reden: De zaal is dicht')
    expect(/UID:.*/.exec(after)?.[0]).toBe(/UID:.*/.exec(before)?.[0])
    expect(codeOf(await says(chef, 'open', id))).toBe('meeting-changed')
  })

  it('without one, and without anybody hearing of it, when it was a plan', async () => {
    const { id } = await planned(chef, { title: 'Toch maar niet' })
    expect((await says(chef, 'cancel', id, { reason: '' })).body).toMatchObject({ state: 'cancelled' })
    expect(codeOf(await page(await as('expert'), id))).toBe('meeting-not-found')
    expect((await page(chef, id)).status).toBe(200)
  })

  it('not by others, and not once it is open', async () => {
    const { id } = await published(chef, { title: 'Blijft staan' })
    expect(codeOf(await says(await as('expert'), 'cancel', id, { reason: 'Zin in' }))).toBe('not-for-your-role')
    await says(chef, 'open', id)
    expect(codeOf(await says(chef, 'cancel', id, { reason: 'Te laat' }))).toBe('meeting-changed')
    await says(chef, 'close', id)
  })
})

describe('[MEET-12] a meeting of all themes together', () => {
  const all = async (browser: Browser) => (await browser.goes('/api/meetings')).body as AllMeetingsAnswer

  it('is planned and led by the lead, and read in every theme', async () => {
    const { id } = await published(lead, { theme: null, kind: 'kickoff', title: 'Startavond' })
    expect((await all(lead)).plenary).toMatchObject({ plans: true, leads: true, shows: true })
    for (const browser of [await as('expert'), await as('expert', { elsewhere: true }), await as('civilServant')]) {
      const { plenary } = await all(browser)
      expect(plenary).toMatchObject({ plans: false, leads: false, shows: false })
      expect(plenary?.meetings.map((meeting) => meeting.id)).toContain(id)
      expect((await page(browser, id)).status).toBe(200)
    }
    expect(codeOf(await says(chef, 'open', id))).toBe('not-your-theme-group')
    expect((await says(lead, 'open', id)).body).toMatchObject({ state: 'open' })
    const shownTo = async (browser: Browser) => (await page(browser, id)).body as MeetingAnswer
    const { join } = await shownTo(chef)
    expect(join?.code, 'a Chef shows the screen').toMatch(/^.{6}$/)
    expect((await shownTo(await as('expert'))).join).toBeNull()
    // By its code nobody comes in who has no seat.
    expect(codeOf(await new Browser(server.address).goes(`/api/join/${join?.code ?? ''}`))).toBe('code-not-valid')
    expect((await says(lead, 'close', id)).body).toMatchObject({ state: 'closed' })
    const { minutes, books } = (await lead.goes(minutesPath(id))).body as MinutesAnswer
    const green = exampleDialogue().books.map(({ book }) => book.id)
    expect(minutes.checkpoints.map(({ book }) => book).sort(), 'at the beginning and at the end').toEqual(
      [...green, ...green].sort(),
    )
    expect(Object.keys(books).sort()).toEqual(green.toSorted())
  })

  it('runs beside a meeting of a theme, and one at a time', async () => {
    const [first, second] = [
      await published(lead, { theme: null, title: 'Samen' }),
      await published(lead, { theme: null, title: 'Nog eens samen' }),
    ]
    const { id } = await published(chef, { title: 'Ernaast' })
    for (const [browser, meeting] of [
      [lead, first.id],
      [chef, id],
    ] as const)
      expect((await says(browser, 'open', meeting)).status).toBe(200)
    expect(codeOf(await says(lead, 'open', second.id))).toBe('other-meeting-open')
    await says(lead, 'close', first.id)
    await says(chef, 'close', id)
  })

  it('stands above those of the themes that somebody may read', async () => {
    const themesOf = async (browser: Browser) => (await all(browser)).themes.map(({ theme }) => theme.slug)
    expect(await themesOf(chef)).toEqual(['sport'])
    expect((await themesOf(lead)).length).toBeGreaterThan(1)
    expect(codeOf(await (await as('councillor')).goes('/api/meetings'))).toBe('not-for-your-role')
    expect(codeOf(await new Browser(server.address).goes('/api/meetings'))).toBe('not-signed-in')
  })
})

describe('[MEET-11] whoever is at home', () => {
  const video = async (remoteLink: string) => {
    const { id } = await published(chef, { title: `Met ${remoteLink}`, remoteLink })
    return { id, video: ((await page(await as('expert'), id)).body as MeetingAnswer).meeting.video }
  }

  it('comes in by the video of the house, by a link of the meeting, or not at all', async () => {
    const own = await video('https://elders.example/sport?pwd=a')
    const house = await video('house')
    expect([(await video('')).video, own.video, house.video]).toEqual([
      null,
      { address: 'https://elders.example/sport?pwd=a', host: 'elders.example', framed: false },
      { address: `https://video.example/zaal/${house.id}`, host: 'video.example', framed: true },
    ])
    expect(await file(await as('expert'), house.id)).toContain(
      `Van huis meedoen: https://video.example/zaal/${house.id}`,
    )
  })

  it('and no longer when it is over', async () => {
    const { id } = await video('house')
    await says(chef, 'open', id)
    await says(chef, 'close', id)
    expect((await page(chef, id)).body).toMatchObject({ meeting: { video: null } })
  })
})

describe('[MEET-6] what was done beforehand', () => {
  it('is on the record, in ids', async () => {
    const { id } = await published(chef, { title: 'Geheim plan', remoteLink: 'https://geheim.example/x' })
    await says(lead, 'cancel', id, { reason: 'Geheime reden' })
    const auditor = await as('auditor')
    const { lines } = (await auditor.goes('/api/record')).body as { lines: { type: string; subject: string }[] }
    const about = lines.filter(({ subject }) => subject === id)
    expect(about.map(({ type }) => type)).toEqual(['meeting:cancel', 'meeting:publish', 'meeting:plan'])
    expect(JSON.stringify([about, server.log])).not.toMatch(/[Gg]eheim/)
  })
})
