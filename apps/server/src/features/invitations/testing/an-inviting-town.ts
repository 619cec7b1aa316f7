import type {
  InvitationLook,
  InvitationsAnswer,
  InvitationsPreview,
  InvitationsSent,
  ShownInvitation,
  VisitAnswer,
} from '@witboek/contract'
import type { Role, ThemeId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { linksIn, type MailServer, type ReceivedMail } from '@witboek/testkit/servers'
import { Browser, type Seen } from '../../../testing/a-browser.ts'
import { inSeat, sport } from '../../../testing/the-example.ts'

/** The address of a server, and how its example people come in. */
export interface Town {
  readonly address: string
  seat(person: string): Promise<string>
}

export const fromTown = { MAIL_FROM: 'Gemeente Voorbeeld <dialoog@voorbeeld.example>' }

/** Somebody who invites, as their page does it. */
export class Inviter {
  readonly browser: Browser
  private readonly theme: ThemeId | null
  private readonly slug: string

  private constructor(browser: Browser, theme: ThemeId | null, slug: string) {
    this.browser = browser
    this.theme = theme
    this.slug = slug
  }

  static async comes(
    town: Town,
    person = inSeat('chef'),
    { theme = sport.id, slug = 'sport' }: { theme?: ThemeId | null; slug?: string } = {},
  ): Promise<Inviter> {
    const browser = new Browser(town.address)
    const [name = '', value = ''] = (await town.seat(person)).split('=')
    browser.cookies.set(name, value)
    return new Inviter(browser, theme, slug)
  }

  previews(text: string, role: Role = 'expert'): Promise<Seen & { body: InvitationsPreview }> {
    const wish = { theme: this.theme, role, text }
    return this.browser.commands('/api/invitations/preview', wish) as Promise<Seen & { body: InvitationsPreview }>
  }

  sends(rows: readonly Row[], more: object = {}): Promise<Seen & { body: InvitationsSent }> {
    const wish = { theme: this.theme, role: 'expert', rows, letter: { nl: '', en: '' }, ...more }
    return this.browser.commands('/api/invitations', wish) as Promise<Seen & { body: InvitationsSent }>
  }

  async list(): Promise<InvitationsAnswer> {
    return (await this.browser.goes(`/api/invitations?theme=${this.slug}`)).body as InvitationsAnswer
  }

  /** The newest invitation to this address. */
  async finds(email: string): Promise<ShownInvitation> {
    const found = (await this.list()).invitations.find(({ to }) => to?.email === email)
    if (!found) throw new Error(`nobody at ${email} is invited`)
    return found
  }

  /** `resend`, `withdraw`, `bounced`, or `address` with another one. */
  async changes(email: string, path: string, more: object = {}): Promise<Seen> {
    const { id } = await this.finds(email)
    return this.browser.commands(`/api/invitations/${path}`, { invitation: id, ...more })
  }

  /** Waits until no letter waits for the mail. */
  async sees(what: string, holds: (answer: InvitationsAnswer) => boolean): Promise<void> {
    await until(what, async () => holds(await this.list()))
  }
}

export interface Row {
  readonly name: string
  readonly email: string
  readonly language: 'nl' | 'en'
}

export const row = (name: string, { language = 'nl' as Row['language'] } = {}): Row => ({
  name,
  email: `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}@voorbeeld.example`,
  language,
})

export const mailsTo = ({ mails }: MailServer, email: string): readonly ReceivedMail[] =>
  mails.filter(({ envelope }) => envelope.to.includes(email))

/** The secret in the latest letter to this address. */
export async function tokenTo(mail: MailServer, email: string, count = 1): Promise<string> {
  await until(`letter ${count} to ${email} is there`, () => mailsTo(mail, email).length >= count)
  return tokenIn(mailsTo(mail, email).at(-1))
}

export function tokenIn(letter: ReceivedMail | undefined): string {
  const link = letter && linksIn(letter).find((each) => each.includes('/uitnodiging/'))
  const [, token] = /\/uitnodiging\/([\w-]{43})$/.exec(link ?? '') ?? []
  if (token === undefined) throw new Error(`no link in: ${letter?.text}`)
  return token
}

export const looksAt = async (town: Town, token: string): Promise<InvitationLook> =>
  (await new Browser(town.address).goes(`/api/invitations/by-token/${token}`)).body as InvitationLook

/** Says yes to a letter, with what the form has in it. */
export const accepts = (
  browser: Browser,
  token: string,
  form: Readonly<Record<string, string>> = {},
  accept = 'text/html',
): Promise<Seen> =>
  browser.sends(
    '/login/invitation',
    { answer: 'accept', token, realName: 'Els van Dijk', publicName: 'Els', consent: 'on', ...form },
    accept,
  )

export const declines = (browser: Browser, token: string): Promise<Seen> =>
  browser.sends('/login/invitation', { answer: 'decline', token, realName: '', publicName: '' })

export const visitOf = async (browser: Browser): Promise<VisitAnswer> =>
  (await browser.goes('/api/visit')).body as VisitAnswer
