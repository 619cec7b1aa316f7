import type { Instant } from '@witboek/domain'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { calendarFile, type CalendarEntry, type CalendarFile } from './calendar-file.ts'

const at = (iso: string): Instant => Date.parse(iso) as Instant

const evening: CalendarEntry = {
  uid: 'bijeenkomst-1@dialoog.voorbeeld.example',
  sequence: 0,
  status: 'confirmed',
  startsAt: at('2026-03-28T19:00:00Z'),
  endsAt: at('2026-03-29T01:30:00Z'),
  summary: 'Groenboek Sport: eerste avond',
  place: 'Raadzaal; Markt 1, 1234 AB Voorbeeld',
  description: 'Neem mee:\n- uw ideeën\n- een \\ en wat, u; wilt\n' + 'héél veel wóórden 🏊 '.repeat(20),
  url: 'https://dialoog.voorbeeld.example/bijeenkomst/1?code=a,b;c&taal=nl',
}

/** A file of the one evening, with what is said otherwise. */
const fileOf = (change: Partial<CalendarEntry> = {}, method: CalendarFile['method'] = 'REQUEST'): string =>
  calendarFile({ method, entries: [{ ...evening, ...change }], now: at('2026-03-01T10:00:00Z') })

afterEach(() => vi.unstubAllEnvs())

interface Line {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/** Reads a calendar as RFC 5545 has it: lines that were folded, and text that was escaped. */
function read(file: string): readonly Line[] {
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/)
  const folded = file.split('\r\n')
  for (const line of folded) {
    expect(line).not.toMatch(/[\r\n]/)
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  }
  return folded
    .join('\r\n')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[^:"]+(?:"[^"]*")?)*):(.*)$/.exec(line) ?? []
      return { name, parameters, value }
    })
}

const unescaped = (text: string): string => text.replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark))

const valueOf = (file: string, name: string): string | undefined => read(file).find((line) => line.name === name)?.value

describe.each([
  ['Pacific/Kiritimati', 9],
  ['America/Los_Angeles', 12],
  ['Europe/Amsterdam', 20],
  ['UTC', 19],
])('an entry for a calendar, on a machine in %s', (zone, hour) => {
  const file = (change: Partial<CalendarEntry> = {}): string => {
    vi.stubEnv('TZ', zone)
    return fileOf(change)
  }

  it('has the moments in UTC, over the night in which the clock changes too', () => {
    expect(valueOf(file(), 'DTSTART')).toBe('20260328T190000Z')
    expect(new Date(evening.startsAt).getHours(), 'the clock of this machine').toBe(hour)
    expect(valueOf(file(), 'DTEND')).toBe('20260329T013000Z')
    expect(valueOf(file(), 'DTSTAMP')).toBe('20260301T100000Z')
    expect(file()).not.toMatch(/TZID|TIMEZONE/)
    expect(
      read(file())
        .filter(({ name }) => name.startsWith('DT'))
        .map(({ parameters }) => parameters),
    ).toEqual(['', '', ''])
  })

  it('says what was written, whatever is in it', () => {
    expect(unescaped(valueOf(file(), 'SUMMARY') ?? '')).toBe(evening.summary)
    expect(unescaped(valueOf(file(), 'LOCATION') ?? '')).toBe(evening.place)
    expect(unescaped(valueOf(file(), 'DESCRIPTION') ?? '')).toBe(evening.description)
    expect(valueOf(file(), 'URL')).toBe('https://dialoog.voorbeeld.example/bijeenkomst/1?code=a%2Cb%3Bc&taal=nl')
  })
})

describe('an entry for a calendar', () => {
  it('stays the same entry when it changes, and goes when it is cancelled', () => {
    expect(valueOf(fileOf(), 'PRODID')).toBe('-//Witboek//Witboek//NL')
    for (const [file, method, sequence, status] of [
      [fileOf(), 'REQUEST', '0', 'CONFIRMED'],
      [fileOf({ sequence: 3, place: 'Sporthal' }), 'REQUEST', '3', 'CONFIRMED'],
      [fileOf({ sequence: 4, status: 'cancelled' }, 'CANCEL'), 'CANCEL', '4', 'CANCELLED'],
      [fileOf({}, 'PUBLISH'), 'PUBLISH', '0', 'CONFIRMED'],
      [fileOf({ status: 'tentative' }, 'PUBLISH'), 'PUBLISH', '0', 'TENTATIVE'],
    ] as const)
      expect(['UID', 'METHOD', 'SEQUENCE', 'STATUS'].map((name) => valueOf(file, name))).toEqual([
        evening.uid,
        method,
        sequence,
        status,
      ])
  })

  it('is one for one guest from one host, when they are named', () => {
    const file = fileOf({
      host: { name: 'Gemeente "Voorbeeld"; dialoog', address: 'dialoog@voorbeeld.example' },
      guest: { name: 'Els, van Dijk', address: 'els@voorbeeld.example' },
    })
    expect(file.replaceAll('\r\n ', '')).toMatch(/^ORGANIZER;.*:mailto:dialoog@voorbeeld\.example$/m)
    expect(file.replaceAll('\r\n ', '')).toMatch(/^ATTENDEE;.*RSVP=FALSE.*:mailto:els@voorbeeld\.example$/im)
    expect(fileOf()).not.toMatch(/ORGANIZER|ATTENDEE/)
  })

  it('cannot be given lines of its own by what somebody wrote', () => {
    const wicked = 'Sport\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:Anders\u0000'
    const file = fileOf({
      summary: wicked,
      place: wicked,
      description: wicked,
      host: { name: wicked, address: 'dialoog@voorbeeld.example' },
      guest: { name: wicked, address: 'els@voorbeeld.example' },
    })
    expect(read(file).filter(({ name }) => name === 'SUMMARY')).toHaveLength(1)
    expect(read(file).filter(({ name, value }) => name === 'BEGIN' && value === 'VEVENT')).toHaveLength(1)
    expect(file).not.toContain('\u0000')
  })

  it('of many, which is followed, says what it is called and when to come back', () => {
    const file = calendarFile({
      method: 'PUBLISH',
      entries: [evening, { ...evening, uid: 'bijeenkomst-2@dialoog.voorbeeld.example', status: 'cancelled' }],
      now: evening.startsAt,
      followed: { name: 'Dialoog, Voorbeeld', every: 3600 },
    })
    expect(read(file).filter(({ name, value }) => name === 'BEGIN' && value === 'VEVENT')).toHaveLength(2)
    expect(unescaped(valueOf(file, 'X-WR-CALNAME') ?? '')).toBe('Dialoog, Voorbeeld')
    expect(read(file).find(({ name }) => name === 'REFRESH-INTERVAL')).toMatchObject({
      parameters: ';VALUE=DURATION',
      value: 'PT1H',
    })
    expect(fileOf()).not.toMatch(/REFRESH-INTERVAL|X-WR-CALNAME/)
  })

  it('of none is a calendar all the same', () => {
    const none = calendarFile({ method: 'PUBLISH', entries: [], now: evening.startsAt })
    expect(read(none).map(({ name }) => name)).toEqual(['BEGIN', 'VERSION', 'PRODID', 'METHOD', 'END'])
  })
})
