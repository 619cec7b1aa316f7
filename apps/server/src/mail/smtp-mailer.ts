import { setTimeout as pause } from 'node:timers/promises'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { isLoopback } from '../settings.ts'
import { isAddress, type Address } from './address.ts'
import { Lanes } from './lanes.ts'
import type { Carried, Carrier, Mail, MailId, MailOutcome } from './mail.ts'

export interface SmtpPlan {
  /** As the settings have read it: `smtp://name:password@host:587`, or `smtps://…`. */
  readonly url: string
  readonly from: Address
  /** So long (ms) a mail may take, from its turn until the server answers for it. */
  readonly within?: number
  /** So long (ms) a stop waits for what is under way. */
  readonly grace?: number
}

/** Few: a mail server asks who sends so much at once, and an invitation can wait a second. */
const connections = 3

/** Mail by way of a mail server, over connections that stay open for the next one. */
export function openSmtp({ url, from, within = 20_000, grace = 3_000 }: SmtpPlan): Carrier {
  const transporter = createTransport({
    ...connectionTo(new URL(url)),
    pool: true,
    maxConnections: connections,
    // A connection that the server ended between two mails is tried once more, as a new one.
    maxRequeues: 1,
    // Nothing in a mail is ever an order to read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const lanes = new Lanes(connections)
  const underWay = new Set<Promise<Carried>>()
  let closed = false

  const hand = async (id: MailId, mail: Mail): Promise<Carried> => {
    try {
      await transporter.sendMail({ ...message(id, mail, from), signal: AbortSignal.timeout(within) })
      return { outcome: { ok: true } }
    } catch (error) {
      return { outcome: outcomeOf(error as SmtpError), cause: causeOf(error as SmtpError) }
    }
  }

  return {
    kind: 'smtp',
    async carry(id, mail) {
      if (!isAddress(mail.to)) return { outcome: { ok: false, why: 'refused' }, cause: 'no address' }
      if (closed || !(await lanes.enter())) return { outcome: { ok: false, why: 'away' }, cause: 'not tried' }
      const handed = hand(id, mail)
      underWay.add(handed)
      const carried = await handed
      underWay.delete(handed)
      // Who waits behind a server that does not answer would only wait longer.
      if (!carried.outcome.ok && carried.outcome.code === undefined) lanes.turnAway()
      lanes.leave()
      return carried
    },
    async close() {
      closed = true
      lanes.turnAway()
      await Promise.race([Promise.all(underWay), pause(grace, null, { ref: false })])
      transporter.close({ force: true })
    },
  }
}

/** Never in the clear over a network, unless the settings say so: a server that offers no TLS, or without a good certificate, is away. */
function connectionTo(url: URL) {
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const tls = url.searchParams.get('tls') ?? (isLoopback(host) ? 'off' : 'on')
  const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(secure || tls === 'on' ? { requireTLS: !secure } : { ignoreTLS: true }),
    ...(user ? { auth: { user, pass } } : {}),
  }
}

function message(id: MailId, mail: Mail, from: Address): SendMailOptions {
  const { to, subject, text, html, calendar, unsubscribe } = mail
  return {
    // Said apart from the headers: however an address is written there, it goes to this one only.
    envelope: { from: from.address, to: [to] },
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: `<${id}@${from.address.split('@')[1] ?? ''}>`,
    // Whoever is on holiday does not answer a machine (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    xMailer: false,
    ...(calendar ? { icalEvent: { ...calendar } } : {}),
    ...(unsubscribe ? { list: { unsubscribe } } : {}),
  }
}

/** As much of what nodemailer throws as is looked at here. Its message is not: there may be an address in it. */
interface SmtpError extends Error {
  readonly code?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
  /** The server said no for good. */
  readonly permanent?: boolean
}

function outcomeOf(error: SmtpError): MailOutcome {
  const { responseCode: code } = error
  return { ok: false, why: isAboutRecipient(error) ? 'refused' : 'away', ...(code === undefined ? {} : { code }) }
}

/**
 * Only what a server says of the recipient is a refusal. That it does not know us, does not relay for us or does not like the
 * text is ours to mend: everybody would be refused, and nobody's address is wrong.
 */
function isAboutRecipient({ code, command, permanent, response = '', responseCode = 0 }: SmtpError): boolean {
  if (code !== 'EENVELOPE' || command !== 'RCPT TO' || !permanent) return false
  const isPolicy = /^\d{3}[ -]5\.7\./.test(response)
  return !isPolicy && !(responseCode >= 530 && responseCode < 540)
}

const causeOf = ({ name, code }: SmtpError): string => (name === 'AbortError' ? 'no answer in time' : (code ?? name))
