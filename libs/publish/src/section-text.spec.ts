import type { Block as SectionBlock } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { documentBlocks } from './section-text.ts'

const said = (text: string): SectionBlock => ({ kind: 'paragraph', text: [{ text }] })

describe('the text of a section in a document', () => {
  it.each<[string, SectionBlock, unknown]>([
    [
      'a paragraph keeps its styles',
      { kind: 'paragraph', text: [{ text: 'dicht', bold: true }] },
      [{ kind: 'paragraph', runs: [{ text: 'dicht', bold: true }] }],
    ],
    [
      'a heading stands below that of its section',
      { kind: 'heading', level: 4, text: [{ text: 'Geld' }, { text: ' nu', italic: true }] },
      [{ kind: 'heading', level: 3, text: 'Geld nu' }],
    ],
    [
      'a quote is its paragraphs',
      { kind: 'quote', blocks: [said('een'), said('twee')] },
      [
        { kind: 'paragraph', runs: [{ text: 'een' }] },
        { kind: 'paragraph', runs: [{ text: 'twee' }] },
      ],
    ],
    [
      'a list inside a list gives items of the outer one',
      {
        kind: 'list',
        ordered: true,
        items: [
          [said('een'), said('vervolg'), { kind: 'list', ordered: false, items: [[said('binnen')]] }],
          [{ kind: 'quote', blocks: [said('twee')] }],
        ],
      },
      [
        {
          kind: 'list',
          ordered: true,
          items: [[{ text: 'een' }, { text: '\n' }, { text: 'vervolg' }], [{ text: 'binnen' }], [{ text: 'twee' }]],
        },
      ],
    ],
    [
      'a table whose first row is a header has columns',
      {
        kind: 'table',
        rows: [
          [
            { header: true, blocks: [said('Post')] },
            { header: true, blocks: [said('Bedrag')] },
          ],
          [
            { header: false, blocks: [said('Energie'), said('en water')] },
            { header: false, blocks: [{ kind: 'list', ordered: false, items: [[said('€ 10')]] }] },
          ],
        ],
      },
      [{ kind: 'table', caption: '', columns: ['Post', 'Bedrag'], rows: [['Energie\nen water', '€ 10']] }],
    ],
    [
      'a table with a header at the side has none above',
      {
        kind: 'table',
        rows: [
          [
            { header: true, blocks: [said('Energie')] },
            { header: false, blocks: [said('€ 10')] },
          ],
        ],
      },
      [{ kind: 'table', caption: '', columns: [], rows: [['Energie', '€ 10']] }],
    ],
    [
      'a table without rows stays empty',
      { kind: 'table', rows: [] },
      [{ kind: 'table', caption: '', columns: [], rows: [] }],
    ],
  ])('%s', (_, block, blocks) => {
    expect(documentBlocks([block])).toEqual(blocks)
  })
})
