import type { Instant } from '@witboek/domain'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Address } from './address.ts'

export interface CalendarEntry {
  /** The same as long as it is the same evening: by this a calendar knows what changes, or goes. */
  readonly uid: string
  /** One higher with every change that is sent. */
  readonly sequence: number
  /** `tentative`: it may still change before people are told of it. */
  readonly status: 'confirmed' | 'tentative' | 'cancelled'
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly summary: string
  readonly place: string
  readonly description: string
  /** Whole, with `https://`. */
  readonly url: string
  /** Who invites, as on the mail. A calendar offers to accept only when it knows both. */
  readonly host?: Address
  readonly guest?: Address
}

export interface CalendarFile {
  /** `PUBLISH`: for whoever wants it. `REQUEST`, `CANCEL`: a mail to one guest, from one host; `CANCEL` also a file. */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  readonly entries: readonly CalendarEntry[]
  /** When this was written. */
  readonly now: Instant
  /** For a calendar that is followed: what it is called, and how often to come back (seconds). */
  readonly followed?: { readonly name: string; readonly every: number }
}

/**
 * Entries for a calendar (RFC 5545), in UTC: the calendar shows them in the time of its owner. No zone is named anywhere:
 * with one, the package would write the clock of this machine.
 */
export function calendarFile({ method, entries, now, followed }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'Witboek', product: 'Witboek', language: 'NL' },
    method: ICalCalendarMethod[method],
    ...(followed && { name: writable(followed.name), ttl: followed.every }),
  })
  for (const entry of entries) {
    const { uid, sequence, status, startsAt, endsAt, summary, place, description, url, host, guest } = entry
    const event = calendar.createEvent({
      id: uid,
      sequence,
      start: new Date(startsAt),
      end: new Date(endsAt),
      stamp: new Date(now),
      summary: writable(summary),
      location: writable(place),
      description: writable(description),
      // Not text: a comma in an address is written as the address has it, and not with a backslash.
      url: new URL(url).href.replaceAll(',', '%2C').replaceAll(';', '%3B'),
      status: statuses[status],
    })
    if (host) event.organizer({ name: writable(host.name || host.address), email: host.address })
    // Answers by mail would be read by nobody: who comes, says so on the page.
    if (guest) event.createAttendee({ name: writable(guest.name || guest.address), email: guest.address, rsvp: false })
  }
  return `${calendar.toString()}\r\n`
}

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const

/** No control characters but the end of a line: a calendar would not read the rest. */
const writable = (words: string): string => words.replace(/(?!\n)\p{Cc}/gu, '')
