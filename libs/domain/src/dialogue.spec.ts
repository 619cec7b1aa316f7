import { describe, expect, it } from 'vitest'
import { frameworksFor, targetsTogether, type Dialogue, type Framework, type Theme } from './dialogue.ts'
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
