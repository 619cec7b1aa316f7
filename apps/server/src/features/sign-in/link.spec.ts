import { setTimeout as pause } from 'node:timers/promises'
import type { SignInAnswer, VisitAnswer } from '@witboek/contract'
import type { Instant } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { aMailServer, linksIn, type MailServer } from '@witboek/testkit/servers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '../../login/secrets.ts'
import { Browser } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { aTownsperson, townspeople } from '../../testing/a-townsperson.ts'
import { RawLine } from '../../testing/raw-line.ts'
import { inSeat, sportBook } from '../../testing/the-example.ts'

const noor = aTownsperson('Noor Vermeer')
const tom = aTownsperson('Tom', { language: 'en', realName: 'Tom Baker', email: 'Tom@Voorbeeld.Example' })
const seatless = aTownsperson('Wim', { seats: [] })

let mail: MailServer
beforeAll(async () => {
  mail = await aMailServer()
})
afterAll(() => mail.end())

let server: TestServer
afterEach(() => server.close())

/** A town with a mail server, `noor`, `tom`, and others. */
async function aTown(more: Record<string, string> = {}, others = [noor, tom, seatless]): Promise<TestServer> {
  const environment = { SMTP_URL: mail.url, MAIL_FROM: 'Gemeente <dialoog@voorbeeld.example>', ...more }
  server = await aServer(environment, { before: townspeople(...others) })
  return server
}

const mailsTo = (email: string) => mail.mails.filter(({ envelope }) => envelope.to.includes(email))

/** Asks for a link, and finds its token in the mail. */
async function asksFor(
  email: string,
  { keep = false, next = '/' } = {},
  browser = new Browser(server.address),
): Promise<string> {
  const before = mailsTo(email).length
  const answer = await browser.commands('/api/sign-in/link', { email, keep, next })
  expect([answer.status, answer.body]).toEqual([200, null])
  await until('the mail is there', () => mailsTo(email).length > before)
  return tokenIn(mailsTo(email).at(-1)?.text ?? '')
}

function tokenIn(text: string): string {
  const [link = ''] = linksIn({ text })
  const [, token] = new RegExp(`^${server.address}/aanmelden/([\\w-]{43})$`).exec(link) ?? []
  if (token === undefined) throw new Error(`no link in: ${text}`)
  return token
}

const opens = (token: string, browser = new Browser(server.address)) => browser.sends('/login/link', { token })

const visitOf = async (browser: Browser) => (await browser.goes('/api/visit')).body as VisitAnswer

const notValid = '/aanmelden?probleem=link-not-valid'

describe('[SIGN-1] a link by mail', () => {
  it('signs in whoever has the mail, and leads to where they wanted to go', async () => {
    await aTown()
    const browser = new Browser(server.address)
    const token = await asksFor(noor.contact.email, { next: '/thema/sport/groenboek?x=1' })
    expect((await visitOf(browser)).person).toBeNull()
    const { status, location, headers } = await opens(token, browser)
    expect([status, location]).toEqual([303, '/thema/sport/groenboek?x=1'])
    expect(headers.getSetCookie()[0]).toMatch(/^witboek-login=[\w-]{43}; Max-Age=57600;/)
    expect(await visitOf(browser)).toMatchObject({
      actor: { person: noor.id, role: 'expert' },
      person: { id: noor.id, seat: 0 },
    })
  })

  it('comes with a name, a button and a warning, in the language of whoever gets it', async () => {
    await aTown()
    await asksFor(noor.contact.email)
    await asksFor('tom@voorbeeld.example')
    const [dutch, english] = [mailsTo(noor.contact.email).at(-1), mailsTo('tom@voorbeeld.example').at(-1)]
    expect(dutch?.subject).toBe('Uw link om u aan te melden')
    expect(dutch?.text).toMatch(/^Beste Noor Vermeer,\n/)
    expect(dutch?.text).toMatch(/15 minuten[\s\S]*niet om gevraagd\? Dan hoeft u niets te doen/)
    expect(dutch?.html).toMatch(/<a href="[^"]+"[^>]*>Aanmelden<\/a>/)
    expect(english?.text).toMatch(/^Dear Tom Baker,\n[\s\S]*15 minutes/)
    expect(english?.headers.get('content-language')).toBe('en')
  })

  it('keeps somebody signed in for thirty days who chose so', async () => {
    await aTown()
    const { headers } = await opens(await asksFor(noor.contact.email, { keep: true }))
    expect(headers.getSetCookie()[0]).toContain('Max-Age=2592000;')
  })

  it('signs in somebody without a seat, who is known by name and may do nothing', async () => {
    await aTown()
    const browser = new Browser(server.address)
    await opens(await asksFor(seatless.contact.email), browser)
    expect(await visitOf(browser)).toMatchObject({ actor: null, person: { name: 'Wim', seats: [] } })
  })

  it('is asked for and used without JavaScript as well', async () => {
    await aTown()
    const [browser, before] = [new Browser(server.address), mailsTo(noor.contact.email).length]
    const form = { email: ` ${noor.contact.email} `, keep: 'on', next: '/thema/sport' }
    const asked = await browser.sends('/login/link/ask', form)
    expect([asked.status, asked.location]).toEqual([303, '/aanmelden?gevraagd=ja&naar=%2Fthema%2Fsport'])
    await until('the mail is there', () => mailsTo(noor.contact.email).length > before)
    const { location, headers } = await opens(tokenIn(mailsTo(noor.contact.email).at(-1)?.text ?? ''), browser)
    expect(location).toBe('/thema/sport')
    expect(headers.getSetCookie()[0]).toContain('Max-Age=2592000;')
    const wrong = await browser.sends('/login/link/ask', { email: 'noor' })
    expect(wrong.location).toBe('/aanmelden?probleem=not-understood')
  })

  it('is not used up by whoever only opens it, as programs that look at mail do', async () => {
    await aTown()
    const token = await asksFor(noor.contact.email)
    for (const method of ['GET', 'HEAD'] as const)
      await fetch(`${server.address}/login/link?token=${token}`, { method, redirect: 'manual' })
    expect((await opens(token)).location).toBe('/')
  })

  it('is good once, also when fifty use it at the same moment', async () => {
    await aTown()
    const token = await asksFor(noor.contact.email)
    const all = await Promise.all(Array.from({ length: 50 }, () => opens(token)))
    const [won, lost] = [
      all.filter(({ location }) => location === '/'),
      all.filter(({ location }) => location === notValid),
    ]
    expect([won.length, lost.length]).toEqual([1, 49])
    expect(lost.every(({ headers }) => headers.getSetCookie().length === 0)).toBe(true)
    const again = await new Browser(server.address).sends('/login/link', { token }, 'application/json')
    expect(again).toMatchObject({ status: 410, body: { type: '/problems/link-not-valid' } })
  })

  it('is good for a quarter of an hour, and only as what it was made for', async () => {
    const now = Date.now()
    const ticket = (secret: string, kind: string, minutes: number) => ({
      hash: hashOf(secret),
      kind,
      person: noor.id,
      content: { keep: false, next: '/' },
      expiresAt: (now + minutes * 60_000) as Instant,
    })
    server = await aServer(
      {},
      {
        async before(store) {
          await townspeople(noor)(store)
          await store.tickets.issue(ticket('old', 'link', -1))
          for (const kind of ['oidc', 'passkey-use', 'links', 'no-link', 'LINK'])
            await store.tickets.issue(ticket(kind, kind, 10))
          await store.tickets.issue(ticket('good', 'link', 10))
        },
      },
    )
    for (const secret of ['old', 'oidc', 'passkey-use', 'links', 'no-link', 'LINK', hashOf('good'), '', '__proto__'])
      expect((await opens(secret)).location, secret).toBe(notValid)
    for (const form of [{}, { token: ['good', 'x'] }, { 'token[$ne]': 'x' }, { token: 'x'.repeat(101) }])
      expect((await new Browser(server.address).sends('/login/link', form as never)).location).toBe(notValid)
    expect((await opens('good')).location).toBe('/')
  })

  it('ends none of the two before it, and only three are good at once', async () => {
    await aTown()
    const tokens = []
    for (let i = 0; i < 5; i++) tokens.push(await asksFor(noor.contact.email))
    const locations = []
    for (const token of tokens) locations.push((await opens(token)).location)
    expect(locations).toEqual([notValid, notValid, '/', '/', '/'])
  })

  it('is kept as a hash, and stands in no log', async () => {
    await aTown({ LOG_LEVEL: 'debug' })
    const token = await asksFor(noor.contact.email)
    await opens('of somebody else')
    const log = JSON.stringify(server.log)
    expect(log).toContain(noor.id)
    for (const secret of [token, hashOf(token), noor.contact.email, 'Vermeer']) expect(log).not.toContain(secret)
    await server.leaves(async ({ tickets }) => {
      const now = Date.now() as Instant
      expect(await tickets.take(token, 'link', now)).toBeNull()
      expect((await tickets.take(hashOf(token), 'link', now))?.person).toBe(noor.id)
    })
  })
})

describe('[SIGN-2] who asks for a link', () => {
  /** All that a stranger could compare. */
  const heard = ({ status, headers, body }: Awaited<ReturnType<Browser['commands']>>) => {
    const said = Object.fromEntries([...headers].filter(([name]) => name !== 'date'))
    return { status, headers: said, body }
  }

  it('hears the same, whether the address is known or not; and only a known one gets mail', async () => {
    await aTown()
    const [stranger, before] = ['niemand@voorbeeld.example', mail.mails.length]
    const browser = new Browser(server.address)
    const ask = (email: string) => browser.commands('/api/sign-in/link', { email, keep: false })
    const form = (email: string) => browser.sends('/login/link/ask', { email })
    expect(heard(await ask(noor.contact.email))).toEqual(heard(await ask(stranger)))
    expect(heard(await ask(noor.contact.email.toUpperCase()))).toEqual(heard(await ask(stranger.toUpperCase())))
    expect(heard(await form(noor.contact.email))).toEqual(heard(await form(stranger)))
    await until('three mails are there', () => mail.mails.length === before + 3)
    expect(new Set(mail.mails.slice(before).flatMap(({ envelope }) => envelope.to))).toEqual(
      new Set([noor.contact.email]),
    )
  })

  it('does not wait for the mail server, which only a known address would make busy', async () => {
    await aTown()
    mail.pause()
    try {
      const browser = new Browser(server.address)
      const ask = (email: string) => browser.commands('/api/sign-in/link', { email, keep: false })
      for (const email of [noor.contact.email, 'niemand@voorbeeld.example'])
        expect(await Promise.race([ask(email).then(({ status }) => status), pause(5_000, 'waited')])).toBe(200)
    } finally {
      mail.resume()
    }
  })

  it('makes the same work, known or not: as many tickets', async () => {
    await aTown()
    const browser = new Browser(server.address)
    const ask = (email: string) => browser.commands('/api/sign-in/link', { email, keep: false })
    await ask('niemand@voorbeeld.example')
    await asksFor(noor.contact.email)
    await server.leaves(async ({ tickets }) => {
      const inAnHour = (Date.now() + 3_600_000) as Instant
      expect(await tickets.endExpired(inAnHour)).toBe(4)
    })
  })

  it.each(['', 'noor', 'noor@', 'a@b@c.nl', 'noor@voorbeeld.example\r\nBcc: x@y.nl', `${'n'.repeat(250)}@a.nl`])(
    'is told that %j is no address',
    async (email) => {
      await aTown()
      const answer = await new Browser(server.address).commands('/api/sign-in/link', { email, keep: false })
      expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'email' }] } })
    },
  )

  it('is told for every address that there is no mail here', async () => {
    server = await aServer({ EXAMPLE: 'off' }, { before: townspeople(noor) })
    const browser = new Browser(server.address)
    const ways = (await browser.goes('/api/sign-in')).body as SignInAnswer
    expect(ways).toEqual({ mail: false, oidc: null, passkeys: true, example: false })
    const answers = []
    for (const email of [noor.contact.email, 'niemand@voorbeeld.example']) {
      const answer = await browser.commands('/api/sign-in/link', { email, keep: false })
      expect(answer).toMatchObject({ status: 503, body: { type: '/problems/mail-away' } })
      answers.push({ ...(answer.body as object), instance: '' })
      expect((await browser.sends('/login/link/ask', { email })).location).toBe('/aanmelden?probleem=mail-away')
    }
    expect(answers[0]).toEqual(answers[1])
  })
})

describe('[SIGN-5] whoever has proven who they are', () => {
  it('comes in under a new login, whatever was planted in the browser before', async () => {
    await aTown()
    const attacker = new Browser(server.address)
    await opens(await asksFor('tom@voorbeeld.example'), attacker)
    const planted = attacker.cookies.get('witboek-login') ?? ''
    const victim = new Browser(server.address)
    victim.cookies.set('witboek-login', planted)
    await opens(await asksFor(noor.contact.email), victim)
    expect(victim.cookies.get('witboek-login')).not.toBe(planted)
    expect((await visitOf(victim)).person?.id).toBe(noor.id)
    expect((await visitOf(attacker)).person, 'the planted login is worth nothing any more').toBeNull()

    const made = new Browser(server.address)
    made.cookies.set('witboek-login', 'x'.repeat(43))
    await opens(await asksFor(noor.contact.email), made)
    expect(made.cookies.get('witboek-login')).not.toBe('x'.repeat(43))
  })

  it('leaves nothing open in this browser that was opened as somebody else', async () => {
    await aTown()
    const browser = new Browser(server.address)
    await browser.sends('/login/example', { person: inSeat('expert'), next: '/' })
    const line = await RawLine.open(`${server.ws}/collab/${sportBook.book.id}`, { cookie: browser.cookie })
    await opens(await asksFor(noor.contact.email), browser)
    expect(await line.ended()).toEqual({ code: 4401, reason: 'not-signed-in' })
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
    '/%2e/%2e//evil.example',
    'evil.example',
  ])('goes on on this site, and never to %j', async (next) => {
    await aTown()
    const { location } = await opens(await asksFor(noor.contact.email, { next }))
    expect(new URL(location ?? '', server.address).origin).toBe(server.address)
    const asked = await new Browser(server.address).sends('/login/link/ask', { email: 'x@y.example', next })
    expect(asked.location).toMatch(/^\/aanmelden\?gevraagd=ja(&naar=%2F(?!%2F|%5C)[^&]*)?$/)
  })

  it('cannot be made to sign in by a page of another site', async () => {
    await aTown()
    const token = await asksFor(noor.contact.email)
    const elsewhere = new Browser(server.address, { Origin: 'https://evil.example' })
    expect(await elsewhere.sends('/login/link', { token })).toMatchObject({ status: 403 })
    expect(await elsewhere.commands('/api/sign-in/link', { email: 'x@y.nl', keep: false })).toMatchObject({
      status: 403,
    })
    expect((await opens(token)).location, 'and it is not used up').toBe('/')
  })
})

describe('[SIGN-8] limits', () => {
  it('let nobody fill the mail of somebody else, and do not tell whose it is', async () => {
    await aTown()
    const before = mailsTo(noor.contact.email).length
    const answers = []
    for (let i = 0; i < 12; i++) {
      const browser = new Browser(server.address)
      answers.push(await browser.commands('/api/sign-in/link', { email: noor.contact.email, keep: false }))
    }
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))).toEqual(
      new Set(['200 null']),
    )
    // Behind what is left out, one for somebody else goes out: nothing waits any more. Mails on their way may overtake it.
    await asksFor('tom@voorbeeld.example')
    await until('those that go have come', () => mailsTo(noor.contact.email).length >= before + 5)
    expect(mailsTo(noor.contact.email)).toHaveLength(before + 5)
  })

  it('suit a hall of 300 people behind one address, and stop a program there', async () => {
    const hall = Array.from({ length: 300 }, (_, i) => aTownsperson(`Bezoeker`, { email: `b${i}@voorbeeld.example` }))
    const people = hall.map((one, i) => {
      const id = `${one.id}-${i}` as typeof one.id
      return { ...one, id, contact: { ...one.contact, person: id } }
    })
    await aTown({ TRUST_PROXY: 'on' }, people)
    const behind = (address: string) => new Browser(server.address, { 'X-Forwarded-For': address })
    const ask = (browser: Browser, email: string) => browser.commands('/api/sign-in/link', { email, keep: false })
    const here = behind('203.0.113.7')
    const answers = await Promise.all(people.map(({ contact }) => ask(here, contact.email)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const arrived = () => new Set(mail.mails.flatMap(({ envelope }) => envelope.to).filter((to) => /^b\d+@/.test(to)))
    await until('all have their link', () => arrived().size === 300)
    const more = await Promise.all(Array.from({ length: 301 }, (_, i) => ask(here, `x${i}@voorbeeld.example`)))
    const refused = more.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(1)
    expect(refused[0]?.body).toMatchObject({
      type: '/problems/too-many-attempts',
      seconds: expect.any(Number) as number,
    })
    const form = await here.sends('/login/link/ask', { email: 'x@voorbeeld.example' })
    expect(form.location).toBe('/aanmelden?probleem=too-many-attempts')
    expect((await ask(behind('203.0.113.8'), 'x@voorbeeld.example')).status, 'others are not held up').toBe(200)
  })
})
