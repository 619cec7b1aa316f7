import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { aPortToKeep } from './port.ts'
import { readMail, type ReceivedMail } from './read-mail.ts'

export interface MailServerPlan {
  /** Only who signs in so may send; without it, anybody. */
  readonly account?: { readonly user: string; readonly password: string }
  /** Offers STARTTLS, or speaks TLS from the start, with a certificate that nobody trusts. */
  readonly tls?: 'offered' | 'from-the-start'
}

/** A real SMTP server on a free port of the loopback, which keeps what it gets and delivers nothing. */
export async function aMailServer(plan: MailServerPlan = {}): Promise<MailServer> {
  const server = new MailServer(await aPortToKeep(), plan)
  await server.restart()
  return server
}

/** It can be hurt like other servers for tests: its url stays the same through all of it. */
export class MailServer {
  readonly url: string
  private readonly port: number
  private readonly plan: MailServerPlan
  private readonly received: ReceivedMail[] = []
  private readonly refused = new Map<string, Error>()
  private accepted = 0
  private server: SMTPServer | null = null
  /** What everything waits for while it hangs. */
  private pausing: PromiseWithResolvers<null> | null = null

  constructor(port: number, plan: MailServerPlan) {
    this.port = port
    this.plan = plan
    this.url = `${plan.tls === 'from-the-start' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`
  }

  /** What was taken, oldest first. */
  get mails(): readonly ReceivedMail[] {
    return this.received
  }

  /** How many connections there have been. */
  get connections(): number {
    return this.accepted
  }

  /** From now on nothing for this address is taken: a 5xx is for good, a 4xx for now. */
  refuse(address: string, code = 550, words = 'Nobody here by that name'): void {
    this.refused.set(address.toLowerCase(), withCode(code, words))
  }

  /** Takes mail for this address again. */
  accept(address: string): void {
    this.refused.delete(address.toLowerCase())
  }

  /** It answers nothing any more, and its connections stay open: a machine that hangs. */
  pause(): void {
    this.pausing ??= Promise.withResolvers()
  }

  resume(): void {
    this.pausing?.resolve(null)
    this.pausing = null
  }

  /** Its port is closed and its connections are broken. What it got stays, and `restart` opens it again. */
  async end(): Promise<void> {
    const { server } = this
    this.server = null
    if (!server) return
    this.resume()
    const closed = new Promise<void>((resolve) => server.close(resolve))
    for (const connection of server.connections) connection.close()
    await closed
  }

  async restart(): Promise<void> {
    await this.end()
    const server = this.wired()
    // A client that breaks off is no news to a mail server.
    server.on('error', () => undefined)
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject)
      server.listen(this.port, '127.0.0.1', () => resolve())
    })
    this.server = server
  }

  async stop(): Promise<void> {
    await this.end()
  }

  private wired(): SMTPServer {
    const { account, tls } = this.plan
    const { refused } = this
    return new SMTPServer({
      logger: false,
      secure: tls === 'from-the-start',
      disableReverseLookup: true,
      closeTimeout: 1000,
      allowInsecureAuth: true,
      authOptional: !account,
      disabledCommands: [...(account ? [] : ['AUTH']), ...(tls ? [] : ['STARTTLS'])],
      onConnect: (_session, answer) => {
        this.accepted += 1
        this.whenGoing(answer)
      },
      onAuth: ({ username, password }, _session, answer) =>
        this.whenGoing(() =>
          username === account?.user && password === account?.password
            ? answer(null, { user: username })
            : answer(withCode(535, 'Who are you?')),
        ),
      onMailFrom: (_address, _session, answer) => this.whenGoing(answer),
      onRcptTo: ({ address }, _session, answer) => this.whenGoing(() => answer(refused.get(address.toLowerCase()))),
      onData: (stream, session, answer) => void this.takes(stream, session).then(() => this.whenGoing(answer), answer),
    })
  }

  private async takes(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const raw = Buffer.concat(await stream.toArray())
    const from = envelope.mailFrom ? envelope.mailFrom.address : ''
    this.received.push(readMail(raw, { from, to: envelope.rcptTo.map(({ address }) => address) }))
  }

  private whenGoing(answer: () => void): void {
    if (this.pausing) void this.pausing.promise.then(() => answer())
    else answer()
  }
}

const withCode = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })
