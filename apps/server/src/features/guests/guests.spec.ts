import type { JoinAnswer, VisitAnswer } from '@witboek/contract'
import type { RecordedEntry, SectionId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { stopwatch, until } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser, type Seen } from '../../testing/a-browser.ts'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { aGuest, anEvening, browserOf, joins, lobbyOf, personIn, type Evening } from '../../testing/an-evening.ts'
import { asks, bookLine, meetingLine, no, types } from '../../testing/clients.ts'
import { aParagraph, RawLine } from '../../testing/raw-line.ts'
import { inSeat, sport, sportBook } from '../../testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section as SectionId
const done = { ok: true, value: null }
const codeOf = ({ body }: Seen) => (body as { type?: string }).type?.replace('/problems/', '')
const changed = (count: number) => ({ status: 200, body: { changed: count } })

let hall: Meeting
let evening: Evening
const ends: (() => void)[] = []
beforeEach(async () => {
  hall = await aMeeting()
  evening = await anEvening(hall.server)
})
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await hall.close()
})

const visitOf = async (browser: Browser) => (await browser.goes('/api/visit')).body as VisitAnswer
const stateOf = async (browser: Browser) => (await lobbyOf(browser)).visits[0]?.state
const waitingNames = async () => (await evening.page()).lobby?.waiting.map(({ name }) => name)

/** A guest whom the Chef has let in. */
async function insideGuest(name = 'Els', { writes = false } = {}) {
  const guest = await aGuest(hall.server, evening, name)
  await evening.says('admit', guest.person)
  if (writes) await evening.letsWrite(guest.person, true)
  return guest
}

function opensBook({ cookie }: Browser) {
  const line = bookLine(hall.server.ws, book, cookie)
  ends.push(() => line.close())
  return line
}

async function speaks({ cookie }: Browser) {
  const line = await RawLine.open(`${hall.server.ws}/collab/${book}`, { cookie })
  ends.push(() => line.close())
  return line
}

function comes({ cookie }: Browser) {
  const socket = meetingLine(hall.server.address, cookie)
  ends.push(() => socket.close())
  return socket
}

const sequence = ({ bookLog }: Store): Promise<readonly RecordedEntry[]> =>
  bookLog.read(book, { after: 0, limit: 100_000 })

describe('[GUEST-1] somebody without an account', () => {
  it('sees where a code leads, gives a name, and waits in the lobby without any right', async () => {
    const browser = new Browser(hall.server.address)
    const typed = `${evening.code.slice(0, 3).toLowerCase()}%20${evening.code.slice(3)}`
    expect((await browser.goes(`/api/join/${typed}`)).body).toEqual({
      meeting: expect.objectContaining({ title: 'Eerste avond', place: 'Buurthuis De Brug' }),
      theme: { slug: 'sport', name: sport.name },
      chefs: [expect.any(String)],
      mail: true,
      you: null,
    } satisfies JoinAnswer)
    const joined = await joins(browser, evening.code, { name: '  Els  uit Oost ' })
    expect([joined.status, joined.location]).toEqual([303, '/wachtkamer'])
    expect(joined.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/)
    const visit = await visitOf(browser)
    expect(visit).toMatchObject({ actor: null, person: { name: 'Els uit Oost', seats: [], seat: null } })
    expect(await lobbyOf(browser)).toMatchObject({ name: 'Els uit Oost', visits: [{ state: 'waiting', seat: null }] })
    expect(await waitingNames()).toEqual(['Els uit Oost'])

    expect((await browser.goes('/api/themes/sport/books/green')).status).toBe(401)
    expect((await browser.goes('/api/themes/sport/meetings')).status).toBe(401)
    expect((await speaks(browser)).closedWith).toEqual({ code: 4401, reason: 'not-signed-in' })
    const consents = await hall.server.leaves((store) => store.consents.of(visit.person?.id as never))
    expect(consents).toMatchObject([{ text: 'guest', version: 1 }])
  })

  it('is admitted by the Chef, and reads the book of the theme with everybody there', async () => {
    const { browser, person } = await aGuest(hall.server, evening)
    expect(await evening.says('admit', person)).toMatchObject(changed(1))
    expect(await lobbyOf(browser)).toMatchObject({
      visits: [{ state: 'admitted', writes: false, seat: 0, seated: true }],
    })
    expect((await visitOf(browser)).actor).toMatchObject({ person, role: 'guest', theme: { slug: 'sport' } })
    const { body } = await browser.goes('/api/themes/sport/books/green')
    expect(body).toMatchObject({ rights: { role: 'guest', write: false, order: false, remark: false } })
    const line = opensBook(browser)
    await line.section(section).synced
    const names: string[] = []
    const socket = comes(browser)
    socket.on('presence:changed', ({ present }) => names.splice(0, Infinity, ...present.map(({ name }) => name)))
    expect(await asks(socket, 'presence:enter', { book })).toEqual(done)
    await until('the guest is seen there', () => names.includes('Els'))
    expect((await browser.goes('/api/themes/zorg-en-welzijn/books/green')).status, 'another theme').toBe(403)
    const bystander = await hall.opens(inSeat('expert'))
    await bystander.section(section).synced
    expect(line.section(section).text.toString()).toBe(bystander.section(section).text.toString())
  })

  it('may be refused, and let in after all', async () => {
    const { browser, person } = await aGuest(hall.server, evening)
    expect(await evening.says('refuse', person)).toMatchObject(changed(1))
    expect(await stateOf(browser)).toBe('refused')
    expect((await joins(browser, evening.code)).location, 'asking again').toBe('/wachtkamer')
    expect(await stateOf(browser)).toBe('refused')
    expect((await evening.page()).lobby?.away).toMatchObject([{ person }])
    expect(await evening.says('admit', person)).toMatchObject(changed(1))
    expect(await stateOf(browser)).toBe('admitted')
  })

  it.each([
    ['no code', { code: '' }, 'code-not-valid'],
    ['a code of nothing', { code: 'CDF-HJK' }, 'code-not-valid'],
    ['no consent', { consent: '' }, 'not-understood'],
    ['no name', { name: ' \u200B ' }, 'name-empty'],
    ['an endless name', { name: 'a'.repeat(61) }, 'name-too-long'],
    ['an address that is none', { email: 'els@' }, 'address-not-valid'],
    ['a form that is none', { form: 'x' }, 'not-understood'],
    ['an endless form', { name: 'a'.repeat(5_000) }, 'too-large'],
  ] as const)('does not come in with %s', async (_, change, code) => {
    const browser = new Browser(hall.server.address)
    const form = { code: evening.code, name: 'Els', consent: 'on', ...change }
    const said = await browser.sends('/login/join', form, 'application/json')
    expect(codeOf(said)).toBe(code)
    expect(said.headers.getSetCookie()).toEqual([])
    expect(await waitingNames()).toEqual([])
  })

  it('does not come in without the box ticked; a person comes back to the page, which says why', async () => {
    const browser = new Browser(hall.server.address)
    const form = { code: evening.code, name: 'Els' }
    expect(codeOf(await browser.sends('/login/join', form, 'application/json'))).toBe('consent-missing')
    const { status, location } = await browser.sends('/login/join', form)
    expect([status, location]).toEqual([303, `/meedoen/${evening.code}?probleem=consent-missing`])
    const hostile = await browser.sends('/login/join', { ...form, code: '//elders.example/?x=1' })
    expect(hostile.location).toBe('/meedoen/%2F%2Felders.example%2F%3Fx%3D1?probleem=code-not-valid')
    const cut = await browser.sends('/login/join', { ...form, code: `${'C'.repeat(39)}👍` })
    expect(cut.location).toMatch(/^\/meedoen\/C{39}%EF%BF%BD\?probleem=/)
  })
})

describe('[GUEST-1] the same guest', () => {
  it('who comes back, reloads, or sends the form again is one person, once on the list', async () => {
    const { browser, person } = await aGuest(hall.server, evening)
    for (const name of ['Els', 'Els Jansen'])
      expect((await joins(browser, evening.code, { name })).location).toBe('/wachtkamer')
    expect(await personIn(browser)).toBe(person)
    expect(await waitingNames()).toEqual(['Els'])
  })

  it('whose answers were lost is one person: the form says that it is the same', async () => {
    const form = crypto.randomUUID()
    const again = () => {
      const browser = new Browser(hall.server.address)
      return joins(browser, evening.code, { form }).then(() => browser)
    }
    const browsers = [...(await Promise.all([again(), again(), again()])), await again()]
    const people = await Promise.all(browsers.map(personIn))
    expect(new Set(people).size).toBe(1)
    expect(await waitingNames()).toEqual(['Els'])
    const events = await hall.server.leaves((store) => store.events.of(people[0] as never))
    expect(events.map(({ type, role }) => [type, role])).toEqual([['guest:ask', null]])
  })

  it('is somebody else on a shared device: another name, or the same form much later', async () => {
    const form = crypto.randomUUID()
    const [first, second] = [new Browser(hall.server.address), new Browser(hall.server.address)]
    await joins(first, evening.code, { form, name: 'Els' })
    await joins(second, evening.code, { form, name: 'Ans' })
    expect(await personIn(second)).not.toBe(await personIn(first))
    await evening.says('refuse', await personIn(first))
    const third = new Browser(hall.server.address)
    await joins(third, evening.code, { form, name: 'Els' })
    expect(await personIn(third)).not.toBe(await personIn(first))
  })

  it('gets a token of their own, whatever was put into the browser before', async () => {
    const browser = new Browser(hall.server.address)
    browser.cookies.set('witboek-login', 'a'.repeat(43))
    await joins(browser, evening.code)
    expect(browser.cookies.get('witboek-login')).not.toBe('a'.repeat(43))
    const planted = new Browser(hall.server.address)
    planted.cookies.set('witboek-login', 'a'.repeat(43))
    expect((await visitOf(planted)).person).toBeNull()
  })
})

describe('[GUEST-2] whoever has signed in', () => {
  it.each([
    ['an expert of the theme', 'expert'],
    ['its Chef', 'chef'],
    ['the lead', 'lead'],
    ['a civil servant', 'civilServant'],
  ] as const)('and takes part already (%s) is sent to the meeting', async (_, role) => {
    const browser = await browserOf(hall.server, inSeat(role))
    expect((await browser.goes(`/api/join/${evening.code}`)).body).toMatchObject({
      you: { takesPart: true, meeting: evening.id },
    })
    expect((await joins(browser, evening.code)).location).toBe(`/bijeenkomst/${evening.id}`)
    expect(await waitingNames()).toEqual([])
  })

  it('joins as who they are, with the seats they have', async () => {
    const person = inSeat('councillor')
    const browser = await browserOf(hall.server, person)
    const { name } = (await visitOf(browser)).person ?? { name: '' }
    await joins(browser, evening.code, { name: 'Een ander' })
    expect(await waitingNames()).toEqual([name])
    expect(await evening.says('admit', person)).toMatchObject(changed(1))
    expect(await lobbyOf(browser)).toMatchObject({ visits: [{ state: 'admitted', seat: 1, seated: false }] })
    expect((await browser.goes('/api/themes/sport/books/green')).status, 'not from that seat').toBe(403)
    const sat = await browser.sends('/login/seat', { seat: '1', next: '/thema/sport/groenboek' })
    expect(sat.location).toBe('/thema/sport/groenboek')
    expect((await browser.goes('/api/themes/sport/books/green')).status).toBe(200)

    const other = await browserOf(hall.server, person)
    await evening.closes()
    expect((await visitOf(browser)).person, 'the seat of the guest is gone').toBeNull()
    expect((await visitOf(other)).actor, 'and the other stays').toMatchObject({ role: 'councillor' })
  })
})

describe('[GUEST-3] guessing', () => {
  it('ends soon, for right codes too, and hurts no other address', async () => {
    const guessing = await aMeeting({ TRUST_PROXY: 'on' })
    ends.push(() => void guessing.close())
    const there = await anEvening(guessing.server)
    const from = (address: string) => new Browser(guessing.server.address, { 'X-Forwarded-For': address })
    const [guesser, neighbour] = [from('192.0.2.1'), from('192.0.2.2')]
    const wrong = there.code === 'CCCCCC' ? 'DDDDDD' : 'CCCCCC'
    for (let i = 0; i < 400; i++) expect(codeOf(await guesser.goes(`/api/join/${wrong}`))).toBe('code-not-valid')
    for (let i = 0; i < 200; i++)
      expect(codeOf(await guesser.sends('/login/join', { code: wrong }, 'application/json'))).toBe('code-not-valid')
    for (const code of [wrong, there.code]) {
      const said = await guesser.goes(`/api/join/${code}`)
      expect(said).toMatchObject({ status: 429, body: { type: '/problems/too-many-attempts' } })
      expect((said.body as { seconds: number }).seconds).toBeLessThanOrEqual(600)
      expect(codeOf(await guesser.sends('/login/join', { code, name: 'X', consent: 'on' }, 'application/json'))).toBe(
        'too-many-attempts',
      )
    }
    expect((await neighbour.goes(`/api/join/${there.code}`)).status).toBe(200)
    expect((await joins(neighbour, there.code)).location).toBe('/wachtkamer')
    const liar = new Browser(guessing.server.address, {
      'X-Forwarded-For': '192.0.2.1',
      'x-visitor-address': 'secret 192.0.2.9',
    })
    expect((await liar.goes(`/api/join/${there.code}`)).status, 'who says to be a page').toBe(429)
  })

  it('is none when a hall types: right codes count for nothing', async () => {
    const browser = new Browser(hall.server.address)
    for (let i = 0; i < 700; i++) expect((await browser.goes(`/api/join/${evening.code}`)).status).toBe(200)
  })

  it('of a whole hall that comes in at once, from one address, everybody is on the list', async () => {
    const at = performance.now()
    const guests = await Promise.all(
      Array.from({ length: 60 }, (_, i) => aGuest(hall.server, evening, `Gast ${i + 1}`)),
    )
    const joined = performance.now()
    expect(new Set(await waitingNames()).size).toBe(60)
    expect(new Set(guests.map(({ person }) => person)).size).toBe(60)
    const persons = guests.map(({ person }) => person)
    const before = performance.now()
    expect(await evening.says('admit', ...persons)).toMatchObject(changed(60))
    const after = performance.now()
    expect((await evening.page()).lobby).toMatchObject({ waiting: [], guests: { length: 60 } })
    const times = [joined - at, after - before].map(Math.round)
    console.info(`60 guests were on the list after ${times[0]} ms, and let in together within ${times[1]} ms`)
  })
})

describe('[GUEST-4] what nobody but the Chef of the theme says', () => {
  it('about guests: not a guest about themselves, not another Chef, not the lead', async () => {
    const { browser, person } = await aGuest(hall.server, evening)
    const inside = await insideGuest('Ans')
    const chefElsewhere = await browserOf(hall.server, inSeat('chef', { elsewhere: true }))
    const lead = await browserOf(hall.server, inSeat('lead'))
    const about = { meeting: evening.id, persons: [person] }
    for (const [who, code] of [
      [browser, 'not-signed-in'],
      [inside.browser, 'not-for-your-role'],
      [chefElsewhere, 'not-your-theme-group'],
      [lead, 'not-for-your-role'],
      [new Browser(hall.server.address), 'not-signed-in'],
    ] as const) {
      for (const command of ['admit', 'refuse', 'remove'])
        expect(codeOf(await who.commands(`/api/guests/${command}`, about))).toBe(code)
      expect(codeOf(await who.commands('/api/guests/write', { ...about, writes: true }))).toBe(code)
    }
    expect(
      codeOf(await inside.browser.commands('/api/guests/write', { ...about, persons: [inside.person], writes: true })),
    ).toBe('not-for-your-role')
    expect(await stateOf(browser)).toBe('waiting')
  })

  it.each([
    ['somebody who did not ask', (id: string) => ({ meeting: id, persons: [inSeat('councillor')] }), 'guest-not-found'],
    ['nobody', (id: string) => ({ meeting: id, persons: [] }), 'not-understood'],
    ['a seat of one’s choice', (id: string) => ({ meeting: id, persons: ['x'], role: 'expert' }), 'not-understood'],
    ['another theme', (id: string) => ({ meeting: id, persons: ['x'], theme: 'x' }), 'not-understood'],
    ['a meeting that is not there', () => ({ meeting: 'nowhere', persons: ['x'] }), 'meeting-not-found'],
  ] as const)('about %s', async (_, message, code) => {
    expect(codeOf(await evening.chef.commands('/api/guests/admit', message(evening.id)))).toBe(code)
  })

  it('about the guests of another meeting: by its own Chef neither', async () => {
    const chef = inSeat('chef', { elsewhere: true })
    const { theme } = (await visitOf(await browserOf(hall.server, chef))).actor ?? {}
    const { body } = await hall.gets<{ theme: { id: string } }>(`/api/themes/${theme?.slug ?? ''}`, null)
    const other = await anEvening(hall.server, { chef, theme: body.theme.id })
    const { person } = await aGuest(hall.server, other)
    expect(codeOf(await evening.says('admit', person))).toBe('guest-not-found')
    expect(codeOf(await evening.chef.commands('/api/guests/admit', { meeting: other.id, persons: [person] }))).toBe(
      'not-your-theme-group',
    )
  })

  it('twice: it is so already', async () => {
    const { person } = await insideGuest()
    expect(await evening.says('admit', person)).toMatchObject(changed(0))
    expect(await evening.letsWrite(person, false)).toMatchObject(changed(0))
    const events = await hall.server.leaves((store) => store.events.of(inSeat('chef') as never))
    expect(events.map(({ type, subject, details }) => [type, subject, details['meeting']]).slice(-1)).toEqual([
      ['guest:admit', person, evening.id],
    ])
  })
})

describe('[GUEST-5] [ACCESS-3] the right to write', () => {
  it('is given and taken on the open line; words that come too late are set aside, and reading goes on', async () => {
    const { browser, person } = await insideGuest()
    const page = opensBook(browser)
    await page.section(section).synced
    const line = await speaks(browser)
    await line.doc(section)
    await line.edits(section, aParagraph('mag nog niet'))
    await until('it is set aside', () => line.fromSection(section, 'setAside').length === 1)
    expect(await evening.letsWrite(person, true)).toMatchObject(changed(1))
    await until('the page is told', () => page.state.rights.write)
    types(page, section, 'nu wel')
    await until('it is saved', () => page.state.unsaved === 0 && page.state.savedAt !== null)

    const late = await speaks(browser)
    await late.doc(section)
    let sent = 0
    const typing = setInterval(() => void late.edits(section, aParagraph(`regel ${(sent += 1)}`)), 5)
    await until('they are well under way', () => late.fromSection(section, 'acknowledged').length > 3)
    const took = stopwatch()
    expect(await evening.letsWrite(person, false)).toMatchObject(changed(1))
    await until('the page is told', () => !page.state.rights.write)
    expect(took()).toBeLessThan(1_000)
    await until('what comes now is set aside', () => late.fromSection(section, 'setAside').length > 0)
    clearInterval(typing)
    expect(late.fromSection(section, 'setAside')[0]).toMatchObject({ code: 'not-for-your-role' })
    expect([page.state.line, late.closedWith]).toEqual(['open', null])
    expect(page.section(section).text.toString()).toContain('nu wel')

    const entries = await hall.server.leaves(sequence)
    const facts = entries.flatMap((entry) =>
      entry.kind === 'fact' && entry.fact.type === 'guest:allowed' ? [entry] : [],
    )
    expect(facts.map(({ fact }) => fact)).toMatchObject([
      { person, writes: true },
      { person, writes: false },
    ])
    const [from = 0, until_ = 0] = facts.map(({ seq }) => seq)
    const own = entries.filter((entry) => entry.kind === 'edit' && entry.person === person).map(({ seq }) => seq)
    expect(own.length).toBeGreaterThan(3)
    expect(own.every((seq) => seq > from && seq < until_)).toBe(true)
  })

  it.each([
    ['taken', true, false],
    ['given', false, true],
  ] as const)('once %s, stays so on the open line when something else changes', async (_, first, then) => {
    const { browser, person } = await insideGuest('Els', { writes: first })
    const line = await speaks(browser)
    await line.doc(section)
    expect(line.welcome?.rights.write).toBe(first)
    await evening.letsWrite(person, then)
    await until('the line is told', () => line.fromBook('rights').length === 1)
    expect(await asks(await hall.comes(inSeat('lead')), 'remarks:allow', { allowed: true })).toEqual(done)
    await until('the other change is there', () =>
      line.fromBook('fact').some(({ fact: { fact } }) => fact.type === 'remarks:allowed'),
    )
    await line.edits(section, aParagraph('nog een keer'))
    const answered = then ? 'acknowledged' : 'setAside'
    await until('it is answered as before', () => line.fromSection(section, answered).length > 0)
  })

  it('is worth nothing outside the phase in which the book is written', async () => {
    const { browser } = await insideGuest('Els', { writes: true })
    const page = opensBook(browser)
    await page.section(section).synced
    expect(page.state.rights.write).toBe(true)
    await asks(await hall.comes(inSeat('lead')), 'phase:reach', { phase: 'green_review' })
    await until('the page is told', () => !page.state.rights.write)
    expect(page.state.line).toBe('open')
  })
})

describe('[GUEST-6] a guest who is removed', () => {
  it('while typing: the line, the socket and the login end within a second, and nothing comes after it', async () => {
    const { browser, person } = await insideGuest('Els', { writes: true })
    const stays = await insideGuest('Ans')
    const [line, page, socket] = [await speaks(browser), opensBook(browser), comes(browser)]
    const bystander = opensBook(stays.browser)
    await line.doc(section)
    await until('all are in', () => socket.connected && page.state.line === 'open' && bystander.state.line === 'open')
    let sent = 0
    const typing = setInterval(() => {
      if (!line.closedWith) void line.edits(section, aParagraph(`regel ${(sent += 1)}`))
    }, 3)
    await until('they are well under way', () => line.fromSection(section, 'acknowledged').length > 3)
    const since = stopwatch()
    expect(await evening.says('remove', person)).toMatchObject(changed(1))
    await until('all has ended', () => line.closedWith !== null && page.state.line === 'refused' && !socket.connected)
    const took = since()
    clearInterval(typing)
    expect(took).toBeLessThan(1_000)
    console.info(`a guest was out ${Math.round(took)} ms after the Chef said so`)
    expect((await visitOf(browser)).person).toBeNull()
    expect(bystander.state.line).toBe('open')
    expect((await evening.page()).lobby).toMatchObject({ guests: [{ name: 'Ans' }], away: [{ name: 'Els' }] })
    const entries = await hall.server.leaves(sequence)
    const end = entries.find((entry) => entry.kind === 'fact' && entry.fact.type === 'seat:ended')
    expect(end).toMatchObject({ fact: { person } })
    expect(entries.filter((entry) => entry.person === person && entry.seq > (end?.seq ?? 0))).toEqual([])
  })

  it('leaves no line open that was coming in at that very moment', async () => {
    const { browser, person } = await insideGuest()
    const coming = Array.from({ length: 12 }, (_, i) =>
      new Promise((resolve) => setTimeout(resolve, i)).then(() => speaks(browser)),
    )
    await new Promise((resolve) => setTimeout(resolve, 5))
    await evening.says('remove', person)
    for (const line of await Promise.all(coming)) expect([4401, 4403]).toContain((await line.ended())?.code)
  })
})

describe('[GUEST-6] when the meeting closes', () => {
  it('its guests are out on every line, who waits need not wait, and experts notice nothing', async () => {
    const [writer, reader] = [await insideGuest('Els', { writes: true }), await insideGuest('Ans')]
    const waits = await aGuest(hall.server, evening, 'Wim')
    const lines = [opensBook(writer.browser), opensBook(reader.browser)]
    const sockets = [comes(writer.browser), comes(reader.browser)]
    const expert = await hall.opens(inSeat('expert'))
    await expert.section(section).synced
    await until(
      'all are in',
      () => lines.every(({ state }) => state.line === 'open') && sockets.every((s) => s.connected),
    )
    const took = stopwatch()
    expect((await evening.closes()).status).toBe(200)
    await until('all have ended', () =>
      [...lines.map(({ state }) => state.line === 'refused'), ...sockets.map((socket) => !socket.connected)].every(
        Boolean,
      ),
    )
    expect(took()).toBeLessThan(1_000)
    for (const { browser } of [writer, reader, waits]) expect((await visitOf(browser)).person).toBeNull()
    types(expert, section, 'gewoon door')
    await until('the expert is saved', () => expert.state.unsaved === 0 && expert.state.savedAt !== null)

    const left = await hall.server.leaves(async (store) => ({
      states: (await store.admissions.of(evening.id)).map(({ state, writes }) => [state, writes]),
      seats: (await store.people.all()).flatMap(({ seats }) => seats.filter(({ role }) => role === 'guest')),
      facts: (await sequence(store)).flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : [])),
    }))
    expect(left.states).toEqual([
      ['ended', false],
      ['ended', false],
      ['ended', false],
    ])
    expect(left.seats).toEqual([])
    expect(left.facts.at(-1)).toEqual({ type: 'guests:ended', meeting: evening.id })
  })
})

describe('[GUEST-8] the lobby on the page of the Chef', () => {
  it('is told at once of everything that changes, and nobody else is', async () => {
    const chef = comes(evening.chef)
    const expert = await hall.comes(inSeat('expert'))
    const heard: string[] = []
    chef.on('lobby:changed', ({ meeting }) => heard.push(meeting))
    expert.on('lobby:changed', () => heard.push('an expert'))
    expect(await asks(chef, 'lobby:watch', { meeting: evening.id })).toEqual(done)
    expect(await asks(expert, 'lobby:watch', { meeting: evening.id })).toMatchObject(no('not-for-your-role'))
    expect(await asks(chef, 'lobby:watch', { meeting: 'nowhere' })).toMatchObject(no('meeting-not-found'))
    const { person } = await aGuest(hall.server, evening)
    await until('somebody asked', () => heard.length === 1)
    await evening.says('admit', person)
    await until('somebody came in', () => heard.length === 2)
    await evening.letsWrite(person, true)
    await until('somebody may write', () => heard.length === 3)
    await evening.closes()
    await until('it is closed', () => heard.length === 4)
    expect(new Set(heard)).toEqual(new Set([evening.id]))
  })
})
