import { describe, expect, it } from 'vitest'
import {
  frameworksFor,
  newDialogue,
  targetsTogether,
  themesMax,
  type Dialogue,
  type DialogueWish,
  type Framework,
  type Theme,
} from './dialogue.ts'
import type { DialogueId, FrameworkId, ThemeId } from './ids.ts'
import { euros } from './money.ts'

const dialogue: Dialogue = {
  id: 'dialogue' as DialogueId,
  title: 'De Bezuinigingsdialoog',
  municipality: 'Voorbeeld',
  fiscalYear: 2012,
  phase: 'green',
  totalTarget: euros(1_000_000),
  rate: 10,
  assignment: [],
  editorialRemarks: false,
  synthetic: true,
  source: 'made up',
}
const sport = 'sport' as ThemeId
const care = 'care' as ThemeId

const theme = (id: ThemeId, target: number): Theme => ({
  id,
  dialogue: dialogue.id,
  slug: id,
  name: id,
  about: '',
  target: euros(target),
  order: 1,
})

describe('the targets of the themes together', () => {
  it.each([
    ['meet the target of the dialogue', [400_000, 600_000], 0],
    ['miss a part of it, to the cent', [400_000, 599_999.99], 0.01],
    ['go beyond it', [700_000, 600_000], -300_000],
    ['are nothing as long as there are no themes', [], 1_000_000],
  ])('%s', (_situation, targets, gap) => {
    const together = targetsTogether({ dialogue, themes: targets.map((target) => theme(sport, target)) })
    expect(together.dialogue).toBe(dialogue.totalTarget)
    expect(together.gap).toBe(euros(gap))
    expect(together.themes + together.gap).toBe(together.dialogue)
  })
})

describe('the frameworks of a theme', () => {
  const framework = (code: string, kind: Framework['kind'], of: ThemeId | null): Framework => ({
    id: code as FrameworkId,
    code,
    plain: code,
    kind,
    theme: of,
  })
  const frameworks = [
    framework('SP-1', 'hard', sport),
    framework('A-2', 'soft', null),
    framework('ZW-1', 'hard', care),
    framework('A-1', 'hard', null),
    framework('SP-2', 'soft', sport),
  ]

  it('are those of the whole dialogue and its own, hard ones first, then by code', () => {
    expect(frameworksFor({ frameworks }, sport).map(({ code }) => code)).toEqual(['A-1', 'SP-1', 'A-2', 'SP-2'])
  })

  it('are never those of another theme', () => {
    expect(frameworksFor({ frameworks }, care).map(({ code }) => code)).toEqual(['A-1', 'ZW-1', 'A-2'])
  })

  it('leave the frame itself in its own order', () => {
    frameworksFor({ frameworks }, sport)
    expect(frameworks.map(({ code }) => code)).toEqual(['SP-1', 'A-2', 'ZW-1', 'A-1', 'SP-2'])
  })
})

describe('[SET-UP-2] a new dialogue', () => {
  const wish: DialogueWish = {
    title: ' De  Begrotingsdialoog ',
    municipality: 'Voorbeeld',
    fiscalYear: 2027,
    rate: 7.5,
    assignment: ['Wat kan anders?', ' ', 'Wie merkt dat?'],
    themes: [
      { name: 'Sport', about: 'Bewegen.' },
      { name: 'Zorg & welzijn', about: '' },
      { name: 'Één loket', about: 'Het  loket.' },
      { name: '教育', about: '' },
    ],
  }
  const made = (more: Partial<DialogueWish> = {}) => {
    let count = 0
    return newDialogue(
      { ...wish, ...more },
      { dialogue: 'new' as DialogueId, theme: () => `theme-${(count += 1)}` as ThemeId },
    )
  }
  const named = (...names: string[]) => ({ themes: names.map((name) => ({ name, about: '' })) })

  it('begins in the first phase, with themes that have an address each and no figures', () => {
    expect(made()).toEqual({
      ok: true,
      value: {
        dialogue: {
          id: 'new',
          title: 'De Begrotingsdialoog',
          municipality: 'Voorbeeld',
          fiscalYear: 2027,
          phase: 'preparing',
          totalTarget: 0,
          rate: 7.5,
          assignment: ['Wat kan anders?', 'Wie merkt dat?'],
          editorialRemarks: false,
          synthetic: false,
          source: '',
        },
        themes: [
          { id: 'theme-1', dialogue: 'new', slug: 'sport', name: 'Sport', about: 'Bewegen.', target: 0, order: 1 },
          {
            id: 'theme-2',
            dialogue: 'new',
            slug: 'zorg-welzijn',
            name: 'Zorg & welzijn',
            about: '',
            target: 0,
            order: 2,
          },
          {
            id: 'theme-3',
            dialogue: 'new',
            slug: 'een-loket',
            name: 'Één loket',
            about: 'Het loket.',
            target: 0,
            order: 3,
          },
          { id: 'theme-4', dialogue: 'new', slug: 'thema-4', name: '教育', about: '', target: 0, order: 4 },
        ],
        items: [],
        frameworks: [],
      },
    })
  })

  it.each<[string, Partial<DialogueWish>, string]>([
    ['no themes', { themes: [] }, 'themes-number'],
    [
      'more themes than it can have',
      named(...Array.from({ length: themesMax + 1 }, (_, i) => `T${i}`)),
      'themes-number',
    ],
    ['the same theme twice', named('Sport', 'Zorg', 'sport '), 'themes-alike'],
    ['two themes with one address', named('Zorg & welzijn', 'Zorg, welzijn'), 'themes-alike'],
    ['a theme without a name', named('Sport', ' \u200B'), 'name-empty'],
    ['a theme with a name that fits nowhere', named('x'.repeat(61)), 'name-too-long'],
    ['no title', { title: ' ' }, 'name-empty'],
    ['no municipality', { municipality: '\n' }, 'name-empty'],
  ])('is not made with %s', (_, more, code) => {
    expect(made(more)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('has as many themes as it can have', () => {
    expect(made(named(...Array.from({ length: themesMax }, (_, i) => `T${i}`))).ok).toBe(true)
  })
})
