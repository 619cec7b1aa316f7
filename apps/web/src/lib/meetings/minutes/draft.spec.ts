import { describe, expect, it } from 'vitest'
import {
  chosen,
  draftOf,
  heard,
  kept,
  newDraft,
  notKept,
  sending,
  standingOf,
  typed,
  waits,
  type Draft,
} from './draft.ts'

const text = (words: string) => ({ text: words })
const clean = draftOf(text('Goed'))
const changed = typed(clean, text('Goed gesprek'))
const saving = sending(changed)
const lost = notKept(saving, 'no-line')
const refused = notKept(saving, { problem: 'text-too-long' })
const elsewhere = heard(changed, text('Slecht'))

describe('what somebody types', () => {
  it.each<[string, Draft, string, Draft['state'], string]>([
    ['changes it', clean, 'Goed gesprek', 'changed', 'Goed gesprek'],
    ['and back again is no change', changed, 'Goed', 'clean', 'Goed'],
    ['a space at the end is no change, and stays', clean, 'Goed ', 'clean', 'Goed '],
    ['while it is being saved waits for that', saving, 'Goed gesprek gehad', 'saving', 'Goed gesprek gehad'],
    ['after it was refused is another try', refused, 'Kort', 'changed', 'Kort'],
    ['while one has to choose does not choose', elsewhere, 'Goed, zei ik', 'elsewhere', 'Goed, zei ik'],
  ])('%s', (_, draft, words, state, shown) => {
    expect(typed(draft, text(words))).toMatchObject({ state, fields: text(shown) })
  })

  it('of several fields changes only the one that was typed in', () => {
    expect(typed(draftOf({ text: 'Bellen', who: 'Bea' }), { who: 'Cas' }).fields).toEqual({
      text: 'Bellen',
      who: 'Cas',
    })
  })
})

describe('what was sent', () => {
  it('is saved', () => {
    expect(kept(saving, text('Goed gesprek'))).toMatchObject({ state: 'clean', base: text('Goed gesprek') })
  })

  it('is saved, and what was typed meanwhile is not', () => {
    const on = typed(saving, text('Goed gesprek gehad'))
    expect(kept(on, text('Goed gesprek'))).toMatchObject({ state: 'changed', fields: text('Goed gesprek gehad') })
  })

  it('and came nowhere is sent again; what was refused is not', () => {
    expect([lost, refused, clean, changed, saving, elsewhere].map(waits)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
    ])
    expect(lost.fields).toEqual(text('Goed gesprek'))
  })
})

describe('what the server has', () => {
  it.each<[string, Draft, string, Draft['state'], string]>([
    ['is shown where nobody typed', clean, 'Beter', 'clean', 'Beter'],
    ['that is what was typed ends it', lost, 'Goed gesprek', 'clean', 'Goed gesprek'],
    ['that is what it was changes nothing', changed, 'Goed', 'changed', 'Goed gesprek'],
    ['that is other than both is for somebody to choose', changed, 'Slecht', 'elsewhere', 'Goed gesprek'],
    ['does not come between while it is being saved', saving, 'Slecht', 'saving', 'Goed gesprek'],
    ['without a space at the end is the same', typed(clean, text('Goed ')), 'Goed', 'clean', 'Goed '],
  ])('%s', (_, draft, words, state, shown) => {
    expect(heard(draft, text(words))).toMatchObject({ state, fields: text(shown) })
  })

  it('and is other is taken, or goes', () => {
    expect(chosen(elsewhere, 'other')).toMatchObject({ state: 'clean', fields: text('Slecht'), other: null })
    expect(chosen(elsewhere, 'own')).toMatchObject({ state: 'changed', fields: text('Goed gesprek'), other: null })
    expect(waits(chosen(elsewhere, 'own'))).toBe(true)
    expect(chosen(clean, 'own')).toBe(clean)
  })

  it('of something new is nothing', () => {
    expect(typed(newDraft(text('')), text('Open'))).toMatchObject({ state: 'changed', base: null })
  })
})

describe('all of it together', () => {
  it.each<[readonly Draft[], string]>([
    [[], 'clean'],
    [[clean, clean], 'clean'],
    [[clean, changed], 'saving'],
    [[saving, lost], 'lost'],
    [[lost, refused], 'refused'],
    [[refused, elsewhere], 'elsewhere'],
  ])('%# stands as what asks most', (drafts, standing) => {
    expect(standingOf(drafts)).toBe(standing)
  })
})
