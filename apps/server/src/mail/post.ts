import type { Instant } from '@witboek/domain'
import type { Events } from '../events.ts'
import { newId } from '../new-id.ts'
import type { Settings } from '../settings.ts'
import type { Carrier, Mailer } from './mail.ts'
import { Mailbox } from './mailbox.ts'
import type { SmtpPlan } from './smtp-mailer.ts'

interface Post {
  readonly mailer: Mailer
  /** Where the example's mail stays; `null`: it goes out, or there is none. */
  readonly mailbox: Mailbox | null
}

/** Mail as the settings have it: by a mail server, kept for a page of the example, or not at all. */
export async function openPost(
  { mail, example }: Pick<Settings, 'mail' | 'example'>,
  { now, events }: { readonly now: () => Instant; readonly events: Pick<Events, 'mailed'> },
): Promise<Post> {
  const mailbox = example && !mail ? new Mailbox(now) : null
  return { mailer: told(mail ? await bySmtp(mail) : (mailbox ?? nowhere), { now, events }), mailbox }
}

/** What speaks to mail servers takes twenty megabytes: only who sends mail loads it. */
async function bySmtp(plan: SmtpPlan): Promise<Carrier> {
  const { openSmtp } = await import('./smtp-mailer.ts')
  return openSmtp(plan)
}

const nowhere: Carrier = {
  kind: 'none',
  carry: async () => ({ outcome: { ok: false, why: 'away' }, cause: 'no SMTP_URL' }),
  close: async () => undefined,
}

/** Every mail is counted, and stands in the log by its id. */
function told(carrier: Carrier, { now, events }: { now: () => Instant; events: Pick<Events, 'mailed'> }): Mailer {
  return {
    kind: carrier.kind,
    async send(mail) {
      const id = newId<'mail'>(now())
      const { outcome, cause } = await carrier.carry(id, mail)
      events.mailed(id, outcome, cause)
      return outcome
    },
    close: () => carrier.close(),
  }
}
