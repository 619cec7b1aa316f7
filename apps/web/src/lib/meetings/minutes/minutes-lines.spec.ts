import type { AgendaItemId, Minutes, MinutesMatter } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { kept, newDraft, sending, typed } from './draft.ts'
import {
  blank,
  isWordless,
  keeping,
  keyOf,
  linesAfter,
  linesIn,
  linesOf,
  removing,
  unkept,
  withKept,
  withLine,
  withoutLine,
  type Line,
  type Lines,
  type Place,
} from './minutes-lines.ts'

const pool = 'pool' as AgendaItemId
const matter = (notes: string, decisions: readonly string[] = []): MinutesMatter => ({
  ...{ notes, polls: [], speakers: 0, turns: 0, actions: [] },
  decisions: decisions.map((text, i) => ({ id: `d${i}` as never, text })),
})
const action = { id: 'a' as never, text: 'Bellen', who: 'Bea', due: '2027-03-01' }
const minutes = (notes = 'Goed', decisions: readonly string[] = ['Open']): Minutes =>
  ({
    items: [{ id: pool, ...matter(notes, decisions) }],
    whole: { ...matter(''), actions: [action] },
  }) as unknown as Minutes
const place = (kind: Place['kind'], item: AgendaItemId | null = pool, id = ''): Place => ({ kind, item, id })
const lines = (of = minutes()): Lines => linesAfter(new Map(), of)
const line = (all: Lines, key: string): Line => all.get(key) ?? expect.fail(key)
const typesIn = (all: Lines, key: string, text: string): Lines =>
  withLine(all, { ...line(all, key), draft: typed(line(all, key).draft, { text }) })
const added = (all: Lines, text: string, id = 'new'): Lines =>
  withLine(all, { place: place('decision', pool, id), draft: typed(newDraft(blank.decision), { text }) })

describe('what is written in minutes', () => {
  it('has a line each, of its item or of the whole', () => {
    expect(linesIn(minutes()).map(([where, fields]) => [keyOf(where), fields['text']])).toEqual([
      ['note pool', 'Goed'],
      ['decision d0', 'Open'],
      ['note ', ''],
      ['action a', 'Bellen'],
    ])
    expect(linesOf(lines(), 'action', null).map(({ draft }) => draft.fields['who'])).toEqual(['Bea'])
    expect(linesOf(lines(), 'action', pool)).toEqual([])
  })

  it('follows the server where nobody writes', () => {
    const after = linesAfter(lines(), minutes('Beter', ['Open', 'Dicht op maandag']))
    expect([...after.values()].map(({ draft }) => draft.fields['text'])).toEqual([
      ...['Beter', 'Open', 'Dicht op maandag'],
      ...['', 'Bellen'],
    ])
    expect(linesAfter(lines(), minutes('Goed', [])).has('decision d0')).toBe(false)
  })

  it('keeps what somebody writes, also when it is gone on the server', () => {
    const writing = typesIn(typesIn(lines(), 'note pool', 'Goed gesprek'), 'decision d0', 'Open, op proef')
    const after = linesAfter(writing, minutes('Goed', []))
    expect(line(after, 'note pool').draft).toMatchObject({ state: 'changed', fields: { text: 'Goed gesprek' } })
    expect(line(after, 'decision d0').draft).toMatchObject({ state: 'changed', fields: { text: 'Open, op proef' } })
  })

  it('keeps what is new here, until it goes here', () => {
    const writing = added(lines(), 'Nieuw')
    expect(linesAfter(writing, minutes()).has('decision new')).toBe(true)
    expect(withoutLine(writing, 'decision new').has('decision new')).toBe(false)
  })

  it('once it is saved, it is what the server says of it', () => {
    const writing = added(lines(), 'Nieuw')
    const { place: where, draft } = line(writing, 'decision new')
    const saved = withLine(writing, { place: where, draft: kept(sending(draft), draft.fields) })
    expect(linesAfter(saved, minutes()).has('decision new'), 'somebody took it away').toBe(false)
  })
})

describe('a line is', () => {
  it.each<[Place, object]>([
    [place('note'), { name: 'minutes:note', fields: { item: pool, text: 'x' } }],
    [place('decision', null, 'd'), { name: 'decision:keep', fields: { decision: 'd', item: null, text: 'x' } }],
    [
      place('action', pool, 'a'),
      { name: 'action:keep', fields: { action: 'a', item: pool, text: 'x', who: 'Bea', due: '' } },
    ],
  ])('kept by a command: %j', (where, command) => {
    expect(keeping(where, { text: 'x', who: 'Bea' })).toEqual(command)
  })

  it('taken away by one; notes only become empty', () => {
    expect(removing(place('decision', pool, 'd'))).toEqual({ name: 'decision:remove', fields: { decision: 'd' } })
    expect(removing(place('action', pool, 'a'))).toEqual({ name: 'action:remove', fields: { action: 'a' } })
    expect(removing(place('note'))).toBeNull()
  })

  it('not sent without words, unless it is notes', () => {
    expect(isWordless(line(added(lines(), ' '), 'decision new'))).toBe(true)
    expect(isWordless(line(typesIn(lines(), 'note pool', ''), 'note pool'))).toBe(false)
  })
})

describe('what the tab keeps', () => {
  const through = (all: Lines): unknown => JSON.parse(JSON.stringify(unkept(all)))

  it('is what is not on the server, and nothing else', () => {
    expect(unkept(lines())).toEqual([])
    expect(unkept(added(lines(), ' '))).toMatchObject([{ draft: { state: 'changed' } }])
    expect(unkept(typesIn(lines(), 'note pool', 'Meer'))).toHaveLength(1)
  })

  it('is there again when the page is opened again', () => {
    const writing = added(typesIn(lines(), 'note pool', 'Goed gesprek'), 'Nieuw')
    const again = withKept(lines(), through(writing))
    expect(line(again, 'note pool').draft).toMatchObject({ state: 'changed', fields: { text: 'Goed gesprek' } })
    expect(line(again, 'decision new').draft).toMatchObject({ state: 'changed', fields: { text: 'Nieuw' } })
  })

  it('is no news when it was saved after all', () => {
    const writing = typesIn(lines(), 'note pool', 'Goed gesprek')
    expect(line(withKept(lines(minutes('Goed gesprek')), through(writing)), 'note pool').draft.state).toBe('clean')
  })

  it('is for somebody to choose when another changed the same meanwhile', () => {
    const writing = typesIn(lines(), 'note pool', 'Goed gesprek')
    const again = withKept(lines(minutes('Slecht gesprek')), through(writing))
    expect(line(again, 'note pool').draft).toMatchObject({ state: 'elsewhere', other: { text: 'Slecht gesprek' } })
  })

  it.each([null, {}, 'x'])('is nothing when it is %j', (kept) => {
    expect(withKept(lines(), kept)).toEqual(lines())
  })
})
