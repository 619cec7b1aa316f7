import type { AnnouncementId, Instant } from '../ids.ts'
import { ok, refuse, type Result } from '../result.ts'
import { sound } from './question.ts'

/** Something the Chef says to everybody (mededeling): on every phone and, if wished, on the screen. */
export interface Announcement {
  readonly id: AnnouncementId
  readonly text: string
  readonly at: Instant
  readonly withdrawn: boolean
}

export type AnnouncementFact =
  | { readonly type: 'announcement:made'; readonly announcement: AnnouncementId; readonly text: string }
  | { readonly type: 'announcement:withdrawn'; readonly announcement: AnnouncementId }

export type AnnouncementCommand =
  | { readonly type: 'announcement:make'; readonly announcement: AnnouncementId; readonly text: string }
  | { readonly type: 'announcement:withdraw'; readonly announcement: AnnouncementId }

export const announcementMax = 300
export const announcementsMax = 100

export function decideAnnouncement(
  announcements: readonly Announcement[],
  command: AnnouncementCommand,
): Result<readonly AnnouncementFact[]> {
  const known = announcements.find(({ id }) => id === command.announcement)
  if (command.type === 'announcement:withdraw')
    return ok(known && !known.withdrawn ? [{ type: 'announcement:withdrawn', announcement: known.id }] : [])
  if (known) return ok([])
  if (announcements.length >= announcementsMax) return refuse({ code: 'too-many', max: announcementsMax })
  const text = sound(command.text, announcementMax)
  return text.ok ? ok([{ type: 'announcement:made', announcement: command.announcement, text: text.value }]) : text
}

export function applyAnnouncement(
  announcements: readonly Announcement[],
  fact: AnnouncementFact,
  at: Instant,
): readonly Announcement[] {
  if (fact.type === 'announcement:made')
    return [...announcements, { id: fact.announcement, text: fact.text, at, withdrawn: false }]
  if (fact.type !== 'announcement:withdrawn') return announcements
  return announcements.map((other) => (other.id === fact.announcement ? { ...other, withdrawn: true } : other))
}
