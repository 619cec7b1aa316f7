import type { AccountAnswer, VisitAnswer } from '@witboek/contract'
import type { SectionId } from '@witboek/domain'
import { Authenticator, until } from '@witboek/testkit'
import { aMailServer, linksIn, type MailServer } from '@witboek/testkit/servers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Browser, type Seen } from '../../testing/a-browser.ts'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { aServer } from '../../testing/a-server.ts'
import { anEvening, joins, lobbyOf, personIn, type Evening } from '../../testing/an-evening.ts'
import { aTownsperson, townspeople } from '../../testing/a-townsperson.ts'
import { bookLine } from '../../testing/clients.ts'
import { inPhase } from '../../testing/every-door/walkers.ts'
import { sportBook } from '../../testing/the-example.ts'

/** A guest of an earlier evening, and an expert of the theme. */
const els = aTownsperson('Els', { seats: [] })
const noor = aTownsperson('Noor')
const stranger = 'nieuw@voorbeeld.example'
const section = sportBook.sections[0]?.section as SectionId

let mail: MailServer
beforeAll(async () => {
  mail = await aMailServer()
})
afterAll(() => mail.end())

let hall: Meeting
let evening: Evening
beforeEach(async () => {
  const environment = { SMTP_URL: mail.url, MAIL_FROM: 'Gemeente <dialoog@voorbeeld.example>', TRUST_PROXY: 'on' }
  hall = await aMeeting(environment, { before: townspeople(els, noor) })
  evening = await anEvening(hall.server)
})
afterEach(() => hall.close())

const codeOf = ({ body }: Seen) => (body as { type?: string }).type?.replace('/problems/', '')
const mailsTo = (email: string) => mail.mails.filter(({ envelope }) => envelope.to.includes(email))
const visitOf = async (browser: Browser) => (await browser.goes('/api/visit')).body as VisitAnswer
const emailOf = async (browser: Browser) => ((await browser.goes('/api/account')).body as AccountAnswer).contact?.email

/** A new guest leaves this address, and the mail comes to it. */
async function leaves(email: string, { name = 'Els', browser = new Browser(hall.server.address) } = {}) {
  const before = mailsTo(email).length
  const joined = await joins(browser, evening.code, { name, email: ` ${email.toUpperCase()} ` })
  expect(joined.location).toBe('/wachtkamer?mail=verstuurd')
  await until('the mail is there', () => mailsTo(email).length > before)
  const message = mailsTo(email).at(-1)
  const [link = ''] = linksIn({ text: message?.text ?? '' })
  const [, token = ''] = new RegExp(`^${hall.server.address}/meedoen/adres/([\\w-]{43})$`).exec(link) ?? []
  return { browser, person: await personIn(browser), token, message }
}

const confirms = (browser: Browser, token: string, accept = 'text/html') =>
  browser.sends('/login/guest-address', { token }, accept)

describe('[GUEST-7] an address that a guest leaves behind', () => {
  it('counts when the reader of its mail confirms it, and the guest stays where they are', async () => {
    const { browser, person, token, message } = await leaves(stranger)
    expect(message?.subject).toBe('Bevestig uw e-mailadres')
    expect(await emailOf(browser)).toBeUndefined()
    await evening.says('admit', person)
    const line = bookLine(hall.server.ws, sportBook.book.id, browser.cookie)
    await line.section(section).synced
    const confirmed = await confirms(browser, token)
    expect([confirmed.status, confirmed.location]).toEqual([303, '/wachtkamer?adres=bevestigd'])
    expect(confirmed.headers.getSetCookie(), 'the same login goes on').toEqual([])
    expect(line.state.line).toBe('open')
    line.close()
    expect(await emailOf(browser)).toBe(stranger)
    expect(await personIn(browser)).toBe(person)
  })

  it('brings the same person back on the next evening', async () => {
    const { browser, person, token } = await leaves(stranger)
    await confirms(browser, token)
    await evening.says('admit', person)
    await evening.closes()
    const next = await anEvening(hall.server, { title: 'Tweede avond' })
    const phone = new Browser(hall.server.address)
    const before = mailsTo(stranger).length
    await phone.commands('/api/sign-in/link', { email: stranger, keep: false })
    await until('the link is there', () => mailsTo(stranger).length > before)
    const [link = ''] = linksIn({ text: mailsTo(stranger).at(-1)?.text ?? '' })
    await phone.sends('/login/link', { token: link.split('/').at(-1) ?? '' })
    expect(await personIn(phone)).toBe(person)
    expect((await phone.goes(`/api/join/${next.code}`)).body).toMatchObject({ you: { name: 'Els', hasAddress: true } })
    expect((await joins(phone, next.code, { email: 'ander@voorbeeld.example' })).location).toBe('/wachtkamer')
    expect((await lobbyOf(phone)).visits.map(({ state }) => state)).toEqual(['waiting', 'ended'])
  })

  it('is not guessed at without end: whoever tries holds up nobody who decides about seats', async () => {
    const { token } = await leaves('druk@voorbeeld.example')
    const from = (address: string) => new Browser(hall.server.address, { 'X-Forwarded-For': address })
    const guesser = from('192.0.2.66')
    for (let i = 0; i < 600; i++)
      expect(codeOf(await confirms(guesser, `geraden-${i}`, 'application/json'))).toBe('link-not-valid')
    expect(await confirms(guesser, token, 'application/json')).toMatchObject({
      status: 429,
      body: { type: '/problems/too-many-attempts' },
    })
    expect((await confirms(from('192.0.2.67'), token)).location).toBe('/wachtkamer?adres=bevestigd')
  })

  it('counts in another browser too, and then only there: whoever typed it is out', async () => {
    const { browser, person, token } = await leaves(stranger)
    await evening.says('admit', person)
    const line = bookLine(hall.server.ws, sportBook.book.id, browser.cookie)
    await line.section(section).synced
    const reader = new Browser(hall.server.address)
    expect((await confirms(reader, token)).location).toBe('/wachtkamer?adres=bevestigd')
    expect(await personIn(reader)).toBe(person)
    expect((await visitOf(reader)).actor).toMatchObject({ role: 'guest' })
    await until('the other line has ended', () => line.state.line === 'refused')
    expect((await visitOf(browser)).person).toBeNull()
    line.close()
  })

  it('leaves whoever typed it no other way back in: a passkey they added before is gone', async () => {
    const { browser, person, token } = await leaves('slachtoffer@voorbeeld.example')
    const device = new Authenticator(hall.server.address)
    const asks = async (path: string) => (await browser.commands(path, {})).body as { readonly challenge: string }
    const credential = device.create(await asks('/api/account/passkeys/begin'))
    expect((await browser.commands('/api/account/passkeys', { credential, name: 'Telefoon' })).status).toBe(200)
    const reader = new Browser(hall.server.address)
    await confirms(reader, token)
    expect(await personIn(reader)).toBe(person)
    const again = { credential: device.get(await asks('/login/passkey/begin')), keep: false }
    expect(await browser.commands('/login/passkey', again)).toMatchObject({
      status: 403,
      body: { type: '/problems/passkey-not-valid' },
    })
  })

  it('works once, and only the last one that was typed', async () => {
    const first = await leaves(stranger)
    const second = await leaves('ander@voorbeeld.example', { browser: first.browser })
    const reader = new Browser(hall.server.address)
    expect((await confirms(reader, first.token)).location).toBe(`/meedoen/adres/${first.token}?probleem=link-not-valid`)
    expect((await confirms(first.browser, second.token)).status).toBe(303)
    expect(codeOf(await confirms(reader, second.token, 'application/json'))).toBe('link-not-valid')
    for (const token of ['', 'x', '../../x', 'a'.repeat(43)])
      expect(codeOf(await confirms(reader, token, 'application/json'))).toBe('link-not-valid')
    expect((await visitOf(reader)).person).toBeNull()
  })
})

describe('[GUEST-7] an address that is somebody’s already', () => {
  it('lets nobody in as them, and nobody learns that it is known', async () => {
    const [known, unknown] = [await leaves(els.contact.email), await leaves(stranger, { name: 'Els' })]
    const said = ({ message }: typeof known, email: string) =>
      [message?.subject, message?.text, message?.html]
        .join('\n')
        .replaceAll(/adres\/[\w-]{43}/g, '')
        .replaceAll(email, '')
    expect(said(known, els.contact.email)).toBe(said(unknown, stranger))
    expect(known.person).not.toBe(els.id)
    for (const guest of [known, unknown]) {
      expect(await visitOf(guest.browser)).toMatchObject({ actor: null, person: { seats: [] } })
      expect(await emailOf(guest.browser)).toBeUndefined()
      expect((await lobbyOf(guest.browser)).visits).toMatchObject([{ state: 'waiting' }])
    }
    expect((await evening.page()).lobby?.waiting).toHaveLength(2)
  })

  it('is theirs when they confirm it: who waited is now who they are, and the guest is forgotten', async () => {
    const { browser, person, token } = await leaves(els.contact.email)
    expect((await confirms(browser, token)).location).toBe('/wachtkamer?adres=bekend')
    expect(await personIn(browser)).toBe(els.id)
    expect((await lobbyOf(browser)).visits).toMatchObject([{ state: 'waiting' }])
    expect((await evening.page()).lobby?.waiting).toMatchObject([{ person: els.id, name: 'Els' }])
    expect(await evening.says('admit', els.id)).toMatchObject({ body: { changed: 1 } })
    expect((await visitOf(browser)).actor).toMatchObject({ person: els.id, role: 'guest' })
    const left = await hall.server.leaves(async (store) => ({
      guest: await store.people.find(person as never),
      erased: await store.people.erased(),
      consents: [await store.consents.of(person as never), await store.consents.of(els.id)],
      contact: await store.contacts.byEmail(els.contact.email),
    }))
    expect(left).toMatchObject({
      guest: { name: 'Oud-deelnemer 1', seats: [] },
      erased: [person],
      consents: [[], [{ text: 'guest' }]],
      contact: { person: els.id, realName: 'Els' },
    })
  })

  it('also when the guest was let in meanwhile: the place goes along, and the guest’s line ends', async () => {
    const { browser, person, token } = await leaves(els.contact.email)
    await evening.says('admit', person)
    await evening.letsWrite(person, true)
    const line = bookLine(hall.server.ws, sportBook.book.id, browser.cookie)
    await line.section(section).synced
    const phone = new Browser(hall.server.address)
    await confirms(phone, token)
    await until('the line of the guest has ended', () => line.state.line === 'refused')
    line.close()
    expect((await visitOf(browser)).person).toBeNull()
    expect(await personIn(phone)).toBe(els.id)
    expect((await lobbyOf(phone)).visits).toMatchObject([{ state: 'admitted', writes: true, seated: true }])
    expect((await phone.goes('/api/themes/sport/books/green')).body).toMatchObject({ rights: { write: true } })
    expect((await evening.page()).lobby).toMatchObject({ guests: [{ person: els.id, writes: true }] })
  })

  it('what a Chef said of them under their own name still stands', async () => {
    const own = await leaves(els.contact.email)
    await confirms(own.browser, own.token)
    await evening.says('refuse', els.id)
    const again = await leaves(els.contact.email, { name: 'Elsje' })
    await evening.says('admit', again.person)
    await confirms(again.browser, again.token)
    expect(await personIn(again.browser)).toBe(els.id)
    expect((await lobbyOf(again.browser)).visits).toMatchObject([{ state: 'refused', seat: null }])
    expect((await again.browser.goes('/api/themes/sport/books/green')).status).toBe(401)
  })

  it('of an expert of the theme leads to their own seat, and to none as a guest', async () => {
    const { browser, token } = await leaves(noor.contact.email)
    await confirms(browser, token)
    expect((await visitOf(browser)).actor).toMatchObject({ person: noor.id, role: 'expert' })
    expect((await evening.page()).lobby).toMatchObject({ waiting: [], guests: [] })
  })

  it('does not make one of two people who are both somebody', async () => {
    const other = aTownsperson('Wim', { seats: [{ role: 'councillor', theme: null }], email: 'wim@elders.example' })
    await hall.close()
    hall = await aMeeting(
      { SMTP_URL: mail.url, MAIL_FROM: 'Gemeente <dialoog@voorbeeld.example>' },
      {
        async before(store) {
          await townspeople(els)(store)
          await store.people.save({ ...other, seats: other.seats })
        },
      },
    )
    evening = await anEvening(hall.server)
    const cookie = await hall.server.seat(other.id)
    const browser = new Browser(hall.server.address)
    browser.cookies.set('witboek-login', cookie.split('=')[1] ?? '')
    const { token } = await leaves(els.contact.email, { browser })
    expect(codeOf(await confirms(browser, token, 'application/json'))).toBe('address-known')
    expect(await personIn(browser)).toBe(other.id)
  })
})

describe('[GUEST-7] mail', () => {
  it('does not go to somebody again and again, whoever asks', async () => {
    const before = mailsTo('doel@voorbeeld.example').length
    for (let i = 0; i < 8; i++) {
      const browser = new Browser(hall.server.address, { 'X-Forwarded-For': `192.0.2.${i}` })
      const joined = await joins(browser, evening.code, { name: `Gast ${i}`, email: 'doel@voorbeeld.example' })
      expect(joined.location, 'nobody is told').toBe('/wachtkamer?mail=verstuurd')
    }
    // They go over several connections, and the last may overtake them.
    await until('the first are there', () => mailsTo('doel@voorbeeld.example').length - before >= 3)
    await leaves('ergens@voorbeeld.example', { name: 'Laatste' })
    expect(mailsTo('doel@voorbeeld.example').length - before).toBe(3)
  })

  it('is not asked for, and not promised, where none can be sent', async () => {
    const quiet = await aServer({ EXAMPLE: 'off' }, { before: inPhase('green') })
    const browser = new Browser(quiet.address)
    expect((await browser.goes('/api/join/CDFHJK')).body).toMatchObject({ mail: false })
    expect((await joins(browser, 'CDFHJK', { email: stranger })).location).toBe('/wachtkamer')
    await quiet.close()
  })

  it('is in the language of the page, and stands in no log', async () => {
    const browser = new Browser(hall.server.address)
    const email = 'english@voorbeeld.example'
    await joins(browser, evening.code, { name: 'Emily Brontë', email, language: 'en' })
    await until('the mail is there', () => mailsTo(email).length === 1)
    expect(mailsTo(email)[0]?.subject).toBe('Confirm your e-mail address')
    expect(JSON.stringify(hall.server.log)).not.toMatch(/Emily|english@/)
  })
})
