import type { VisitAnswer } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { aMailServer, anIssuer, linksIn, type Issuer, type MailServer } from '@witboek/testkit/servers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Browser } from '../../testing/a-browser.ts'
import { aHouse, type House } from '../../testing/a-house.ts'
import { aTownsperson, townspeople } from '../../testing/a-townsperson.ts'
import { RawLine } from '../../testing/raw-line.ts'
import { sportBook } from '../../testing/the-example.ts'

const site = 'https://dialoog.voorbeeld.example'
const noor = aTownsperson('Noor')

let mail: MailServer
let issuer: Issuer
let house: House
beforeAll(async () => {
  mail = await aMailServer()
  const people = [{ sub: 'noor', name: 'Noor', email: noor.contact.email }]
  issuer = await anIssuer({ people, redirectUris: [`${site}/login/oidc/return`] })
  const { url: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET } = issuer
  house = await aHouse(
    inject('postgres'),
    {
      PUBLIC_ORIGIN: site,
      SMTP_URL: mail.url,
      MAIL_FROM: 'a@b.example',
      OIDC_ISSUER,
      OIDC_CLIENT_ID,
      OIDC_CLIENT_SECRET,
    },
    { before: townspeople(noor) },
  )
})
afterAll(async () => {
  await house.close()
  await issuer.stop()
  await mail.end()
})

/** A browser at the first server, and the same at the other. */
function atBoth(): { one: Browser; other: () => Browser } {
  const one = new Browser(house.one.server.address, { Origin: site })
  return { one, other: () => one.at(house.other.server.address) }
}

const whoIs = async (browser: Browser) => ((await browser.goes('/api/visit')).body as VisitAnswer).person?.id ?? null

describe('several servers on PostgreSQL and Redis', () => {
  it('[SIGN-1] use a link on one that was made on the other, and once in all', async () => {
    const { one } = atBoth()
    await one.commands('/api/sign-in/link', { email: noor.contact.email, keep: false })
    await until('the mail is there', () => mail.mails.length > 0)
    const [link = ''] = linksIn({ text: mail.mails[0]?.text ?? '' })
    expect(link).toMatch(new RegExp(`^${site}/aanmelden/[\\w-]{43}$`))
    const token = link.split('/').at(-1) ?? ''
    const browsers = Array.from({ length: 40 }, (_, i) => (i % 2 ? atBoth().one : atBoth().other()))
    const answers = await Promise.all(browsers.map((browser) => browser.sends('/login/link', { token })))
    const won = browsers.filter((_, i) => answers[i]?.location === '/')
    expect(won).toHaveLength(1)
    expect(await whoIs((won[0] as Browser).at(house.one.server.address))).toBe(noor.id)
  })

  it('[SIGN-3] [SIGN-4] end on one a visit to the issuer that was begun on the other', async () => {
    const { one, other } = atBoth()
    const begun = await one.goes('/login/oidc?next=/thema/sport')
    const back = await issuer.signsIn('noor', begun.location ?? '')
    const there = other()
    expect((await there.goes(back.replace(site, ''))).location).toBe('/thema/sport')
    expect(await whoIs(there.at(house.one.server.address))).toBe(noor.id)
    expect((await one.goes(back.replace(site, ''))).location).toContain('sign-in-failed')
  })

  it('[SIGN-5] end what was open on one when somebody signs in anew on the other', async () => {
    const cookie = await house.one.server.seat(noor.id)
    const line = await RawLine.open(`${house.one.server.ws}/collab/${sportBook.book.id}`, { cookie })
    const elsewhere = new Browser(house.other.server.address, { Origin: site })
    elsewhere.cookies.set('witboek-login', cookie.split('=')[1] ?? '')
    const begun = await elsewhere.goes('/login/oidc')
    const back = await issuer.signsIn('noor', begun.location ?? '')
    expect((await elsewhere.goes(back.replace(site, ''))).location).toBe('/')
    expect(await line.ended()).toEqual({ code: 4401, reason: 'not-signed-in' })
  })

  it('[SIGN-8] count together what is tried', async () => {
    const email = 'noor@elders.example'
    const before = mail.mails.length
    const answers = []
    for (let i = 0; i < 14; i++) {
      const { one, other } = atBoth()
      answers.push(
        await (i % 2 ? one : other()).commands('/api/sign-in/link', { email: noor.contact.email, keep: false }),
      )
    }
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    await atBoth().one.commands('/api/sign-in/link', { email, keep: false })
    // One was asked for above; Redis has counted it.
    await until('the rest is there', () => mail.mails.length >= before + 4)
    expect(mail.mails.length).toBe(before + 4)
  })
})
