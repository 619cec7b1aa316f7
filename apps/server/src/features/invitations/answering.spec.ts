import type { ThemeAnswer } from '@witboek/contract'
import { invitationLasts, type DialogueId, type Instant, type PersonId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { aMailServer, type MailServer } from '@witboek/testkit/servers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { saysVisitorAddress } from '../../http/visitor-address.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import { Browser } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { aTownsperson, townspeople } from '../../testing/a-townsperson.ts'
import { inSeat, sport } from '../../testing/the-example.ts'
import {
  accepts,
  declines,
  fromTown,
  Inviter,
  looksAt,
  mailsTo,
  row,
  tokenTo,
  visitOf,
} from './testing/an-inviting-town.ts'

const expert = aTownsperson('Noor Vermeer', { seats: [{ role: 'expert', theme: 'example-theme-onderwijs' as never }] })
const member = aTownsperson('Tom Baker', { seats: [{ role: 'councillor', theme: null }] })

let mail: MailServer
beforeAll(async () => {
  mail = await aMailServer()
})
afterAll(() => mail.end())

let server: TestServer
let chef: Inviter
afterEach(() => server.close())

async function aTown(before: (store: Store) => Promise<void> = async () => undefined): Promise<void> {
  server = await aServer(
    { SMTP_URL: mail.url, ...fromTown },
    {
      async before(store) {
        await townspeople(expert, member)(store)
        await before(store)
      },
    },
  )
  chef = await Inviter.comes(server)
}

let numbers = 0
/** Somebody new with a letter in hand. */
async function anInvited(name = `Els ${(numbers += 1)}`): Promise<{ email: string; token: string }> {
  const one = row(name)
  await chef.sends([one], { letter: { nl: 'Tot dan!', en: '' } })
  const token = await tokenTo(mail, one.email)
  await chef.sees('it is sent', ({ invitations }) => invitations[0]?.standing === 'sent')
  return { email: one.email, token }
}

const standingOf = async (email: string) => (await chef.finds(email)).standing

/** As somebody sees it who takes part. */
const people = async () => {
  const cookie = await server.seat(inSeat('clerk'))
  const answer = await fetch(`${server.address}/api/themes/sport`, { headers: { cookie } })
  return (await answer.json()) as ThemeAnswer
}

describe('[INVITE-7] the page of a letter', () => {
  it('tells who invites, as what, until when, and changes nothing however often it is opened', async () => {
    await aTown()
    const { email, token } = await anInvited('Els van Dijk')
    for (let i = 0; i < 3; i++)
      expect(await looksAt(server, token)).toMatchObject({
        state: 'open',
        role: 'expert',
        theme: { slug: 'sport' },
        inviter: { name: 'Marit Hoekzema', role: 'chef' },
        name: 'Els van Dijk',
        email,
        letter: 'Tot dan!',
        known: null,
      })
    const { headers } = await new Browser(server.address).goes(`/api/invitations/by-token/${token}`)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(await standingOf(email)).toBe('sent')
  })

  it('of a token that nobody got is not there, and after many of them one has to wait', async () => {
    await aTown()
    const { token } = await anInvited()
    const browser = new Browser(server.address)
    const looks = (guess: string) => browser.goes(`/api/invitations/by-token/${guess}`)
    for (const guess of ['x', newSecret(), `${token}x`, encodeURIComponent('../../../etc')])
      expect([(await looks(guess)).status, guess]).toEqual([404, guess])
    const guesses = await Promise.all(Array.from({ length: 320 }, () => looks(newSecret())))
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([404, 429]))
    expect((await looks(token)).status, 'whoever has a letter is not kept waiting').toBe(200)
    const visit = { ip: '192.0.2.1', headers: {} as Record<string, string> }
    saysVisitorAddress(visit as never, {} as never, () => undefined)
    const onPage = new Browser(server.address, visit.headers)
    const missed = await onPage.goes(`/api/invitations/by-token/${newSecret()}`)
    expect(missed.status, 'nor whoever comes from elsewhere to the page').toBe(404)
  })
})

describe('[INVITE-8] a yes', () => {
  it('makes a person with a public name, an address and a consent, who sits in the new seat', async () => {
    await aTown()
    const { email, token } = await anInvited()
    const browser = new Browser(server.address)
    const answer = await accepts(browser, token, { realName: ' Els  van Dijk ', publicName: 'Els uit Oost' })
    expect([answer.status, answer.location]).toEqual([303, '/thema/sport'])
    expect(answer.headers.getSetCookie()[0]).toMatch(/Max-Age=57600;.*HttpOnly/)
    const { actor } = await visitOf(browser)
    expect(actor).toMatchObject({ name: 'Els uit Oost', role: 'expert', theme: { slug: 'sport' } })
    expect((await people()).experts.map(({ name }) => name)).toContain('Els uit Oost')
    expect(await standingOf(email)).toBe('accepted')

    const id = actor?.person as PersonId
    const kept = await server.leaves(async (store) => ({
      contact: await store.contacts.byEmail(email),
      consents: await store.consents.of(id),
      events: await store.events.of(id),
      invitation: (await store.invitations.of('example-dialogue' as DialogueId))[0],
    }))
    expect(kept.contact).toEqual({ person: id, realName: 'Els van Dijk', email, language: 'nl' })
    expect(kept.consents).toMatchObject([{ text: 'participation', version: 1 }])
    expect(kept.events).toMatchObject([
      { type: 'invitation:accept', role: 'expert', theme: sport.id, subject: kept.invitation?.id },
    ])
    expect(kept.invitation).toMatchObject({ state: 'accepted', person: id })
    expect(JSON.stringify([kept.events, server.log]), 'ids only').not.toMatch(/Els|voorbeeld\.example|"token/)
  })

  it.each([
    ['no consent', { consent: '' }, 'not-understood'],
    ['no public name', { publicName: ' \u200B ' }, 'name-empty'],
    ['no name', { realName: '' }, 'name-empty'],
    ['a public name that is too long', { publicName: 'e'.repeat(61) }, 'name-too-long'],
    ['a role of one’s own', { role: 'administrator' }, 'not-understood'],
    ['a person of one’s own', { person: inSeat('lead') }, 'not-understood'],
  ])('is none with %s, and the letter stays good', async (_, form, code) => {
    await aTown()
    const { email, token } = await anInvited()
    const browser = new Browser(server.address)
    const answer = await accepts(browser, token, form)
    expect([answer.status, answer.location]).toEqual([303, `/uitnodiging/${token}?probleem=${code}`])
    const program = await accepts(browser, token, form, 'application/json')
    expect(program.body).toMatchObject({ type: `/problems/${code}` })
    expect((await visitOf(browser)).person).toBeNull()
    expect(await standingOf(email)).toBe('sent')
    expect((await accepts(browser, token)).location).toBe('/thema/sport')
  })

  it('without the box for consent is none', async () => {
    await aTown()
    const { token } = await anInvited()
    const browser = new Browser(server.address)
    const form = { answer: 'accept', token, realName: 'Els', publicName: 'Els' }
    const answer = await browser.sends('/login/invitation', form)
    expect(answer.location).toBe(`/uitnodiging/${token}?probleem=consent-missing`)
  })

  it('said twenty times at once makes one person, one seat and one login', async () => {
    await aTown()
    const { email, token } = await anInvited()
    const browsers = Array.from({ length: 20 }, () => new Browser(server.address))
    const answers = await Promise.all(browsers.map((browser) => accepts(browser, token)))
    expect(answers.filter(({ location }) => location === '/thema/sport')).toHaveLength(1)
    expect(answers.filter(({ location }) => location?.endsWith('?probleem=invitation-changed'))).toHaveLength(19)
    const signedIn = await Promise.all(browsers.map(async (browser) => (await visitOf(browser)).person))
    expect(signedIn.filter(Boolean)).toHaveLength(1)
    const kept = await server.leaves(async (store) => ({
      named: (await store.people.all()).filter(({ name }) => name === 'Els'),
      contact: await store.contacts.byEmail(email),
    }))
    expect(kept.named).toMatchObject([{ id: kept.contact?.person, seats: [{ role: 'expert', theme: sport.id }] }])
  })

  it('of somebody who is known by that address gives the seat to them, under the name they have', async () => {
    await aTown()
    await chef.sends([{ name: 'T. Baker', email: member.contact.email, language: 'nl' }])
    const token = await tokenTo(mail, member.contact.email)
    expect(await looksAt(server, token)).toMatchObject({
      state: 'open',
      known: { person: member.id, name: 'Tom Baker' },
    })
    const browser = new Browser(server.address)
    expect((await accepts(browser, token, { publicName: 'Iemand anders' })).location).toBe('/thema/sport')
    expect(await visitOf(browser)).toMatchObject({
      actor: { person: member.id, name: 'Tom Baker', role: 'expert' },
      person: { seat: 1, seats: [{ role: 'councillor' }, { role: 'expert' }] },
    })
    const contact = await server.leaves(({ contacts }) => contacts.of(member.id))
    expect(contact).toEqual(member.contact)
  })

  it('in a browser where somebody else is signed in signs them out', async () => {
    await aTown()
    const { token } = await anInvited()
    const browser = new Browser(server.address)
    const [name = '', value = ''] = (await server.seat(inSeat('expert'))).split('=')
    browser.cookies.set(name, value)
    const before = new Browser(server.address)
    before.cookies.set(name, value)
    await accepts(browser, token)
    expect((await visitOf(browser)).actor?.name).toBe('Els')
    expect((await visitOf(before)).person).toBeNull()
  })

  it('that would give two roles that do not go together is refused in words, and the letter stays open', async () => {
    const secret = newSecret()
    await aTown((store) =>
      store.invitations.add(
        {
          id: 'clash' as never,
          dialogue: 'example-dialogue' as DialogueId,
          theme: sport.id,
          role: 'expert',
          email: expert.contact.email,
          name: '',
          language: 'nl',
          letter: '',
          by: inSeat('chef') as PersonId,
          state: 'sent',
          createdAt: Date.now() as Instant,
          sentAt: Date.now() as Instant,
          sends: 1,
          expiresAt: (Date.now() + invitationLasts) as Instant,
          answeredAt: null,
          person: null,
        },
        hashOf(secret),
      ),
    )
    const browser = new Browser(server.address)
    const answer = await accepts(browser, secret)
    expect(answer.location).toBe(`/uitnodiging/${secret}?probleem=one-theme-group`)
    expect((await looksAt(server, secret)).state).toBe('open')
    expect((await visitOf(browser)).person).toBeNull()
  })

  it('leads on within this site only', async () => {
    await aTown()
    const one = await anInvited()
    const other = await anInvited()
    const goes = async (token: string, next: string) =>
      (await accepts(new Browser(server.address), token, { next })).location
    expect(await goes(one.token, '/thema/sport/groenboek')).toBe('/thema/sport/groenboek')
    expect(await goes(other.token, 'https://elders.example')).toBe('/')
  })

  it('shows a name as it was written, wherever it comes', async () => {
    await aTown()
    const { token } = await anInvited()
    const script = '<script>alert(1)</script>'
    await accepts(new Browser(server.address), token, { publicName: script })
    expect((await people()).experts.map(({ name }) => name)).toContain(script)
  })
})

describe('[INVITE-7] a no', () => {
  it('is kept, makes nobody, and no more mail goes there', async () => {
    await aTown()
    const { email, token } = await anInvited()
    const browser = new Browser(server.address)
    const answer = await declines(browser, token)
    expect([answer.status, answer.location]).toEqual([303, `/uitnodiging/${token}`])
    expect(await looksAt(server, token)).toMatchObject({ state: 'declined' })
    expect((await visitOf(browser)).person).toBeNull()
    expect(await standingOf(email)).toBe('declined')
    const again = await chef.changes(email, 'resend')
    expect(again.body).toMatchObject({ type: '/problems/invitation-changed' })
    const yes = await accepts(browser, token)
    expect(yes.location).toBe(`/uitnodiging/${token}?probleem=invitation-changed`)
    expect(mailsTo(mail, email)).toHaveLength(1)
    const kept = await server.leaves(async (store) => ({
      contact: await store.contacts.byEmail(email),
      events: await store.events.read('example-dialogue', { after: 0, limit: 100 }),
    }))
    expect(kept.contact).toBeNull()
    expect(kept.events.at(-1)).toMatchObject({ type: 'invitation:decline', actor: null, details: {} })
  })
})

describe('[INVITE-7] a letter that is good no more', () => {
  it.each([
    ['accepted', 'invitation-changed', (token: string) => accepts(new Browser(server.address), token)],
    ['withdrawn', 'invitation-changed', (_: string, email: string) => chef.changes(email, 'withdraw')],
    ['withdrawn', 'invitation-changed', (_: string, email: string) => chef.changes(email, 'bounced')],
  ] as const)('because it was %s says so, and can be answered no more', async (state, code, makes) => {
    await aTown()
    const { email, token } = await anInvited()
    await makes(token, email)
    const look = await looksAt(server, token)
    expect(look).toEqual({ state, dialogue: expect.anything() as unknown })
    const browser = new Browser(server.address)
    for (const answer of [await accepts(browser, token), await declines(browser, token)])
      expect(answer.location).toBe(`/uitnodiging/${token}?probleem=${code}`)
    expect((await visitOf(browser)).person).toBeNull()
  })

  it('because its time is over says so', async () => {
    const secret = newSecret()
    const past = (Date.now() - 1000) as Instant
    await aTown(async (store) => {
      const sent = { state: 'sent', createdAt: past, sentAt: past, expiresAt: past, sends: 1 } as const
      const about = { theme: sport.id, role: 'expert', email: 'oud@voorbeeld.example', name: 'Oud' } as const
      const rest = {
        language: 'nl',
        letter: '',
        by: inSeat('chef') as PersonId,
        answeredAt: null,
        person: null,
      } as const
      const ids = { id: 'old' as never, dialogue: 'example-dialogue' as DialogueId }
      await store.invitations.add({ ...ids, ...about, ...rest, ...sent }, hashOf(secret))
    })
    expect(await looksAt(server, secret)).toMatchObject({ state: 'expired' })
    const answer = await accepts(new Browser(server.address), secret)
    expect(answer.location).toBe(`/uitnodiging/${secret}?probleem=link-not-valid`)
    expect(await standingOf('oud@voorbeeld.example')).toBe('expired')
    expect((await chef.changes('oud@voorbeeld.example', 'resend')).status).toBe(200)
    const fresh = await tokenTo(mail, 'oud@voorbeeld.example')
    expect((await accepts(new Browser(server.address), fresh)).location).toBe('/thema/sport')
  })
})

describe('answers from one hall', () => {
  it('are many at once, and have an end', async () => {
    await aTown()
    const browser = new Browser(server.address)
    const tries = await Promise.all(
      Array.from({ length: 620 }, () => accepts(browser, newSecret(), {}, 'application/json')),
    )
    const statuses = tries.map(({ status }) => status)
    expect(statuses.filter((status) => status === 404)).toHaveLength(600)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
  })
})
