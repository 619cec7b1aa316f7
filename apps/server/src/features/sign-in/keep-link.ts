import type { Instant, PersonId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { hashOf, newSecret } from '../../login/secrets.ts'

/** So long (ms) a link is good: long enough to find the mail, too short to be found in an old one. */
const linkLasts = 15 * 60_000

/** So many links of one person are good at once. A newer one ends none of these, because mail may arrive in any order. */
const linksGood = 3

interface Link {
  readonly person: PersonId
  readonly keep: boolean
  readonly next: string
}

/**
 * A new link to sign in (SIGN-1); answers its token. For nobody (`null`) the store has the same to do, and keeps nothing
 * that opens anything (SIGN-2).
 */
export async function keepLink(store: Store, link: Link | null, now: Instant): Promise<string> {
  const token = newSecret()
  const hash = hashOf(token)
  const person = link?.person ?? null
  const expiresAt = (now + linkLasts) as Instant
  const list = hashOf(`links of ${person ?? newSecret()}`)
  const content = link ? { keep: link.keep, next: link.next } : {}
  await store.turns.take(list, () =>
    store.together(async ({ tickets }) => {
      await tickets.endExpired(now)
      const before = await tickets.take(list, 'links', now)
      const hashes = [...((before?.content['hashes'] ?? []) as string[]), hash]
      for (const old of hashes.slice(0, -linksGood)) await tickets.take(old, 'link', now)
      await tickets.issue({
        hash: list,
        kind: 'links',
        person,
        content: { hashes: hashes.slice(-linksGood) },
        expiresAt,
      })
      await tickets.issue({ hash, kind: link ? 'link' : 'no-link', person, content, expiresAt })
    }),
  )
  return token
}
