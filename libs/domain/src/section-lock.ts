import { lockOn, openSections, sectionIn, type Lock, type LockFact, type Manifest } from './book.ts'
import type { BookRights } from './book-rights.ts'
import type { Instant, PersonId, SectionId } from './ids.ts'
import { ok, refuse, type Result } from './result.ts'

/** A reason (characters) is read in the header of a section, also on a phone. */
export const lockReasonMax = 200

interface Wish {
  readonly reason: string
  readonly until: Instant | null
}

/** What a Chef asks of the locks of a book. `section:focus` is "everyone looks here": all sections but one are locked. */
export type LockCommand =
  | ({ readonly type: 'section:lock'; readonly section: SectionId } & Wish)
  | { readonly type: 'section:unlock'; readonly section: SectionId }
  | ({ readonly type: 'section:focus'; readonly section: SectionId } & Wish)
  | ({ readonly type: 'book:freeze' } & Wish)
  | { readonly type: 'book:unfreeze' }

/**
 * A Chef guards the process and stays out of the content: a lock stops edits, it never makes one (LOCK-1). Answers the
 * facts to record, in order and at once, or the refusal to explain.
 */
export function changeLocks(
  manifest: Manifest,
  command: LockCommand,
  rights: BookRights,
  chef: PersonId,
  now: Instant,
): Result<readonly LockFact[]> {
  if (!rights.order) return refuse({ code: 'not-for-your-role', role: rights.role })
  switch (command.type) {
    case 'section:lock':
      return lockSection(manifest, command.section, withWish(command, chef, now))
    case 'section:unlock':
      return unlockSection(manifest, command.section)
    case 'section:focus':
      return focusSection(manifest, command.section, withWish(command, chef, now))
    case 'book:freeze': {
      if (manifest.freeze) return refuse({ code: 'book-already-frozen' })
      const lock = withWish(command, chef, now)
      return lock.ok ? ok([{ type: 'book:frozen', lock: lock.value }]) : lock
    }
    case 'book:unfreeze':
      return manifest.freeze ? ok([{ type: 'book:unfrozen', by: 'chef' }]) : refuse({ code: 'book-not-frozen' })
  }
}

/** The sections that would no longer be written in after this command: their pages go read-only first (LOCK-3). */
export function sectionsToClose(manifest: Manifest, command: LockCommand): readonly SectionId[] {
  const open = openSections(manifest).filter(({ id }) => lockOn(manifest, id) === null)
  const ids = open.map(({ id }) => id)
  switch (command.type) {
    case 'section:lock':
      return ids.filter((id) => id === command.section)
    case 'section:focus':
      return ids.filter((id) => id !== command.section)
    case 'book:freeze':
      return ids
    case 'section:unlock':
    case 'book:unfreeze':
      return []
  }
}

/** Locks that have come to their end, as facts to record; and when to ask again (`null`: no lock has an end). */
export function endedLocks(
  manifest: Manifest,
  now: Instant,
): { readonly facts: readonly LockFact[]; readonly next: Instant | null } {
  const over = (lock: Lock | null) => lock?.until !== null && lock !== null && lock.until <= now
  const ended = manifest.sections.filter(({ lock }) => over(lock)).map(({ id }) => id)
  const locks = [manifest.freeze, ...manifest.sections.map(({ lock }) => lock)]
  const coming = locks.flatMap((lock) => (lock?.until && lock.until > now ? [lock.until] : []))
  return {
    facts: [
      ...(ended.length > 0 ? [{ type: 'section:unlocked' as const, sections: ended, by: 'time' as const }] : []),
      ...(over(manifest.freeze) ? [{ type: 'book:unfrozen' as const, by: 'time' as const }] : []),
    ],
    next: coming.length > 0 ? (Math.min(...coming) as Instant) : null,
  }
}

function lockSection(manifest: Manifest, id: SectionId, lock: Result<Lock>): Result<readonly LockFact[]> {
  const section = sectionIn(manifest, id)
  if (!section) return refuse({ code: 'section-not-found' })
  if (section.removed) return refuse({ code: 'section-removed' })
  if (section.lock) return refuse({ code: 'section-already-locked' })
  return lock.ok ? ok([{ type: 'section:locked', sections: [id], lock: lock.value }]) : lock
}

function unlockSection(manifest: Manifest, id: SectionId): Result<readonly LockFact[]> {
  const section = sectionIn(manifest, id)
  if (!section) return refuse({ code: 'section-not-found' })
  if (!section.lock) return refuse({ code: 'section-not-locked' })
  return ok([{ type: 'section:unlocked', sections: [id], by: 'chef' }])
}

/** The one section is opened if need be; the others that are open are locked; what was locked keeps its own lock. */
function focusSection(manifest: Manifest, id: SectionId, lock: Result<Lock>): Result<readonly LockFact[]> {
  const section = sectionIn(manifest, id)
  if (!section) return refuse({ code: 'section-not-found' })
  if (section.removed) return refuse({ code: 'section-removed' })
  if (manifest.freeze) return refuse({ code: 'book-already-frozen' })
  if (!lock.ok) return lock
  const others = openSections(manifest).filter((other) => other.id !== id && !other.lock)
  if (others.length === 0 && !section.lock) return refuse({ code: 'section-already-locked' })
  return ok([
    ...(section.lock ? [{ type: 'section:unlocked' as const, sections: [id], by: 'chef' as const }] : []),
    ...(others.length > 0
      ? [{ type: 'section:locked' as const, sections: others.map((other) => other.id), lock: lock.value }]
      : []),
  ])
}

function withWish({ reason: wish, until }: Wish, chef: PersonId, now: Instant): Result<Lock> {
  const reason = wish.replaceAll(/\s+/g, ' ').trim()
  if (reason.length > lockReasonMax) return refuse({ code: 'reason-too-long', max: lockReasonMax })
  if (until !== null && until <= now) return refuse({ code: 'until-in-the-past' })
  return ok({ chef, since: now, reason, until })
}
