import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SignInAnswer, VisitAnswer } from '@witboek/contract'
import { installationChain } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { anIssuer, aPortToKeep, type Issuer, type IssuerPlan } from '@witboek/testkit/servers'
import { afterEach, describe, expect, it } from 'vitest'
import { Browser, type Seen } from '../../testing/a-browser.ts'
import { aFolder, aServer, type TestServer } from '../../testing/a-server.ts'
import { aTownsperson, townspeople } from '../../testing/a-townsperson.ts'

const els = aTownsperson('Els de Bruin', { seats: [{ role: 'lead', theme: null }] })
const jan = aTownsperson('Jan', { seats: [{ role: 'clerk', theme: null }] })

const bsn = '999990019'
const people = [
  {
    sub: 'els-17',
    name: 'E. de Bruin',
    email: 'ELS-de-Bruin@voorbeeld.example',
    claims: { bsn, birthdate: '1961-02-03' },
  },
  { sub: 'jan-18', name: 'J.', email: jan.contact.email },
  { sub: 'unverified', name: 'X', email: jan.contact.email, emailVerified: false },
  {
    sub: 'word',
    name: 'X',
    email: jan.contact.email,
    claims: { email_verified: 'true' },
    emailVerified: 'true' as never,
  },
  { sub: 'unsaid', name: 'Z', email: 'Jan@Voorbeeld.example', emailVerified: null },
  { sub: 'stranger', name: 'Y', email: 'elders@voorbeeld.example' },
]

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

let issuer: Issuer
let server: TestServer

/** A town with an issuer of its own, and what its server holds already. */
async function aTown(
  plan: Partial<IssuerPlan> = {},
  more: Record<string, string> = {},
  before: (store: Store) => Promise<void> = townspeople(els, jan),
): Promise<void> {
  issuer = await anIssuer({ people, ...plan })
  ends.push(() => issuer.stop())
  server = await aServer({ ...knownTo(issuer), ...more }, { before })
  ends.push(() => server.close())
  issuer.sendsBackTo(`${server.address}/login/oidc/return`)
}

const knownTo = ({ url, clientId, clientSecret }: Issuer) => ({
  OIDC_ISSUER: url,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_NAME: 'Gemeente Voorbeeld',
})

/** Presses the button; answers where the issuer is. */
async function begins(browser: Browser, next = '/'): Promise<string> {
  const { status, location } = await browser.goes(`/login/oidc?${new URLSearchParams({ next }).toString()}`)
  expect(status).toBe(303)
  return location ?? ''
}

/** All of it, as a browser does it. */
async function signsIn(browser: Browser, sub: string, next = '/'): Promise<Seen> {
  return browser.goes(await issuer.signsIn(sub, await begins(browser, next)))
}

const whoIs = async (browser: Browser) => ((await browser.goes('/api/visit')).body as VisitAnswer).person?.id ?? null

const failed = '/aanmelden?probleem=sign-in-failed'

describe('[SIGN-3] the issuer of the town', () => {
  it('signs in somebody whose address it has verified, who is that identity from then on', async () => {
    await aTown()
    const browser = new Browser(server.address)
    const { status, location, headers } = await signsIn(browser, 'els-17', '/thema/sport?x=1')
    expect([status, location]).toEqual([303, '/thema/sport?x=1'])
    expect(headers.getSetCookie().find((line) => line.startsWith('witboek-login='))).toContain('Max-Age=57600;')
    expect(await whoIs(browser)).toBe(els.id)
    await signsIn(new Browser(server.address), 'els-17')
    await server.leaves(async ({ identities, events }) => {
      expect(await identities.of(els.id)).toEqual([{ issuer: issuer.url, subject: 'els-17', person: els.id }])
      const [chain = installationChain] = (await events.names()).filter((name) => name !== installationChain)
      const added = (await events.read(chain, { after: 0, limit: 100 })).filter(({ type }) => type === 'identity:add')
      expect(added).toMatchObject([{ actor: els.id, role: null, subject: els.id, details: {} }])
    })
  })

  it('knows somebody again by issuer and subject, whatever has become of the address', async () => {
    const url = `http://127.0.0.1:${await aPortToKeep()}`
    await aTown({ port: Number(new URL(url).port) }, {}, async (store) => {
      await townspeople(els, jan)(store)
      await store.identities.add({ issuer: url, subject: 'stranger', person: els.id })
      // The same subject at another issuer is somebody else.
      await store.identities.add({ issuer: 'https://elders.example', subject: 'jan-18', person: els.id })
    })
    const [one, other] = [new Browser(server.address), new Browser(server.address)]
    await signsIn(one, 'stranger')
    await signsIn(other, 'jan-18')
    expect([await whoIs(one), await whoIs(other)]).toEqual([els.id, jan.id])
  })

  it('is asked for the address as well when that is not in the id token', async () => {
    await aTown({ emailAtUserinfo: true })
    const browser = new Browser(server.address)
    expect((await signsIn(browser, 'jan-18')).location).toBe('/')
    expect(await whoIs(browser)).toBe(jan.id)
    expect((await signsIn(new Browser(server.address), 'unverified')).location).toBe(failed)
  })

  it.each([
    ['whose address is not verified', 'unverified'],
    ['whose address is called verified by a word', 'word'],
    ['about whose address nothing is said', 'unsaid'],
    ['who is not known here', 'stranger'],
  ])('signs in nobody %s, and makes nobody', async (_, sub) => {
    await aTown()
    const browser = new Browser(server.address)
    const { location, headers } = await signsIn(browser, sub, '/thema/sport')
    expect(location).toBe(`${failed}&naar=%2Fthema%2Fsport`)
    expect(headers.getSetCookie().join()).not.toContain('witboek-login')
    expect(await whoIs(browser)).toBeNull()
    const before = (await server.leaves(({ people }) => people.all())).map(({ id }) => id)
    expect(before.filter((id) => !id.startsWith('example-')).sort()).toEqual([els.id, jan.id].sort())
  })

  it('need not say of the town’s own addresses that they are verified, where the settings say so', async () => {
    await aTown({}, { OIDC_EMAIL_DOMAINS: 'gemeente.example, Voorbeeld.example' })
    const browser = new Browser(server.address)
    expect((await signsIn(browser, 'unsaid')).location).toBe('/')
    expect(await whoIs(browser)).toBe(jan.id)
    expect((await signsIn(new Browser(server.address), 'unverified')).location, 'a no stays a no').toBe(failed)
    expect((await signsIn(new Browser(server.address), 'word')).location).toBe(failed)
  })

  it('says nothing that counts about addresses of others', async () => {
    await aTown({}, { OIDC_EMAIL_DOMAINS: 'beeld.example' })
    expect((await signsIn(new Browser(server.address), 'unsaid')).location).toBe(failed)
  })

  it('signs in nobody who has been erased, although the identity was theirs', async () => {
    const url = `http://127.0.0.1:${await aPortToKeep()}`
    await aTown({ port: Number(new URL(url).port) }, {}, async (store) => {
      await store.identities.add({ issuer: url, subject: 'els-17', person: els.id })
    })
    expect((await signsIn(new Browser(server.address), 'els-17')).location).toBe(failed)
  })

  it('leaves nothing of what it says but issuer and subject: not in the folder, not in the log', async () => {
    const folder = aFolder()
    ends.push(() => folder.remove())
    await aTown({}, { DATA_DIR: folder.path, LOG_LEVEL: 'debug' })
    await signsIn(new Browser(server.address), 'els-17')
    await signsIn(new Browser(server.address), 'stranger')
    await server.close()
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    const kept = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join()
    expect(kept).toContain('els-17')
    const log = JSON.stringify(server.log)
    for (const claim of [bsn, '1961-02-03', 'E. de Bruin', 'elders@', issuer.clientSecret]) {
      expect(kept, claim).not.toContain(claim)
      expect(log, claim).not.toContain(claim)
    }
  })

  it('may be away when the server starts, and while somebody presses the button; the next press finds it', async () => {
    const port = await aPortToKeep()
    const later = { ...knownTo({ url: `http://127.0.0.1:${port}`, clientId: 'witboek', clientSecret: 'x' } as Issuer) }
    server = await aServer(later, { before: townspeople(els) })
    ends.push(() => server.close())
    const browser = new Browser(server.address)
    const ways = (await browser.goes('/api/sign-in')).body as SignInAnswer
    expect(ways.oidc).toEqual({ name: 'Gemeente Voorbeeld' })
    expect((await browser.goes('/login/oidc?next=/thema/sport')).location).toBe(`${failed}&naar=%2Fthema%2Fsport`)
    expect(server.log.filter(({ msg }) => msg === 'the issuer vouched for nobody')).toHaveLength(1)
    issuer = await anIssuer({ people, port })
    ends.push(() => issuer.stop())
    expect(await begins(browser)).toMatch(new RegExp(`^${issuer.url}/auth\\?`))
  })

  it('has no door when there is none', async () => {
    server = await aServer()
    ends.push(() => server.close())
    for (const path of ['/login/oidc', '/login/oidc/return?code=x&state=y'])
      expect((await new Browser(server.address).goes(path)).status).toBe(404)
  })

  it('that says no, or that somebody turns back from, ends on the page in words', async () => {
    await aTown()
    const browser = new Browser(server.address)
    const back = await issuer.turnsBack(await begins(browser, '/thema/sport'))
    expect((await browser.goes(back)).location).toBe(`${failed}&naar=%2Fthema%2Fsport`)
    const program = await fetch(`${server.address}/login/oidc/return?state=x&code=y`, {
      headers: { accept: 'application/json' },
    })
    expect([program.status, await program.json()]).toMatchObject([403, { type: '/problems/sign-in-failed' }])
  })
})

describe('[SIGN-4] a visit to the issuer', () => {
  it('asks with PKCE, a state and a nonce that are new each time, for no more than is read', async () => {
    await aTown()
    const [one, other] = [
      new URL(await begins(new Browser(server.address))),
      new URL(await begins(new Browser(server.address))),
    ]
    expect(Object.fromEntries(one.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'witboek',
      redirect_uri: `${server.address}/login/oidc/return`,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)).toMatch(/^[\w-]{43}$/)
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name))
    }
  })

  it('has its other half in a cookie that no script reads, bound to this host over https', async () => {
    await aTown()
    const set = async (more: Record<string, string>) =>
      (await new Browser(server.address, more).goes('/login/oidc')).headers.getSetCookie()[0]
    expect(await set({})).toMatch(
      /^witboek-issuer=[\w-]{43}; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    )
    expect(await set({ 'X-Forwarded-Proto': 'https' })).toMatch(
      /^__Host-witboek-issuer=[\w-]{43}; Max-Age=600; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('signs in nobody in a browser that did not begin it: somebody else’s answer cannot be planted', async () => {
    await aTown()
    const attacker = new Browser(server.address)
    const [toNobody, toOther] = [
      await issuer.signsIn('jan-18', await begins(attacker)),
      await issuer.signsIn('jan-18', await begins(attacker)),
    ]
    const victim = new Browser(server.address)
    expect((await victim.goes(toNobody)).location).toBe(failed)
    await begins(victim)
    expect((await victim.goes(toOther)).location).toBe(failed)
    expect(await whoIs(victim)).toBeNull()
    expect(victim.cookies.has('witboek-issuer'), 'the visit of the victim goes on').toBe(true)
  })

  it('ends once: what came back is worth nothing the second time', async () => {
    await aTown()
    const browser = new Browser(server.address)
    const back = await issuer.signsIn('jan-18', await begins(browser))
    const cookie = browser.cookies.get('witboek-issuer') ?? ''
    const thief = new Browser(server.address)
    thief.cookies.set('witboek-issuer', cookie)
    expect((await browser.goes(back)).location).toBe('/')
    expect(browser.cookies.has('witboek-issuer')).toBe(false)
    expect((await thief.goes(back)).location).toBe(failed)
    expect((await browser.goes(back)).location).toBe(failed)
    const all = await begins(browser).then((at) => issuer.signsIn('jan-18', at))
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.goes(all)))
    expect(answers.filter(({ location }) => location === '/')).toHaveLength(1)
  })

  it('takes no code of another visit', async () => {
    await aTown()
    const attacker = new Browser(server.address)
    const stolen = new URL(await issuer.signsIn('jan-18', await begins(attacker)))
    const victim = new Browser(server.address)
    const own = new URL(await issuer.signsIn('els-17', await begins(victim)))
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
    expect((await victim.goes(own.href)).location).toBe(failed)
    expect(await whoIs(victim)).toBeNull()
  })

  it.each([
    ['another nonce', 'nonce'],
    ['another challenge', 'code_challenge'],
  ])('takes no answer that was made for %s', async (_, name) => {
    await aTown()
    const browser = new Browser(server.address)
    const address = new URL(await begins(browser))
    address.searchParams.set(name, 'a'.repeat(43))
    expect((await browser.goes(await issuer.signsIn('jan-18', address.href))).location).toBe(failed)
    expect(await whoIs(browser)).toBeNull()
  })

  it.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'a'.repeat(43))],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['two states', (back: URL) => back.searchParams.append('state', back.searchParams.get('state') ?? '')],
    ['no code', (back: URL) => back.searchParams.delete('code')],
    ['two codes', (back: URL) => back.searchParams.append('code', 'x')],
    ['the name of another issuer', (back: URL) => back.searchParams.set('iss', 'https://elders.example')],
    ['an error beside it', (back: URL) => back.searchParams.set('error', 'access_denied')],
  ] as const)('takes no answer with %s', async (_, changes) => {
    await aTown()
    const browser = new Browser(server.address)
    const back = new URL(await issuer.signsIn('jan-18', await begins(browser)))
    changes(back)
    expect((await browser.goes(back.href)).location).toBe(failed)
    expect(await whoIs(browser)).toBeNull()
    expect(server.log.some(({ msg }) => msg === 'surprise')).toBe(false)
  })

  it('[SIGN-5] ends in a new login, and the one that was in this browser is over', async () => {
    await aTown()
    const attacker = new Browser(server.address)
    await signsIn(attacker, 'jan-18')
    const planted = attacker.cookies.get('witboek-login') ?? ''
    const victim = new Browser(server.address)
    victim.cookies.set('witboek-login', planted)
    await signsIn(victim, 'els-17')
    expect(victim.cookies.get('witboek-login')).not.toBe(planted)
    expect([await whoIs(victim), await whoIs(attacker)]).toEqual([els.id, null])
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/.//evil.example'])(
    '[SIGN-5] goes on on this site, and never to %j',
    async (next) => {
      await aTown()
      const { location } = await signsIn(new Browser(server.address), 'jan-18', next)
      expect(new URL(location ?? '', server.address).origin).toBe(server.address)
      const address = await begins(new Browser(server.address), next)
      expect((await new Browser(server.address).goes(await issuer.turnsBack(address))).location).toBe(failed)
    },
  )

  it('[SIGN-8] is not begun without end by a program, and by a hall it is', async () => {
    await aTown({}, { TRUST_PROXY: 'on' })
    const hall = new Browser(server.address, { 'X-Forwarded-For': '203.0.113.7' })
    const first = await Promise.all(Array.from({ length: 600 }, () => hall.goes('/login/oidc')))
    expect(first.every(({ location }) => location?.startsWith(issuer.url))).toBe(true)
    expect((await hall.goes('/login/oidc')).location).toBe('/aanmelden?probleem=too-many-attempts')
    const elsewhere = new Browser(server.address, { 'X-Forwarded-For': '203.0.113.8' })
    expect(await begins(elsewhere)).toContain(issuer.url)
  })
})
