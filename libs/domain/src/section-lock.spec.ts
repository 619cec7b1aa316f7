import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BookRights } from './book-rights.ts'
import {
  emptyManifest,
  lockOn,
  openSections,
  withFact,
  type BookFact,
  type Lock,
  type LockFact,
  type Manifest,
} from './book.ts'
import type { Instant, PersonId, SectionId } from './ids.ts'
import { roles } from './people.ts'
import type { Refusal } from './result.ts'
import { changeLocks, endedLocks, lockReasonMax, sectionsToClose, type LockCommand } from './section-lock.ts'

const id = (text: string): SectionId => text as SectionId
const at = (minute: number): Instant => (1_301_680_800_000 + minute * 60_000) as Instant
const now = at(10)
const chef = 'person-anna' as PersonId
const rights: BookRights = { role: 'chef', write: false, order: true, remark: false }
const theLock: Lock = { chef, since: now, reason: '', until: null }
const wish = { reason: '', until: null }

const lock = (section: string, more: Partial<Lock> = {}): LockCommand => ({
  type: 'section:lock',
  section: id(section),
  ...wish,
  ...more,
})
const unlock = (section: string): LockCommand => ({ type: 'section:unlock', section: id(section) })
const focus = (section: string): LockCommand => ({ type: 'section:focus', section: id(section), ...wish })
const freeze = (more: Partial<Lock> = {}): LockCommand => ({ type: 'book:freeze', ...wish, ...more })
const unfreeze: LockCommand = { type: 'book:unfreeze' }
const locked = (...sections: string[]): LockFact => ({
  type: 'section:locked',
  sections: sections.map(id),
  lock: theLock,
})
const unlocked = (...sections: string[]): LockFact => ({
  type: 'section:unlocked',
  sections: sections.map(id),
  by: 'chef',
})

const after = (facts: readonly BookFact[], start: Manifest = emptyManifest): Manifest => facts.reduce(withFact, start)
/** Three sections, of which c was removed. */
const book = after([
  ...['a', 'b', 'c'].map((name): BookFact => ({
    type: 'section:added',
    section: id(name),
    heading: name,
    slot: null,
    after: null,
  })),
  { type: 'section:removed', section: id('c') },
])
const aLocked = after([locked('a')], book)
const frozen = after([{ type: 'book:frozen', lock: theLock }], book)

const asked = (manifest: Manifest, command: LockCommand) => changeLocks(manifest, command, rights, chef, now)

describe('what a Chef asks of the locks, and the rules allow', () => {
  it.each<[string, Manifest, LockCommand, readonly LockFact[]]>([
    ['[LOCK-1] locks a section', book, lock('a'), [locked('a')]],
    ['[LOCK-1] opens it again', aLocked, unlock('a'), [unlocked('a')]],
    ['[LOCK-5] asks everyone to look at one', book, focus('a'), [locked('b')]],
    ['[LOCK-5] also when that one was locked', aLocked, focus('a'), [unlocked('a'), locked('b')]],
    ['[LOCK-5] and leaves a lock that was there as it is', aLocked, focus('b'), []],
    ['[LOCK-6] freezes the book', book, freeze(), [{ type: 'book:frozen', lock: theLock }]],
    ['[LOCK-6] thaws it', frozen, unfreeze, [{ type: 'book:unfrozen', by: 'chef' }]],
    ['[LOCK-6] locks a section under the ice', frozen, lock('a'), [locked('a')]],
    ['[LOCK-6] opens one under the ice', after([locked('a')], frozen), unlock('a'), [unlocked('a')]],
  ])('%s', (_, manifest, command, facts) => {
    const answer = asked(manifest, command)
    if (facts.length === 0) expect(answer).toMatchObject({ ok: false, refusal: { code: 'section-already-locked' } })
    else expect(answer).toEqual({ ok: true, value: facts })
  })

  it('[LOCK-7] says who, why in one line, and until when', () => {
    expect(asked(book, lock('a', { reason: '  even \n praten ', until: at(20) }))).toEqual({
      ok: true,
      value: [
        {
          type: 'section:locked',
          sections: [id('a')],
          lock: { chef, since: now, reason: 'even praten', until: at(20) },
        },
      ],
    })
  })
})

describe('what the rules refuse', () => {
  it.each<[string, Manifest, LockCommand, Refusal['code']]>([
    ['a section that is not there', book, lock('x'), 'section-not-found'],
    ['a removed section', book, lock('c'), 'section-removed'],
    ['a section that is locked already', aLocked, lock('a'), 'section-already-locked'],
    ['to open what is open', book, unlock('a'), 'section-not-locked'],
    ['to open what is not there', book, unlock('x'), 'section-not-found'],
    ['to look at what is not there', book, focus('x'), 'section-not-found'],
    ['to look at what was removed', book, focus('c'), 'section-removed'],
    ['to look at one section under the ice', frozen, focus('a'), 'book-already-frozen'],
    ['to freeze twice', frozen, freeze(), 'book-already-frozen'],
    ['to thaw what is not frozen', book, unfreeze, 'book-not-frozen'],
    ['a reason that nobody would read', book, lock('a', { reason: 'x'.repeat(lockReasonMax + 1) }), 'reason-too-long'],
    ['a freeze with such a reason', book, freeze({ reason: 'x'.repeat(lockReasonMax + 1) }), 'reason-too-long'],
    ['an end that is now', book, lock('a', { until: now }), 'until-in-the-past'],
    ['an end that was', book, freeze({ until: at(9) }), 'until-in-the-past'],
  ])('%s', (_, manifest, command, code) => {
    expect(asked(manifest, command)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('[LOCK-1] everything, of anyone but the Chef of the book', () => {
    for (const role of roles)
      for (const command of [lock('a'), unlock('a'), focus('a'), freeze(), unfreeze])
        expect(
          changeLocks(aLocked, command, { role, write: role === 'expert', order: false, remark: false }, chef, now),
        ).toEqual({
          ok: false,
          refusal: { code: 'not-for-your-role', role },
        })
  })
})

describe('[LOCK-3] the sections that close first', () => {
  it.each<[string, Manifest, LockCommand, string]>([
    ['the one that is locked', book, lock('a'), 'a'],
    ['none, when it is locked already', aLocked, lock('a'), ''],
    ['none that was removed', book, lock('c'), ''],
    ['the others, when everyone looks at one', book, focus('a'), 'b'],
    ['all that are open, when the book freezes', aLocked, freeze(), 'b'],
    ['none under the ice', frozen, lock('a'), ''],
    ['none when something opens', aLocked, unlock('a'), ''],
    ['none when the book thaws', frozen, unfreeze, ''],
  ])('%s', (_, manifest, command, expected) => {
    expect(sectionsToClose(manifest, command).join(' ')).toBe(expected)
  })
})

describe('[LOCK-4] a lock with an end', () => {
  const until = (minute: number | null): Lock => ({ ...theLock, until: minute === null ? null : at(minute) })
  const set = (minutes: { a: number | null; b: number | null; freeze?: number | null }): Manifest =>
    after(
      [
        { type: 'section:locked', sections: [id('a')], lock: until(minutes.a) },
        { type: 'section:locked', sections: [id('b')], lock: until(minutes.b) },
        ...('freeze' in minutes ? [{ type: 'book:frozen', lock: until(minutes.freeze ?? null) } as const] : []),
      ],
      book,
    )

  it.each([
    ['waits for the first of them', set({ a: 20, b: 30 }), [], 20],
    ['has none to wait for', set({ a: null, b: null }), [], null],
    ['opens at its time, not a moment later', set({ a: 10, b: 30 }), ['section:unlocked'], 30],
    ['opens all whose time is up at once', set({ a: 9, b: 10 }), ['section:unlocked'], null],
    ['thaws a book', set({ a: null, b: null, freeze: 10 }), ['book:unfrozen'], null],
    ['opens sections and book together', set({ a: 8, b: 40, freeze: 9 }), ['section:unlocked', 'book:unfrozen'], 40],
  ] as const)('%s', (_, manifest, types, next) => {
    const ended = endedLocks(manifest, now)
    expect(ended.facts.map(({ type }) => type)).toEqual(types)
    expect(ended.next).toBe(next === null ? null : at(next))
    const opened = after(ended.facts, manifest)
    expect(endedLocks(opened, now)).toEqual({ facts: [], next: ended.next })
  })
})

describe('whatever a Chef asks, in whatever order', () => {
  const anySection = fc.constantFrom('a', 'b', 'c', 'x')
  const anyCommand = fc.oneof(
    anySection.map((name) => lock(name)),
    anySection.map(unlock),
    anySection.map(focus),
    fc.constant(freeze()),
    fc.constant(unfreeze),
  )

  it('[LOCK-2] the answer says of every section whether it is open, and a section that closes was told so first', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
        let manifest = book
        for (const command of commands) {
          const answer = asked(manifest, command)
          if (!answer.ok) continue
          const closing = sectionsToClose(manifest, command)
          const changed = after(answer.value, manifest)
          for (const { id: section } of openSections(changed)) {
            const closes = lockOn(manifest, section) === null && lockOn(changed, section) !== null
            expect(closing.includes(section)).toBe(closes)
          }
          expect(changed.sections.map(({ id: section, heading }) => [section, heading])).toEqual(
            manifest.sections.map(({ id: section, heading }) => [section, heading]),
          )
          manifest = changed
        }
      }),
    )
  })
})
