import { createServer, type Server } from 'node:net'
import { until } from '@witboek/testkit'
import { aMailServer, linksIn, type MailServer, type MailServerPlan } from '@witboek/testkit/servers'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import type { Address } from './address.ts'
import type { Carried, Mail, MailId } from './mail.ts'
import { openSmtp } from './smtp-mailer.ts'

const from: Address = { name: 'Gemeente Voorbeeld', address: 'dialoog@voorbeeld.example' }
const invitation: Mail = {
  to: 'els@voorbeeld.example',
  language: 'nl',
  subject: 'Uw uitnodiging voor de één-op-één gesprekken',
  text: 'Beste Els,\n\nKom erbij: https://dialoog.example/uitnodiging?code=abc&taal=nl.\n',
  html: '<p>Beste Els,</p><p><a href="https://dialoog.example/uitnodiging">Kom erbij</a></p>',
}

let servers: MailServer[] = []
afterEach(async () => {
  for (const server of servers) await server.stop()
  servers = []
})

/** A mail server, and our own way to it. */
async function aWay({ plan = {}, url = (given: string) => given, ...more }: Way = {}) {
  const server = await aMailServer(plan)
  servers.push(server)
  const way = openSmtp({ url: url(server.url), from, within: 10_000, ...more })
  onTestFinished(() => way.close())
  let sent = 0
  const send = (change: Partial<Mail> = {}): Promise<Carried> =>
    way.carry(`mail-${++sent}` as MailId, { ...invitation, ...change })
  return { server, way, send }
}

interface Way {
  readonly plan?: MailServerPlan
  readonly url?: (given: string) => string
  readonly within?: number
  readonly grace?: number
}

const sent: Carried = { outcome: { ok: true } }

describe('a mail to a mail server', () => {
  it('arrives as plain text and as HTML, and says that a machine wrote it', async () => {
    const { server, send } = await aWay()
    expect(await send()).toEqual(sent)
    const [mail] = server.mails
    expect(mail?.envelope).toEqual({ from: from.address, to: [invitation.to] })
    expect(mail?.subject).toBe(invitation.subject)
    expect(mail?.text.trim()).toBe(invitation.text.trim())
    expect(mail?.html.trim()).toBe(invitation.html)
    expect(linksIn(mail ?? { text: '' })).toEqual(['https://dialoog.example/uitnodiging?code=abc&taal=nl'])
    expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
      from: 'Gemeente Voorbeeld <dialoog@voorbeeld.example>',
      to: 'els@voorbeeld.example',
      'auto-submitted': 'auto-generated',
      'message-id': '<mail-1@voorbeeld.example>',
      'content-language': 'nl',
    })
  })

  it('tells nobody which program wrote it, and asks for no answer on who reads it', async () => {
    const { server, send } = await aWay()
    await send()
    const names = [...(server.mails[0]?.headers.keys() ?? [])].join(' ')
    expect(names).not.toMatch(/mailer|receipt|notification|list-/)
  })

  it('brings a calendar as an invitation to open, and as a file', async () => {
    const { server, send } = await aWay()
    const content = 'BEGIN:VCALENDAR\r\nSUMMARY:Één avond\r\nEND:VCALENDAR\r\n'
    await send({ calendar: { method: 'REQUEST', content, filename: 'bijeenkomst.ics' } })
    const [invites, file] = server.mails[0]?.attachments ?? []
    expect(invites).toMatchObject({ type: 'text/calendar', parameters: { method: 'REQUEST' }, filename: null })
    expect(file).toMatchObject({ type: 'application/ics', filename: 'bijeenkomst.ics' })
    for (const part of [invites, file]) expect(part?.content.toString().trim()).toBe(content.trim())
    expect(server.mails[0]?.text.trim()).toBe(invitation.text.trim())
  })

  it('has a way out of a list only when there is one', async () => {
    const { server, send } = await aWay()
    await send({ unsubscribe: 'https://dialoog.example/afmelden?code=abc' })
    expect(server.mails[0]?.headers.get('list-unsubscribe')).toBe('<https://dialoog.example/afmelden?code=abc>')
  })

  it('goes over few connections, which stay open for the next', async () => {
    const { server, send } = await aWay()
    const many = await Promise.all(Array.from({ length: 30 }, (_, i) => send({ to: `expert-${i}@voorbeeld.example` })))
    expect(many).toEqual(many.map(() => sent))
    expect(server.mails).toHaveLength(30)
    expect(server.connections).toBeLessThanOrEqual(3)
  })
})

describe('what somebody else wrote into a mail', () => {
  it.each([
    ['a subject', { subject: 'Hallo\r\nBcc: eve@elders.example\r\n\r\nLees dit' }],
    ['a subject with a lone line feed', { subject: 'Hallo\nBcc: eve@elders.example' }],
    [
      'a file',
      {
        calendar: { method: 'PUBLISH', content: 'BEGIN:VCALENDAR', filename: 'a.ics"\r\nBcc: eve@elders.example\r\n' },
      },
    ],
    ['a way out', { unsubscribe: 'https://dialoog.example/\r\nBcc: eve@elders.example' }],
  ] as [string, Partial<Mail>][])('cannot add a header or a reader by %s', async (_, change) => {
    const { server, send } = await aWay()
    expect(await send(change)).toEqual(sent)
    expect(server.mails[0]?.envelope.to).toEqual([invitation.to])
    expect(server.mails[0]?.headers.has('bcc')).toBe(false)
    expect(server.mails[0]?.raw).not.toMatch(/^Bcc:/m)
    expect(server.mails[0]?.text.trim()).toBe(invitation.text.trim())
  })

  it('cannot add one by the name on our mail either', async () => {
    const server = await aMailServer()
    servers.push(server)
    const name = 'Gemeente\r\nBcc: eve@elders.example'
    const way = openSmtp({ url: server.url, from: { ...from, name } })
    onTestFinished(() => way.close())
    expect(await way.carry('mail-1' as MailId, invitation)).toEqual(sent)
    expect(server.mails[0]?.headers.has('bcc')).toBe(false)
  })

  it.each([
    'els@voorbeeld.example, eve@elders.example',
    'els@voorbeeld.example\r\nRCPT TO:<eve@elders.example>',
    'Els <els@voorbeeld.example>',
    'els@voorbeeld.example> <eve@elders.example',
    '"els@voorbeeld.example eve"@elders.example',
    'els',
    '',
  ])('is no address when it is not one address: %j', async (to) => {
    const { server, send } = await aWay()
    expect(await send({ to })).toEqual({ outcome: { ok: false, why: 'refused' }, cause: 'no address' })
    expect(server.mails).toEqual([])
  })
})

describe('a mail server that does not take a mail', () => {
  it('refuses who it does not know, and takes the next mail', async () => {
    const { server, send } = await aWay()
    server.refuse(invitation.to)
    expect((await send()).outcome).toEqual({ ok: false, why: 'refused', code: 550 })
    expect(await send({ to: 'jan@voorbeeld.example' })).toEqual(sent)
    expect(server.mails).toHaveLength(1)
  })

  it.each([
    [450, 'not now'],
    [530, 'sign in first'],
    [554, '5.7.1 Relay access denied'],
  ])('is away when it says %i %s: that says nothing about the address', async (code, words) => {
    const { server, send } = await aWay()
    server.refuse(invitation.to, code, words)
    expect((await send()).outcome).toEqual({ ok: false, why: 'away', code })
  })

  it('is away when its port is closed, and is found again', async () => {
    const { server, send } = await aWay()
    await send()
    await server.end()
    expect(await send()).toMatchObject({ outcome: { ok: false, why: 'away' } })
    await server.restart()
    expect(await send()).toEqual(sent)
  })

  it.each(['before it was ever spoken to', 'over a connection that was used before'])(
    'is away when it hangs %s, within the time that a mail may take',
    async (when) => {
      const { server, send } = await aWay({ within: 300 })
      if (when.includes('used before')) expect(await send()).toEqual(sent)
      server.pause()
      const before = performance.now()
      expect(await send()).toEqual({ outcome: { ok: false, why: 'away' }, cause: 'no answer in time' })
      expect(performance.now() - before).toBeLessThan(3_000)
      server.resume()
      expect(await send()).toEqual(sent)
    },
  )

  it('does not keep a hundred mails waiting one after the other', async () => {
    const { server, send } = await aWay({ within: 300 })
    server.pause()
    const before = performance.now()
    const all = await Promise.all(Array.from({ length: 100 }, () => send()))
    expect(all.every(({ outcome }) => !outcome.ok && outcome.why === 'away')).toBe(true)
    expect(performance.now() - before).toBeLessThan(3_000)
  })

  it('is away when it is none, but something that talks on', async () => {
    const chatter = createServer((socket) => {
      const talk = setInterval(() => socket.write('220-and another thing\r\n'), 20)
      socket.on('error', () => undefined).on('close', () => clearInterval(talk))
    })
    const way = openSmtp({ url: `smtp://127.0.0.1:${await portOf(chatter)}`, from, within: 300 })
    const { outcome } = await way.carry('mail-1' as MailId, invitation)
    expect(outcome).toEqual({ ok: false, why: 'away' })
    await way.close()
    await new Promise((resolve) => chatter.close(resolve))
  })
})

describe('a mail server that asks who we are', () => {
  const password = 'p@ss/w:rd%é'
  const account = { user: 'dialoog@voorbeeld.example', password }
  const signedIn = (given: string) => (url: string) =>
    url.replace('//', `//${encodeURIComponent(account.user)}:${encodeURIComponent(given)}@`)

  it('gets the name and the password as they are, whatever is in them', async () => {
    const { send } = await aWay({ plan: { account }, url: signedIn(password) })
    expect(await send()).toEqual(sent)
  })

  it('is away when the password is wrong, and nothing of it is said', async () => {
    const { send } = await aWay({ plan: { account }, url: signedIn('geheim') })
    const carried = await send()
    expect(carried).toEqual({ outcome: { ok: false, why: 'away', code: 535 }, cause: 'EAUTH' })
  })
})

describe('a mail', () => {
  const withTls = (url: string) => `${url}?tls=on`

  it('does not go in the clear to a server that offers no TLS', async () => {
    const { server, send } = await aWay({ url: withTls })
    expect(await send()).toMatchObject({ outcome: { ok: false, why: 'away' }, cause: 'ETLS' })
    expect(server.mails).toEqual([])
  })

  it.each([
    ['offered', withTls],
    ['from-the-start', (url: string) => url],
  ] as const)('does not go to a server whose certificate nobody knows (%s)', async (tls, url) => {
    const { server, send } = await aWay({ plan: { tls }, url })
    expect(await send()).toMatchObject({ outcome: { ok: false, why: 'away' } })
    expect(server.mails).toEqual([])
  })

  it('that is under way when we stop gets its time, and not more', async () => {
    const { server, way, send } = await aWay({ grace: 200 })
    server.pause()
    const waits = send()
    await until('it is being said', () => server.connections === 1)
    await way.close()
    expect((await waits).outcome).toEqual({ ok: false, why: 'away' })
    expect(await send()).toEqual({ outcome: { ok: false, why: 'away' }, cause: 'not tried' })
  })

  it('that is taken while we stop is sent', async () => {
    const { server, way, send } = await aWay({ grace: 10_000 })
    server.pause()
    const waits = send()
    await until('it is being said', () => server.connections === 1)
    const closes = way.close()
    server.resume()
    await closes
    expect(await waits).toEqual(sent)
  })
})

const portOf = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
