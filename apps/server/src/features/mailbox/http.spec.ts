import type { MailboxAnswer } from '@witboek/contract'
import type { Instant } from '@witboek/domain'
import { describe, expect, it, onTestFinished } from 'vitest'
import { letter } from '../../mail/letter.ts'
import type { MailId } from '../../mail/mail.ts'
import { Mailbox } from '../../mail/mailbox.ts'
import { aServer } from '../../testing/a-server.ts'
import { mailsIn } from './http.ts'

async function asks(environment: Record<string, string>) {
  const server = await aServer(environment)
  onTestFinished(() => server.close())
  const response = await fetch(`${server.address}/api/example/mailbox`)
  return { server, status: response.status, body: (await response.json()) as MailboxAnswer }
}

describe('the mailbox of the example', () => {
  it('is there for whoever asks, and says at which address its links are pages', async () => {
    const { server, status, body } = await asks({})
    expect([status, body]).toEqual([200, { site: server.address, mails: [] }])
    const behindProxy = await asks({ PUBLIC_ORIGIN: 'https://dialoog.voorbeeld.example' })
    expect(behindProxy.body.site).toBe('https://dialoog.voorbeeld.example')
  })

  it.each([
    ['with real people', { EXAMPLE: 'off' }],
    ['where mail goes out', { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'dialoog@voorbeeld.example' }],
  ])('is not there %s', async (_, environment) => {
    expect((await asks(environment)).status).toBe(404)
  })

  it('shows the newest first, as the text that everybody can read, and nothing that could run', async () => {
    let now = 1_300_000_000_000
    const mailbox = new Mailbox(() => now++ as Instant)
    for (const name of ['Els', '<script>alert(1)</script>'])
      await mailbox.carry(`mail-${name}` as MailId, {
        to: 'els@voorbeeld.example',
        language: 'nl',
        subject: `Welkom ${name}`,
        ...letter({
          language: 'nl',
          greeting: `Beste ${name},`,
          paragraphs: ['Fijn dat u meedoet.'],
          footer: { municipality: 'gemeente Voorbeeld', why: 'u doet mee' },
        }),
        calendar: { method: 'PUBLISH', content: 'BEGIN:VCALENDAR', filename: 'avond.ics' },
      })
    const { mails } = mailsIn(mailbox, 'http://localhost:3000').value
    expect(mails.map(({ subject, at }) => [subject, at])).toEqual([
      ['Welkom <script>alert(1)</script>', 1_300_000_000_001],
      ['Welkom Els', 1_300_000_000_000],
    ])
    expect(mails[1]).toMatchObject({ to: 'els@voorbeeld.example', language: 'nl', file: 'avond.ics' })
    expect(mails[1]?.text).toMatch(/^Beste Els,\n\nFijn dat u meedoet\.\n/)
    expect(Object.keys(mails[1] ?? {})).not.toContain('html')
  })
})
