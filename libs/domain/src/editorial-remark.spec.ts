import { describe, expect, it } from 'vitest'
import { emptyManifest, withFact, type BookFact, type Manifest } from './book.ts'
import type { BookRights } from './book-rights.ts'
import { changeRemarks, remarkMax, remarksMax, type RemarkCommand } from './editorial-remark.ts'
import type { Instant, PersonId, RemarkId, SectionId } from './ids.ts'

const pool = 'pool' as SectionId
const chef = 'anna' as PersonId
const now = 1_301_680_800_000 as Instant
const allowed: BookRights = { role: 'chef', write: false, order: true, remark: true }
const added = (section: SectionId): BookFact => ({
  type: 'section:added',
  section,
  heading: 'x',
  slot: null,
  after: null,
})
const book = withFact(emptyManifest, added(pool))

const placed = (text: string, id = 'one'): BookFact => ({
  type: 'remark:placed',
  section: pool,
  remark: { id: id as RemarkId, chef, at: now, text },
})
const asked = (command: RemarkCommand, { on = book, rights = allowed }: { on?: Manifest; rights?: BookRights } = {}) =>
  changeRemarks(on, command, rights, { chef, id: 'one' as RemarkId, now })
const place = (text: string): RemarkCommand => ({ type: 'remark:place', section: pool, text })
const remove: RemarkCommand = { type: 'remark:remove', section: pool, remark: 'one' as RemarkId }

describe('[REMARK-1] where the dialogue allows it, a Chef places a remark', () => {
  it('under the own name, with the time, and without the blanks around it', () => {
    expect(asked(place(' Denk aan de huur.\n'))).toEqual({ ok: true, value: [placed('Denk aan de huur.')] })
  })

  it.each<[string, BookRights, object]>([
    ['where it does not', { ...allowed, remark: false }, { code: 'remarks-not-allowed' }],
    ['as an expert', { role: 'expert', write: true, order: false, remark: false }, { code: 'not-for-your-role' }],
  ])('and not %s', (_, rights, refusal) => {
    expect(asked(place('Let op.'), { rights })).toMatchObject({ ok: false, refusal })
  })

  it('also in a section that is locked: it is not part of the text', () => {
    const lock = { chef, since: now, reason: '', until: null }
    const locked = withFact(book, { type: 'section:locked', sections: [pool], lock })
    expect(asked(place('We tellen eerst.'), { on: locked }).ok).toBe(true)
  })
})

describe('[REMARK-2] a remark is a short note', () => {
  it.each<[string, string, string]>([
    ['without words', ' \n ', 'remark-empty'],
    ['that is too long', 'x'.repeat(remarkMax + 1), 'remark-too-long'],
  ])('none %s', (_, text, code) => {
    expect(asked(place(text))).toMatchObject({ refusal: { code } })
  })

  it('and there are only a few in a section', () => {
    let full = book
    for (let i = 0; i < remarksMax; i++) full = withFact(full, placed('Let op.', `r${i}`))
    expect(asked(place('Nog een.'), { on: full })).toEqual({
      ok: false,
      refusal: { code: 'too-many-remarks', max: remarksMax },
    })
  })

  it.each<[string, Manifest, string]>([
    ['does not exist', emptyManifest, 'section-not-found'],
    ['was removed', withFact(book, { type: 'section:removed', section: pool }), 'section-removed'],
  ])('and none in a section that %s', (_, on, code) => {
    expect(asked(place('Let op.'), { on })).toMatchObject({ refusal: { code } })
  })
})

describe('[REMARK-3] remarks stand in the manifest, oldest first, until a Chef takes them away', () => {
  const two = [placed('Eerst.', 'one'), placed('Dan.', 'two')].reduce(withFact, book)

  it('in the order in which they were placed', () => {
    expect(two.sections[0]?.remarks.map(({ text }) => text)).toEqual(['Eerst.', 'Dan.'])
  })

  it('and a Chef takes one away, also when no new ones are allowed any more', () => {
    const taken = asked(remove, { on: two, rights: { ...allowed, remark: false } })
    expect(taken).toEqual({ ok: true, value: [{ type: 'remark:removed', section: pool, remark: 'one' }] })
    const left = taken.ok ? taken.value.reduce<Manifest>(withFact, two) : two
    expect(left.sections[0]?.remarks.map(({ text }) => text)).toEqual(['Dan.'])
  })

  it('once', () => {
    expect(asked(remove)).toEqual({ ok: false, refusal: { code: 'remark-not-found' } })
  })
})
