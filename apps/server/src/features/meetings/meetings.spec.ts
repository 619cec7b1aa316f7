import type { MeetingAnswer, MeetingShown, ScreenAnswer, ThemeMeetingsAnswer } from '@witboek/contract'
import { codeLetters, joinCode } from '@witboek/domain'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { exampleDialogue } from '../../example/index.ts'
import { Browser, type Seen } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { anEvening, browserOf, plan } from '../../testing/an-evening.ts'
import { inSeat, sport } from '../../testing/the-example.ts'

const elsewhere = 'example-theme-onderwijs'
const chefElsewhere = inSeat('chef', { elsewhere: true })

let server: TestServer
let chef: Browser
beforeAll(async () => {
  server = await aServer()
  chef = await browserOf(server, inSeat('chef'))
})
afterAll(() => server.close())

const themeOf = (person: string): string =>
  exampleDialogue().people.find(({ id }) => id === person)?.seats[0]?.theme ?? expect.fail('a seat in a theme')
const as = (role: Parameters<typeof inSeat>[0], more = {}) => browserOf(server, inSeat(role, more))
const plans = (browser: Browser, change: Record<string, unknown> = {}): Promise<Seen> =>
  browser.commands('/api/meetings/plan', { ...plan, theme: sport.id, ...change })
const planned = async (change: Record<string, unknown> = {}) => (await plans(chef, change)).body as MeetingShown
const publishes = (browser: Browser, meeting: string) => browser.commands('/api/meetings/publish', { meeting })
const opens = (browser: Browser, meeting: string) => browser.commands('/api/meetings/open', { meeting })
const closes = (browser: Browser, meeting: string) => browser.commands('/api/meetings/close', { meeting })
const listed = async (browser: Browser) =>
  (await browser.goes('/api/themes/sport/meetings')).body as ThemeMeetingsAnswer
const codeOf = ({ body }: Seen) => (body as { type?: string }).type?.replace('/problems/', '')

describe('[MEET-1] a meeting is planned', () => {
  it('by the Chef of the theme group and by the lead, and once published in the list of those it is for', async () => {
    const first = await planned({ title: 'Door de Chef' })
    expect(first).toMatchObject({ title: 'Door de Chef', theme: sport.id, state: 'planned', version: 0 })
    const lead = await as('lead')
    const second = (await plans(lead, { title: 'Door de projectleiding' })).body as MeetingShown
    expect(await publishes(chef, first.id)).toMatchObject({ body: { state: 'published' } })
    expect(await publishes(lead, second.id)).toMatchObject({ body: { state: 'published' } })
    const titles = async (browser: Browser) => (await listed(browser)).meetings.map(({ title }) => title)
    for (const browser of [chef, await as('expert'), await as('clerk')])
      expect(await titles(browser)).toEqual(expect.arrayContaining(['Door de Chef', 'Door de projectleiding']))
  })

  it('once, when the same is asked again', async () => {
    const [one, other] = await Promise.all([planned({ title: 'Twee keer' }), planned({ title: 'Twee keer' })])
    expect(other.id).toBe(one.id)
    expect((await listed(chef)).meetings.filter(({ title }) => title === 'Twee keer')).toHaveLength(1)
  })

  it('fifty times for a group, those that are cancelled left out; and not faster than somebody plans', async () => {
    const other = await aServer()
    onTestFinished(() => other.close())
    const planner = await browserOf(other, inSeat('chef'))
    const plansOne = (title: string) => plans(planner, { title })
    for (let nth = 1; nth <= 50; nth += 1) expect((await plansOne(`Avond ${nth}`)).status).toBe(200)
    expect(codeOf(await plansOne('Avond 51'))).toBe('too-many')
    expect((await plansOne('Avond 50')).status, 'the same once more').toBe(200)
    const { id } = (await plansOne('Avond 1')).body as MeetingShown
    expect((await planner.commands('/api/meetings/cancel', { meeting: id, reason: '' })).status).toBe(200)
    expect((await plansOne('Avond 51')).status).toBe(200)
    for (let nth = 55; nth < 120; nth += 1) await plansOne('Avond 51')
    expect(codeOf(await plansOne('Avond 51'))).toBe('too-many-attempts')
    const lead = await browserOf(other, inSeat('lead'))
    expect((await plans(lead, { title: 'Avond 51' })).status, 'somebody else').toBe(200)
  })

  it.each([
    ['by an expert', 'expert', {}, 403, 'not-for-your-role'],
    ['by a Chef in another theme', 'chef', { theme: elsewhere }, 403, 'not-your-theme-group'],
    ['in a theme that is not there', 'lead', { theme: 'nowhere' }, 404, 'theme-not-found'],
    ['without a title', 'chef', { title: ' ' }, 422, 'meeting-title-empty'],
    ['that ends before it begins', 'chef', { endsAt: plan.startsAt - 1 }, 422, 'meeting-ends-before-start'],
    ['for days', 'chef', { endsAt: plan.startsAt + 86_400_000 }, 422, 'meeting-too-long'],
    ['of a kind that is none', 'chef', { kind: 'party' }, 400, 'not-understood'],
    ['with a code of one’s own', 'chef', { code: 'CDFHJK' }, 400, 'not-understood'],
    ['with a key of one’s own', 'chef', { roomKey: 'x' }, 400, 'not-understood'],
    ['with video that is no address', 'chef', { remoteLink: 'video' }, 422, 'meeting-link-not-valid'],
    ['with video of a house that has none', 'chef', { remoteLink: 'house' }, 422, 'meeting-link-not-valid'],
    ['of all themes, by a Chef', 'chef', { theme: null }, 403, 'not-your-theme-group'],
    ['in a state of one’s own', 'chef', { state: 'open' }, 400, 'not-understood'],
    ['after the end of the world', 'chef', { startsAt: 1e15, endsAt: 1e15 + 1 }, 400, 'not-understood'],
  ] as const)('not %s', async (_, role, change, status, code) => {
    const said = await plans(await as(role), change)
    expect([said.status, codeOf(said)]).toEqual([status, code])
  })

  it('not by whoever has not signed in, or comes from another site', async () => {
    expect(codeOf(await plans(new Browser(server.address)))).toBe('not-signed-in')
    const elsewhere = new Browser(server.address, { Origin: 'https://elders.example' })
    for (const [name, value] of chef.cookies) elsewhere.cookies.set(name, value)
    expect(codeOf(await plans(elsewhere))).toBe('foreign-origin')
  })

  it.each([
    ['a councillor', 'councillor', {}, 'not-for-your-role'],
    ['an expert of another theme', 'expert', { elsewhere: true }, 'not-your-theme-group'],
  ] as const)('and %s does not see it', async (_, role, more, code) => {
    const browser = await as(role, more)
    const { id } = await planned({ title: 'Niet voor iedereen' })
    expect(codeOf(await browser.goes('/api/themes/sport/meetings'))).toBe(code)
    expect(codeOf(await browser.goes(`/api/meetings/${id}`))).toBe(code)
    expect(codeOf(await browser.goes(`/api/meetings/${id}/calendar.ics`))).toBe(code)
  })
})

describe('[MEET-2] its plan changes', () => {
  const changes = (browser: Browser, meeting: string, change: Record<string, unknown>) =>
    browser.commands('/api/meetings/change', { ...plan, meeting, ...change })

  it('and calendars know that it is the same, changed', async () => {
    const { id } = await planned({ title: 'Verplaatst' })
    await publishes(chef, id)
    const file = async () => {
      const { headers, body } = await (await as('expert')).goes(`/api/meetings/${id}/calendar.ics`)
      return { type: headers.get('content-type'), name: headers.get('content-disposition'), text: String(body) }
    }
    const before = await file()
    expect(before.type).toBe('text/calendar; charset=utf-8')
    expect(before.name).toBe('attachment; filename=bijeenkomst-2046-11-27.ics')
    expect(before.text).toContain('DTSTART:20461127T183000Z')
    expect(before.text).toContain('SEQUENCE:0')
    expect(before.text.replaceAll('\r\n ', '')).toContain(`/thema/sport/bijeenkomsten`)
    const change = { title: 'Verplaatst', startsAt: plan.startsAt + 3_600_000 }
    expect((await changes(chef, id, change)).body).toMatchObject({ id, version: 1 })
    expect((await changes(chef, id, change)).body, 'asked again').toMatchObject({ version: 1 })
    const after = await file()
    expect(after.text).toContain('DTSTART:20461127T193000Z')
    expect(after.text).toContain('SEQUENCE:1')
    expect(/UID:.*/.exec(after.text)?.[0]).toBe(/UID:.*/.exec(before.text)?.[0])
  })

  it('not by others, and not of a meeting of another theme', async () => {
    const { id } = await planned({ title: 'Blijft zo' })
    expect(codeOf(await changes(await as('expert'), id, {}))).toBe('not-for-your-role')
    expect(codeOf(await changes(await browserOf(server, chefElsewhere), id, {}))).toBe('not-your-theme-group')
    expect(codeOf(await changes(chef, 'nowhere', {}))).toBe('meeting-not-found')
    expect(codeOf(await changes(chef, id, { theme: elsewhere })), 'to another theme').toBe('not-understood')
  })
})

describe('[MEET-3] it opens', () => {
  it('with a code that is shown to those who show it, and to nobody else', async () => {
    const { id } = await planned({ title: 'Open' })
    expect((await opens(chef, id)).body).toMatchObject({ state: 'open' })
    const page = async (browser: Browser) => (await browser.goes(`/api/meetings/${id}`)).body as MeetingAnswer
    const own = await page(chef)
    expect(joinCode(own.join?.code ?? '')).toBe(own.join?.code)
    expect(own).toMatchObject({ leads: true, shows: true, lobby: { waiting: [], guests: [], away: [] } })
    expect(own.join?.address).toBe(`${new URL(server.address).host}/meedoen`)
    expect(await page(await as('lead'))).toMatchObject({ leads: false, shows: true, join: own.join, lobby: null })
    const expert = await as('expert')
    expect(await page(expert)).toMatchObject({ leads: false, shows: false, joins: true, join: null, lobby: null })
    expect(await page(await as('auditor')), 'who looks on takes no part').toMatchObject({ leads: false, joins: false })
    expect(JSON.stringify(await listed(expert))).not.toContain(own.join?.code)
    expect(codeOf(await expert.goes(`/api/screens/${id}`))).toBe('not-for-your-role')
    expect(codeOf(await new Browser(server.address).goes(`/api/screens/${id}`))).toBe('not-signed-in')

    const again = await opens(chef, id)
    expect(again.body).toMatchObject({ id, state: 'open' })
    expect((await page(chef)).join?.code, 'asked again').toBe(own.join?.code)
    await closes(chef, id)
  })

  it('one of a theme at a time, also when two are asked at the same moment', async () => {
    const [one, other] = [await planned({ title: 'De ene' }), await planned({ title: 'De andere' })]
    const said = await Promise.all([opens(chef, one.id), opens(chef, other.id)])
    expect(said.map((seen) => codeOf(seen) ?? seen.status).sort()).toEqual([200, 'other-meeting-open'])
    const open = (await listed(chef)).meetings.filter(({ state }) => state === 'open')
    expect(open).toHaveLength(1)
    for (const { id } of open) await closes(chef, id)
  })

  it('by its Chef alone', async () => {
    const { id } = await planned({ title: 'Van de Chef' })
    expect(codeOf(await opens(await as('lead'), id))).toBe('not-for-your-role')
    expect(codeOf(await opens(await browserOf(server, chefElsewhere), id))).toBe('not-your-theme-group')
  })
})

describe('[MEET-5] the big screen', () => {
  it('says what to type and where, and when it is over', async () => {
    const evening = await anEvening(server, { title: 'Op het scherm' })
    const screen = async (browser: Browser) => (await browser.goes(`/api/screens/${evening.id}`)).body as ScreenAnswer
    const shown = await screen(evening.chef)
    expect(shown).toMatchObject({
      title: 'Op het scherm',
      theme: sport.name,
      state: 'open',
      join: { code: evening.code, address: `${new URL(server.address).host}/meedoen` },
    })
    const { title, theme, state, join } = shown
    expect(await screen(await as('lead'))).toMatchObject({ title, theme, state, join })
    await evening.closes()
    expect(await screen(evening.chef)).toMatchObject({ state: 'closed', join: null })
  })
})

describe('[MEET-4] it closes', () => {
  it('for good, and a new one has another code', async () => {
    const evening = await anEvening(server, { title: 'Eerst deze' })
    expect((await evening.closes()).body).toMatchObject({ state: 'closed' })
    expect((await evening.closes()).body, 'asked again').toMatchObject({ state: 'closed' })
    expect(codeOf(await opens(chef, evening.id))).toBe('meeting-changed')
    expect(codeOf(await new Browser(server.address).goes(`/api/join/${evening.code}`))).toBe('code-not-valid')
    const next = await anEvening(server, { title: 'Dan deze' })
    expect(next.code).not.toBe(evening.code)
    await next.closes()
  })

  it('by its Chef alone', async () => {
    const evening = await anEvening(server, { title: 'Blijft open' })
    expect(codeOf(await closes(await as('lead'), evening.id))).toBe('not-for-your-role')
    expect(codeOf(await closes(await browserOf(server, chefElsewhere), evening.id))).toBe('not-your-theme-group')
    await evening.closes()
  })
})

describe('[MEET-6] what was done', () => {
  it('is on the record, in ids', async () => {
    const own = await aServer()
    const evening = await anEvening(own, { title: 'Geheime titel' })
    await evening.closes()
    const events = await own.leaves(async (store) => {
      const dialogue = await store.dialogues.currentDialogue()
      return store.events.read(dialogue?.id ?? '', { after: 0, limit: 1_000 })
    })
    // What a step brings with it (the queue closes) is on the record beside it.
    const about = events.filter(({ subject, type }) => subject === evening.id && type.startsWith('meeting:'))
    expect(about.map(({ type, role, actor }) => [type, role, actor])).toEqual(
      ['meeting:plan', 'meeting:open', 'meeting:close'].map((type) => [type, 'chef', inSeat('chef')]),
    )
    expect(JSON.stringify([about, own.log])).not.toMatch(new RegExp(`Geheime|Buurthuis|${evening.code}`))
    await own.close()
  })
})

describe('a code', () => {
  it('has all letters there are, by chance that nobody foresees', async () => {
    const codes = []
    // A group has no more than fifty.
    const groups = [{}, { chef: chefElsewhere, theme: themeOf(chefElsewhere) }]
    const other = await aServer()
    onTestFinished(() => other.close())
    for (let i = 0; i < 60; i++) {
      const evening = await anEvening(other, { ...groups[i % 2], title: `Avond ${i}` })
      codes.push(evening.code)
      await evening.closes()
    }
    expect(new Set(codes).size).toBe(codes.length)
    expect(new Set(codes.join(''))).toEqual(new Set(codeLetters))
  })
})
