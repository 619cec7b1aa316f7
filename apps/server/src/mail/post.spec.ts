import { aMailServer } from '@witboek/testkit/servers'
import type { Instant } from '@witboek/domain'
import { describe, expect, it, onTestFinished } from 'vitest'
import { events } from '../events.ts'
import { openLog } from '../log.ts'
import { readSettings } from '../settings.ts'
import { Metrics } from '../watch/metrics.ts'
import type { Mail } from './mail.ts'
import { openPost } from './post.ts'

const mailTo = (to: string): Mail => ({
  to,
  language: 'nl',
  subject: 'Uw link om in te loggen',
  text: 'Beste Els, https://dialoog.example/inloggen?code=abc',
  html: '<p>Beste Els</p>',
})

/** The mail of a server with these settings, and what is said about it. */
async function aPost(environment: Record<string, string>) {
  const said: string[] = []
  const metrics = new Metrics()
  const log = openLog('debug', { write: (line) => void said.push(line) })
  const settings = readSettings({ PORT: '0', ...environment }, '/tmp')
  const post = await openPost(settings, { now: () => 1_300_000_000_000 as Instant, events: events(log, metrics) })
  onTestFinished(() => post.mailer.close())
  return { ...post, said: () => said.join(''), counted: async () => (await metrics.exposition()).text }
}

describe('the mail of a server', () => {
  it('goes out by the mail server of the settings', async () => {
    const server = await aMailServer()
    onTestFinished(() => server.stop())
    const { mailer, mailbox } = await aPost({
      SMTP_URL: server.url,
      MAIL_FROM: 'Gemeente Voorbeeld <dialoog@voorbeeld.example>',
    })
    expect([mailer.kind, mailbox]).toEqual(['smtp', null])
    expect(await mailer.send(mailTo('els@voorbeeld.example'))).toEqual({ ok: true })
    expect(server.mails[0]?.headers.get('from')).toBe('Gemeente Voorbeeld <dialoog@voorbeeld.example>')
  })

  it('stays with the example, of which it keeps the last two hundred', async () => {
    const { mailer, mailbox } = await aPost({})
    expect(mailer.kind).toBe('mailbox')
    for (let i = 0; i < 205; i++)
      expect(await mailer.send(mailTo(`expert-${i}@voorbeeld.example`))).toEqual({ ok: true })
    expect(mailbox?.list()).toHaveLength(200)
    expect(mailbox?.list()[0]).toMatchObject({ ...mailTo('expert-204@voorbeeld.example'), at: 1_300_000_000_000 })
  })

  it('is away when there is neither', async () => {
    const { mailer, mailbox } = await aPost({ EXAMPLE: 'off' })
    expect([mailer.kind, mailbox]).toEqual(['none', null])
    expect(await mailer.send(mailTo('els@voorbeeld.example'))).toEqual({ ok: false, why: 'away' })
  })

  it('is counted, and stands in the log by ids that say nothing about anybody', async () => {
    const server = await aMailServer()
    onTestFinished(() => server.stop())
    const url = server.url.replace('//', '//dialoog:geheim@')
    const { mailer, said, counted } = await aPost({ SMTP_URL: url, MAIL_FROM: 'dialoog@voorbeeld.example' })
    server.refuse('weg@voorbeeld.example')
    await mailer.send(mailTo('els@voorbeeld.example'))
    await mailer.send(mailTo('weg@voorbeeld.example'))
    await mailer.send(mailTo('Els <els@voorbeeld.example>'))
    await server.end()
    await mailer.send(mailTo('els@voorbeeld.example'))

    expect(await counted()).toContain('witboek_mails_total{outcome="sent"} 1')
    expect(await counted()).toContain('witboek_mails_total{outcome="refused"} 2')
    expect(await counted()).toContain('witboek_mails_total{outcome="away"} 1')
    const [id] = /\w+(?=@voorbeeld)/.exec(server.mails[0]?.headers.get('message-id') ?? '') ?? ['nothing']
    expect(said()).toContain(`"mail":"${id}"`)
    expect(said()).toContain('"code":550')
    expect(said()).not.toMatch(/geheim|voorbeeld|els|inloggen|abc/i)
  })

  it('never has its password in the log, right or wrong', async () => {
    const account = { user: 'dialoog', password: 'g%eheim' }
    const server = await aMailServer({ account })
    onTestFinished(() => server.stop())
    for (const [password, ok] of [
      ['g%25eheim', true],
      ['geheimer', false],
    ] as const) {
      const url = server.url.replace('//', `//dialoog:${password}@`)
      const { mailer, said } = await aPost({ SMTP_URL: url, MAIL_FROM: 'dialoog@voorbeeld.example' })
      expect(await mailer.send(mailTo('els@voorbeeld.example'))).toMatchObject({ ok })
      expect(said()).toContain(ok ? 'mail sent' : '"cause":"EAUTH"')
      expect(said()).not.toMatch(/eheim|Z2VoZWlt/)
    }
  })
})
