import type { BookRights, Phase, Role } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { rightsWords } from './rights-words.ts'

const rights = (role: Role, may: Partial<BookRights> = {}): BookRights => ({
  role,
  write: false,
  order: false,
  remark: false,
  ...may,
})

describe('what one may do in a book, in one sentence', () => {
  it.each<[BookRights, Phase, string]>([
    [rights('expert', { write: true }), 'green', 'U schrijft mee.'],
    [rights('expert'), 'green', 'Alleen de experts van dit thema schrijven.'],
    [rights('expert'), 'started', 'Het schrijven is nog niet begonnen.'],
    [rights('expert'), 'reviewed', 'In deze fase wordt er niet aan dit boek geschreven.'],
    [rights('chef', { order: true, remark: false }), 'green', 'De experts schrijven de tekst.'],
    [rights('chef'), 'green', 'De Chef van dit thema'],
    [rights('civilServant'), 'green', 'Alleen de experts van dit thema schrijven.'],
    [rights('auditor'), 'green', 'Alleen de experts van dit thema schrijven.'],
    [rights('guest'), 'green', 'als gast. De Chef van dit thema bepaalt'],
    [rights('guest', { write: true }), 'green', 'U schrijft mee.'],
    [rights('guest'), 'reviewed', 'In deze fase wordt er niet aan dit boek geschreven.'],
    [rights('councillor'), 'green_review', 'De experts van dit thema hebben dit geschreven.'],
  ])('%o in %s', (may, phase, words) => {
    expect(rightsWords(may, 'green', phase, 'nl')).toContain(words)
  })
})
