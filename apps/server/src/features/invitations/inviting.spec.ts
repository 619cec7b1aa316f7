import {
  invitationLetterMax,
  type DialogueId,
  type Instant,
  type LoginId,
  type Meeting,
  type MeetingId,
  type PersonId,
} from '@witboek/domain'
import type { Login, Store } from '@witboek/store'
import { until } from '@witboek/testkit'
import { aMailServer, type MailServer } from '@witboek/testkit/servers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { setUpExample } from '../../example/set-up.ts'
import { loginCookie } from '../../login/login-cookie.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import { Browser } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { aTownsperson, townspeople } from '../../testing/a-townsperson.ts'
import { inSeat, sport } from '../../testing/the-example.ts'
import { fromTown, Inviter, mailsTo, row, tokenTo } from './testing/an-inviting-town.ts'

const expert = aTownsperson('Noor Vermeer')
const adviser = aTownsperson('Wim Ambtenaar', { seats: [{ role: 'civilServant', theme: null }] })
const elsewhere = aTownsperson('Tom', { seats: [{ role: 'expert', theme: 'example-theme-onderwijs' as never }] })

let mail: MailServer
beforeAll(async () => {
  mail = await aMailServer()
})
afterAll(() => mail.end())

let server: TestServer
afterEach(() => server.close())

async function aTown(before: (store: Store) => Promise<void> = async () => undefined): Promise<TestServer> {
  server = await aServer(
    { SMTP_URL: mail.url, ...fromTown },
    {
      async before(store) {
        await townspeople(expert, adviser, elsewhere)(store)
        await before(store)
      },
    },
  )
  return server
}

const day = 24 * 60 * 60_000
const anEvening = (title: string, more: Partial<Meeting> = {}): Meeting => ({
  id: `evening-${title}` as MeetingId,
  dialogue: 'example-dialogue' as DialogueId,
  theme: sport.id,
  kind: 'kickoff',
  title,
  place: 'Raadzaal',
  remoteLink: '',
  startsAt: (Math.floor(Date.now() / 60_000) * 60_000 + 7 * day) as Instant,
  endsAt: (Math.floor(Date.now() / 60_000) * 60_000 + 7 * day + 7_200_000) as Instant,
  state: 'published',
  code: null,
  roomKey: null,
  version: 2,
  cancelReason: '',
  ...more,
})

const soon = (days: number): Instant => (Date.now() + days * day) as Instant

describe('[INVITE-2] a list is looked at before anything goes out', () => {
  it('each line that is not right is named with what is wrong, and nothing is kept', async () => {
    const chef = await Inviter.comes(await aTown())
    await chef.sends([row('Jan')])
    const { status, body } = await chef.previews(
      [
        'Naam;E-mail;Taal',
        'Els van Dijk;Els@Voorbeeld.Example;en',
        'Mo;mo@voorbeeld',
        'Els nog eens;els@voorbeeld.example',
        'Jan;jan@voorbeeld.example',
        `Noor;${expert.contact.email}`,
        `Wim;${adviser.contact.email}`,
        `Tom;${elsewhere.contact.email}`,
      ].join('\r\n'),
    )
    expect(status).toBe(200)
    expect(body.rows.map(({ line, email, language, problem }) => [line, email, language, problem])).toEqual([
      [2, 'els@voorbeeld.example', 'en', null],
      [3, 'mo@voorbeeld', 'nl', 'no-address'],
      [4, 'els@voorbeeld.example', 'nl', 'twice'],
      [5, 'jan@voorbeeld.example', 'nl', 'invited-already'],
      [6, expert.contact.email, 'nl', 'seat-already-held'],
      [7, adviser.contact.email, 'nl', 'roles-do-not-go-together'],
      [8, elsewhere.contact.email, 'nl', 'one-theme-group'],
    ])
    expect(JSON.stringify(body), 'nobody’s name but what was written').not.toMatch(/Vermeer|Ambtenaar/)
    expect((await chef.list()).invitations).toHaveLength(1)
  })

  it('takes five hundred people at once, and says from which line on there are more', async () => {
    const chef = await Inviter.comes(await aTown())
    const { body } = await chef.previews(Array.from({ length: 503 }, (_, i) => `e${i}@voorbeeld.example`).join('\n'))
    expect(body.rows).toHaveLength(500)
    expect(body.beyond).toEqual({ count: 3, line: 501 })
  })
})

describe('[INVITE-1] who may not invite', () => {
  const no = [
    ['an expert', inSeat('expert'), {}, 403, 'not-for-your-role'],
    ['the clerk', inSeat('clerk'), {}, 403, 'not-for-your-role'],
    ['the auditor', inSeat('auditor'), {}, 403, 'not-for-your-role'],
    ['the Chef of another theme', inSeat('chef', { elsewhere: true }), {}, 403, 'not-your-theme-group'],
    ['the Chef as an administrator', inSeat('chef'), { role: 'administrator' }, 403, 'not-for-your-role'],
    ['the Chef into the dialogue as a whole', inSeat('chef'), { theme: null }, 403, 'not-your-theme-group'],
    ['the lead as a lead', inSeat('lead'), { theme: null, role: 'lead' }, 403, 'not-for-your-role'],
    ['the lead an expert of no theme', inSeat('lead'), { theme: null }, 404, 'seat-not-found'],
    ['the lead into a theme that is not there', inSeat('lead'), { theme: 'ruimtevaart' }, 404, 'theme-not-found'],
    ['anybody as a guest', inSeat('administrator'), { role: 'guest' }, 403, 'not-for-your-role'],
    ['with more than there is to say', inSeat('chef'), { by: inSeat('lead') }, 400, 'not-understood'],
    [
      'with a state of their own',
      inSeat('chef'),
      { rows: [{ ...row('Els'), state: 'accepted' }] },
      400,
      'not-understood',
    ],
    [
      'with too many words',
      inSeat('chef'),
      { letter: { nl: 'e'.repeat(invitationLetterMax + 1), en: '' } },
      400,
      'not-understood',
    ],
    ['nobody', inSeat('chef'), { rows: [] }, 400, 'not-understood'],
  ] as const
  it('is told why, and nobody is invited', async () => {
    await aTown()
    const before = mail.mails.length
    for (const [what, person, more, status, code] of no) {
      const inviter = await Inviter.comes(server, person)
      const answer = await inviter.sends([row('Els')], more)
      expect([answer.status, answer.body], what).toMatchObject([status, { type: `/problems/${code}` }])
    }
    for (const [slug, theme] of [
      ['sport', sport.id],
      ['none', null],
    ] as const) {
      const administrator = await Inviter.comes(server, inSeat('administrator'), { slug, theme })
      expect((await administrator.list()).invitations).toEqual([])
    }
    expect(mail.mails).toHaveLength(before)
  })

  it('somebody without a login, also for a look', async () => {
    const browser = new Browser((await aTown()).address)
    const wish = { theme: sport.id, role: 'expert', text: 'els@voorbeeld.example' }
    expect((await browser.commands('/api/invitations/preview', wish)).status).toBe(401)
    expect((await browser.goes('/api/invitations?theme=sport')).status).toBe(401)
  })
})

describe('[INVITE-5] a letter', () => {
  it('comes to forty people in their language, with words of the Chef, a link and the next evening', async () => {
    await aTown(async ({ meetings }) => {
      await meetings.add(anEvening('Later', { startsAt: soon(20), endsAt: soon(20.1) }))
      await meetings.add(anEvening('Startavond'))
      await meetings.add(anEvening('Voorbij', { startsAt: soon(-1), endsAt: soon(-0.9) }))
      await meetings.add(anEvening('Kladje', { state: 'planned', startsAt: soon(2) }))
      await meetings.add(anEvening('Onderwijs', { theme: 'example-theme-onderwijs' as never, startsAt: soon(1) }))
    })
    const chef = await Inviter.comes(server)
    const rows = Array.from({ length: 40 }, (_, i) => row(`Expert ${i}`, { language: i % 2 ? 'en' : 'nl' }))
    const letter = { nl: 'Beste buren,\n\nwij zoeken u.', en: 'Dear neighbours, we look for you.' }
    expect((await chef.sends(rows, { letter })).body).toEqual({ queued: 40, left: [] })
    await chef.sees('all are sent', ({ invitations }) => invitations.every(({ standing }) => standing === 'sent'))
    for (const { email, name, language } of rows) {
      const [first, ...more] = mailsTo(mail, email)
      expect(more, email).toEqual([])
      expect(first?.text).toMatch(
        language === 'nl' ? `Beste ${name},\n\nBeste buren,\n\nwij zoeken u.` : `Dear ${name},\n\nDear neighbours,`,
      )
      expect(first?.text).toContain(
        language === 'nl'
          ? 'Marit Hoekzema (Chef de Dossier) nodigt u uit'
          : 'Marit Hoekzema (Chef de Dossier) invites you',
      )
      expect(first?.text).toMatch(/Startavond, .+, Raadzaal/)
      expect(first?.text).toContain(`${server.address}/privacy`)
      expect(first?.headers.get('content-language')).toBe(language)
      expect(first?.attachments.map(({ filename }) => filename)).toContain(
        language === 'nl' ? 'bijeenkomst.ics' : 'meeting.ics',
      )
      expect(first?.attachments[0]?.content.toString()).toMatch(/UID:evening-Startavond@localhost\r\n[^]*SEQUENCE:2/)
    }
    const tokens = await Promise.all(rows.map(({ email }) => tokenTo(mail, email)))
    expect(new Set(tokens).size, 'each has a secret of its own').toBe(40)
    const list = await chef.list()
    expect(list.invitations.map(({ sends }) => sends)).toEqual(rows.map(() => 1))

    const kept = await server.leaves(async (store) => ({
      events: await store.events.read('example-dialogue', { after: 0, limit: 1000 }),
      rows: await store.invitations.of('example-dialogue' as DialogueId),
    }))
    const sent = kept.events.filter(({ type }) => type === 'invitation:send')
    expect(sent.map(({ subject }) => subject).sort()).toEqual(kept.rows.map(({ id }) => id).sort())
    expect(sent[0]).toMatchObject({
      actor: inSeat('chef'),
      role: 'chef',
      theme: sport.id,
      details: { role: 'expert', theme: sport.id },
    })
    expect(JSON.stringify(kept.events), 'ids only').not.toMatch(/voorbeeld\.example|Expert \d|buren/)
    expect(JSON.stringify(server.log), 'ids only').not.toMatch(/voorbeeld\.example|Expert \d|buren/)
  })

  it('comes without an evening when none is planned, and to the dialogue as a whole', async () => {
    const lead = await Inviter.comes(await aTown(), inSeat('lead'), { theme: null, slug: 'none' })
    await lead.sends([row('Roos', { language: 'en' })], { role: 'councillor' })
    await tokenTo(mail, 'roos@voorbeeld.example')
    const [letter] = mailsTo(mail, 'roos@voorbeeld.example')
    expect(letter?.subject).toBe('Invitation to De Bezuinigingsdialoog')
    expect(letter?.text).toContain('Margriet Olthof (project lead) invites you to take part')
    expect(letter?.attachments).toEqual([])
  })

  it('shows what anybody wrote as it is, in the mail and in the list', async () => {
    const script = '<script>alert(1)</script>'
    await aTown(({ meetings }) => meetings.add(anEvening(script)))
    const chef = await Inviter.comes(server)
    const name = `${script}"><img src=x onerror=alert(1)>`
    await chef.sends([{ ...row('Stout'), name }], { letter: { nl: `${script}\n${name}`, en: '' } })
    await tokenTo(mail, 'stout@voorbeeld.example')
    const [letter] = mailsTo(mail, 'stout@voorbeeld.example')
    expect(letter?.text).toContain(`Beste ${name},`)
    expect(letter?.text).toContain(`\n${script}\n`)
    expect(letter?.html).not.toMatch(/<script|<img/)
    expect((await chef.finds('stout@voorbeeld.example')).to?.name).toBe(name)
  })
})

describe('[INVITE-6] mail that does not go', () => {
  it('is refused: the address is corrected, and the letter arrives there', async () => {
    const chef = await Inviter.comes(await aTown())
    mail.refuse('els@voorbeld.example')
    await chef.sends([{ name: 'Els', email: 'els@voorbeld.example', language: 'nl' }, row('Zoe')])
    await chef.sees('it bounced', ({ invitations }) => invitations.some(({ standing }) => standing === 'bounced'))
    await tokenTo(mail, 'zoe@voorbeeld.example')
    const wrong = await chef.changes('els@voorbeld.example', 'address', { email: 'els' })
    expect([wrong.status, wrong.body]).toMatchObject([422, { type: '/problems/address-not-valid' }])
    const zoes = await chef.changes('els@voorbeld.example', 'address', { email: 'zoe@voorbeeld.example' })
    expect(zoes.body).toMatchObject({ type: '/problems/invited-already' })
    const member = await chef.changes('els@voorbeld.example', 'address', { email: expert.contact.email })
    expect(member.body).toMatchObject({ type: '/problems/seat-already-held' })
    const right = await chef.changes('els@voorbeld.example', 'address', { email: ' Els.Juist@Voorbeeld.Example ' })
    expect([right.status, right.body]).toEqual([200, null])
    await tokenTo(mail, 'els.juist@voorbeeld.example')
    await chef.sees('it is sent', ({ invitations }) => invitations.every(({ standing }) => standing === 'sent'))
    const types = await server.leaves(async ({ events }) =>
      (await events.read('example-dialogue', { after: 0, limit: 100 })).map(({ type, actor }) => [type, actor]),
    )
    expect(types).toEqual(
      expect.arrayContaining([
        ['invitation:bounce', null],
        ['invitation:correct', inSeat('chef')],
      ]),
    )
  })

  it('waits while there is no mail, is seen waiting, and goes when there is', async () => {
    const own = await aMailServer()
    await own.end()
    server = await aServer({ SMTP_URL: own.url, ...fromTown })
    const chef = await Inviter.comes(server)
    expect((await chef.sends([row('Els'), row('Jan')])).body.queued).toBe(2)
    await until('it was tried', () => server.log.some(({ msg }) => msg.startsWith('mail not sent')))
    expect((await chef.list()).invitations.map(({ standing }) => standing)).toEqual(['queued', 'queued'])
    await own.restart()
    await chef.sees('all are sent', ({ invitations }) => invitations.every(({ standing }) => standing === 'sent'))
    expect(own.mails).toHaveLength(2)
    await own.end()
  })

  it('for one address only holds up nobody else', async () => {
    const chef = await Inviter.comes(await aTown())
    mail.refuse('druk@voorbeeld.example', 450, 'Not now')
    await chef.sends([row('Druk'), ...Array.from({ length: 40 }, (_, i) => row(`Buur ${i}`))])
    await chef.sees('the others are sent', ({ invitations }) =>
      invitations.every(({ standing, to }) => standing === 'sent' || to?.name === 'Druk'),
    )
    expect((await chef.finds('druk@voorbeeld.example')).standing).toBe('queued')
    mail.accept('druk@voorbeeld.example')
    await tokenTo(mail, 'druk@voorbeeld.example')
  })

  it('is not promised where there is no mail at all', async () => {
    const secret = newSecret()
    server = await aServer(
      { EXAMPLE: 'off' },
      {
        async before(store) {
          await setUpExample(store, Date.now() as Instant, { exampleSet: () => undefined } as never)
          await store.logins.start(aLogin(inSeat('chef'), hashOf(secret)))
        },
      },
    )
    const chef = await Inviter.comes({ address: server.address, seat: async () => `${loginCookie}=${secret}` })
    expect(await chef.list()).toMatchObject({ mail: 'none', roles: ['expert'] })
    expect(await chef.sends([row('Els')])).toMatchObject({ status: 503, body: { type: '/problems/mail-away' } })
    expect((await chef.list()).invitations).toEqual([])
  })
})

const aLogin = (person: string, tokenHash: string): Login => ({
  id: 'login' as LoginId,
  tokenHash,
  person: person as PersonId,
  seatIndex: 0,
  createdAt: Date.now() as Instant,
  expiresAt: soon(1),
  how: 'link',
  device: '',
  seenAt: Date.now() as Instant,
})

describe('[INVITE-4] an invitation', () => {
  it('is sent again with another link, and the one before is worth nothing', async () => {
    const chef = await Inviter.comes(await aTown())
    await chef.sends([row('Fenna')])
    const email = 'fenna@voorbeeld.example'
    const first = await tokenTo(mail, email)
    await chef.sees('it is sent', ({ invitations }) => invitations[0]?.standing === 'sent')
    expect((await chef.changes(email, 'resend')).status).toBe(200)
    const second = await tokenTo(mail, email, 2)
    await chef.sees('it is sent', ({ invitations }) => invitations[0]?.standing === 'sent')
    expect(await chef.finds(email)).toMatchObject({ sends: 2 })
    const look = (token: string) => new Browser(server.address).goes(`/api/invitations/by-token/${token}`)
    expect([(await look(first)).status, (await look(second)).status]).toEqual([404, 200])
  })

  it('is withdrawn once, by who may; the link is worth nothing, and they can be invited again', async () => {
    const chef = await Inviter.comes(await aTown())
    await chef.sends([row('Gijs')])
    const email = 'gijs@voorbeeld.example'
    const token = await tokenTo(mail, email)
    const { id } = await chef.finds(email)
    for (const [person, code] of [
      [inSeat('chef', { elsewhere: true }), 'not-your-theme-group'],
      [inSeat('expert'), 'not-for-your-role'],
    ] as const) {
      const { browser } = await Inviter.comes(server, person)
      for (const path of ['resend', 'withdraw', 'bounced'])
        expect((await browser.commands(`/api/invitations/${path}`, { invitation: id })).body).toMatchObject({
          type: `/problems/${code}`,
        })
    }
    expect((await chef.changes(email, 'withdraw')).status).toBe(200)
    expect((await chef.changes(email, 'withdraw')).body).toMatchObject({ type: '/problems/invitation-changed' })
    const look = await new Browser(server.address).goes(`/api/invitations/by-token/${token}`)
    expect(look.body).toMatchObject({ state: 'withdrawn' })
    expect((await chef.sends([row('Gijs')])).body.queued).toBe(1)
  })

  it('of somebody else’s dialogue, or none, is not there', async () => {
    const chef = await Inviter.comes(await aTown())
    const answer = await chef.browser.commands('/api/invitations/withdraw', { invitation: 'onzin' })
    expect([answer.status, answer.body]).toMatchObject([404, { type: '/problems/invitation-not-found' }])
  })

  it('is not sent twice by the same message, nor by two at the same moment', async () => {
    const chef = await Inviter.comes(await aTown())
    const rows = Array.from({ length: 5 }, (_, i) => row(`Dubbel ${i}`))
    const answers = await Promise.all([chef.sends(rows), chef.sends(rows), chef.sends(rows)])
    expect(answers.map(({ body }) => body.queued).sort()).toEqual([0, 0, 5])
    expect(answers.flatMap(({ body }) => body.left)).toHaveLength(10)
    await chef.sees('all are sent', ({ invitations }) => invitations.every(({ standing }) => standing === 'sent'))
    for (const { email } of rows) expect(mailsTo(mail, email)).toHaveLength(1)
  })

  it('can bounce later, told by hand', async () => {
    const chef = await Inviter.comes(await aTown())
    await chef.sends([row('Hans')])
    const email = 'hans@voorbeeld.example'
    await chef.sees('it is sent', ({ invitations }) => invitations[0]?.standing === 'sent')
    const token = await tokenTo(mail, email)
    expect((await chef.changes(email, 'bounced')).status).toBe(200)
    expect((await chef.finds(email)).standing).toBe('bounced')
    await chef.changes(email, 'address', { email: 'hans.juist@voorbeeld.example' })
    await tokenTo(mail, 'hans.juist@voorbeeld.example')
    const look = await new Browser(server.address).goes(`/api/invitations/by-token/${token}`)
    expect(look.status, 'who got the letter at the wrong address has nothing in hand').toBe(404)
  })
})

describe('[INVITE-9] who was invited', () => {
  it('is read with names and addresses by who may invite there, and without by others who may read', async () => {
    const chef = await Inviter.comes(await aTown())
    await chef.sends([row('Ina')])
    const lead = await Inviter.comes(server, inSeat('lead'))
    await lead.sends([row('Joost')], { role: 'chef' })
    const shown = async (person: string) =>
      (await (await Inviter.comes(server, person)).list()).invitations.map(({ to, role }) => [role, to?.name ?? null])
    expect(await shown(inSeat('lead'))).toEqual([
      ['chef', 'Joost'],
      ['expert', 'Ina'],
    ])
    expect(await shown(inSeat('chef'))).toEqual([
      ['chef', null],
      ['expert', 'Ina'],
    ])
    expect(await shown(inSeat('auditor'))).toEqual([
      ['chef', null],
      ['expert', null],
    ])
    for (const person of [inSeat('chef', { elsewhere: true }), inSeat('expert'), inSeat('councillor')]) {
      const { browser } = await Inviter.comes(server, person)
      expect((await browser.goes('/api/invitations?theme=sport')).status).toBe(403)
    }
    expect((await lead.browser.goes('/api/invitations?theme=ruimtevaart')).status).toBe(404)
  })
})
