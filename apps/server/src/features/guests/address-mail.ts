import type { Instant, Meeting, PersonId } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import type { AttemptLimit } from '@witboek/live'
import type { Hands } from '../../http/hands.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import { linkMail, senderOf } from '../../mail/link-mail.ts'

export const addressTicket = 'guest-address'

/** So long (ms) the link is good. */
const lasts = 24 * 60 * 60_000

/** Whoever reads this mail did not ask for it when somebody else typed the address: few of them, and few by one guest. */
const perReader: AttemptLimit = { max: 3, within: 60 * 60_000 }
const perGuest: AttemptLimit = { max: 3, within: 60 * 60_000 }
const perHall: AttemptLimit = { max: 300, within: 10 * 60_000 }

interface Claim {
  readonly person: PersonId
  readonly email: string
  readonly language: 'nl' | 'en'
}

/**
 * Asks whoever reads the mail at this address whether they are this guest (GUEST-7). It is the same mail whether the address
 * is known here or not. Above the limits none goes out, and nobody is told.
 */
export async function askToConfirm(
  hands: Hands,
  { person, email, language }: Claim,
  meeting: Meeting,
  from: string,
): Promise<void> {
  const { store, live, mailer, site, now } = hands
  const limits = [
    [`guest address ${email}`, perReader],
    [`guest address of ${person}`, perGuest],
    [`guest addresses from ${from}`, perHall],
  ] as const
  for (const [name, limit] of limits) if ((await live.attempts.take(name, limit)) > 0) return
  const token = newSecret()
  const expiresAt = (now() + lasts) as Instant
  await store.together(async ({ tickets }) => {
    await tickets.endExpired(now())
    // Only the last address that somebody typed is the one they mean.
    await tickets.endOf(person, addressTicket)
    await tickets.issue({ hash: hashOf(token), kind: addressTicket, person, content: { email, language }, expiresAt })
  })
  const mail = textsIn(language).guestMail
  const words = { ...mail, text: mail.text(meeting.title) }
  const url = `${site}/meedoen/adres/${token}`
  await mailer.send(linkMail(words, mail.greeting, { to: email, language, url, from: await senderOf(hands) }))
}
