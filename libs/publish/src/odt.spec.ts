import type { Instant, Run } from '@witboek/domain'
import { seedOfToday } from '@witboek/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heading, paragraph, type Block, type Document } from './document.ts'
import { odt } from './odt.ts'
import { readOdt, shownIn } from './testing/odt.ts'
import { elementsOf, textIn, type XmlElement } from './testing/xml.ts'

const created = Date.UTC(2026, 2, 31, 18, 14) as Instant
const holding = (...blocks: readonly Block[]): Document => ({ title: 'Groenboek', language: 'nl', created, blocks })
const contentOf = (...blocks: readonly Block[]) => readOdt(odt(holding(...blocks))).content
const all = (root: XmlElement, name: string) => elementsOf(root, name).map(shownIn)

const table = (caption: string, columns: readonly string[], ...rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  caption,
  columns,
  rows,
})
const list = (ordered: boolean, ...items: readonly string[]): Block => ({
  kind: 'list',
  ordered,
  items: items.map((text) => [{ text }]),
})

const everything = holding(
  heading(1, 'Zwembad'),
  paragraph('Dicht op ', { text: 'maandag', bold: true }, ' en ', { text: 'dinsdag', bold: true, italic: true }),
  heading(2, 'Wie merkt het?'),
  list(false, 'zwemmers', 'scholen'),
  list(true, 'eerst', 'dan'),
  heading(3, 'Geld'),
  table('Kosten per jaar', ['Post', 'Bedrag'], ['Energie', '€ 10'], ['Personeel', '€ 20']),
  table('', ['Post', 'Bedrag', 'Deel'], ['Energie', '€ 10', '5%']),
  paragraph({ text: 'Meer lezen', link: 'https://voorbeeld.nl/a?b=1&c="2"' }),
)

describe('the package', () => {
  const bytes = odt(everything)

  it('begins with its kind, stored as it is, where programs look for it', () => {
    expect(readOdt(bytes).files.map(({ name }) => name)).toEqual([
      'mimetype',
      'META-INF/manifest.xml',
      'content.xml',
      'styles.xml',
      'meta.xml',
    ])
    expect(readOdt(bytes).files[0]?.compression).toBe(0)
    // 30 bytes of header, no extra field, 8 letters of the name.
    expect(Buffer.from(bytes.subarray(30, 38 + 39)).toString('latin1')).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text',
    )
  })

  it('names every part in its manifest', () => {
    expect(
      elementsOf(readOdt(bytes).manifest, 'manifest:file-entry').map(({ attributes }) => attributes),
    ).toMatchObject([
      { 'manifest:full-path': '/', 'manifest:media-type': 'application/vnd.oasis.opendocument.text' },
      { 'manifest:full-path': 'content.xml', 'manifest:media-type': 'text/xml' },
      { 'manifest:full-path': 'styles.xml', 'manifest:media-type': 'text/xml' },
      { 'manifest:full-path': 'meta.xml', 'manifest:media-type': 'text/xml' },
    ])
  })

  it('says in each part that it is ODF 1.3', () => {
    const { manifest, content, styles, meta } = readOdt(bytes)
    expect(manifest.attributes['manifest:version']).toBe('1.3')
    for (const part of [content, styles, meta]) expect(part.attributes['office:version']).toBe('1.3')
  })

  it('is the same bytes for the same document, in every time zone', () => {
    const here = process.env['TZ']
    const hours = new Set<number>()
    const made = ['UTC', 'Pacific/Kiritimati', 'America/Sao_Paulo', 'Europe/Amsterdam'].map((zone) => {
      process.env['TZ'] = zone
      hours.add(new Date(created).getHours())
      return Buffer.from(odt(everything)).toString('base64')
    })
    if (here === undefined) delete process.env['TZ']
    else process.env['TZ'] = here
    expect(hours.size).toBe(4)
    expect(new Set(made).size).toBe(1)
  })

  it('can hold what was made before there were zips', () => {
    expect(() => odt({ ...everything, created: 0 as Instant })).not.toThrow()
  })

  it('defines every style that it names', () => {
    const { content, styles } = readOdt(bytes)
    const everywhere = (root: XmlElement): readonly XmlElement[] => [
      root,
      ...root.children.flatMap((child) => (typeof child === 'string' ? [] : everywhere(child))),
    ]
    const elements = [...everywhere(content), ...everywhere(styles)]
    const defined = new Set(elements.map(({ attributes }) => attributes['style:name']))
    const named = elements.flatMap(({ attributes }) =>
      Object.entries(attributes)
        .filter(([name]) => /-style-name$|^(text|table):style-name$|page-layout-name$|font-name$/.test(name))
        .map(([, value]) => value),
    )
    expect(named).toContain('Heading_20_3')
    expect([...new Set(named)].filter((name) => !defined.has(name))).toEqual([])
  })
})

describe('what the document is', () => {
  it.each([
    ['nl', 'nl', 'NL', 'nl-NL'],
    ['en', 'en', 'GB', 'en-GB'],
  ] as const)('in %s it is read aloud in that language', (language, code, country, tag) => {
    const { styles, meta } = readOdt(odt({ ...everything, language }))
    const [defaults] = elementsOf(styles, 'style:default-style')
    expect(elementsOf(defaults as XmlElement, 'style:text-properties')[0]?.attributes).toMatchObject({
      'fo:language': code,
      'fo:country': country,
    })
    expect(elementsOf(meta, 'dc:language').map(textIn)).toEqual([tag])
  })

  it('has its title, maker and time in its properties, and the title above the text', () => {
    const { meta, content } = readOdt(odt({ ...everything, title: 'Sport & <spel>', author: 'Gemeente Voorbeeld' }))
    expect(elementsOf(meta, 'dc:title').map(textIn)).toEqual(['Sport & <spel>'])
    expect(elementsOf(meta, 'dc:creator').map(textIn)).toEqual(['Gemeente Voorbeeld'])
    expect(elementsOf(meta, 'meta:creation-date').map(textIn)).toEqual(['2026-03-31T18:14:00.000Z'])
    expect(all(content, 'text:p')[0]).toBe('Sport & <spel>')
  })

  it('is printed on A4', () => {
    expect(elementsOf(readOdt(odt(everything)).styles, 'style:page-layout-properties')[0]?.attributes).toMatchObject({
      'fo:page-width': '21cm',
      'fo:page-height': '29.7cm',
    })
  })
})

describe('headings, lists and tables', () => {
  const content = contentOf(...everything.blocks)

  it('headings have their level in the outline', () => {
    const headings = elementsOf(content, 'text:h')
    expect(headings.map((one) => [one.attributes['text:outline-level'], shownIn(one)])).toEqual([
      ['1', 'Zwembad'],
      ['2', 'Wie merkt het?'],
      ['3', 'Geld'],
    ])
  })

  it('lists are lists, with dots or with numbers', () => {
    const lists = elementsOf(content, 'text:list')
    expect(lists.map((one) => [one.attributes['text:style-name'], all(one, 'text:list-item')])).toEqual([
      ['Bullets', ['zwemmers', 'scholen']],
      ['Numbers', ['eerst', 'dan']],
    ])
  })

  it('a table has a name of its own, its caption above it and as its title, and a header that returns on each page', () => {
    const [first, second] = elementsOf(content, 'table:table') as [XmlElement, XmlElement]
    expect(first.attributes['table:name']).not.toBe(second.attributes['table:name'])
    expect(all(first, 'table:title')).toEqual(['Kosten per jaar'])
    expect(all(content, 'text:p')).toContain('Kosten per jaar')
    expect(elementsOf(first, 'table:table-header-rows').flatMap((one) => all(one, 'text:p'))).toEqual([
      'Post',
      'Bedrag',
    ])
    expect(elementsOf(first, 'table:table-row').map((row) => all(row, 'table:table-cell'))).toEqual([
      ['Post', 'Bedrag'],
      ['Energie', '€ 10'],
      ['Personeel', '€ 20'],
    ])
    expect(elementsOf(second, 'table:title')).toEqual([])
  })

  it('every row of a table has a cell for every column', () => {
    const [one] = elementsOf(contentOf(table('Kort en lang', ['a', 'b'], ['1'], [], ['1', '2', '3'])), 'table:table')
    expect(elementsOf(one as XmlElement, 'table:table-row').map((row) => all(row, 'table:table-cell'))).toEqual([
      ['a', 'b', ''],
      ['1', '', ''],
      ['1', '2', '3'],
    ])
    expect(elementsOf(one as XmlElement, 'table:table-column')[0]?.attributes['table:number-columns-repeated']).toBe(
      '3',
    )
  })

  it('a table without columns has no header', () => {
    const without = contentOf(table('Los', [], ['1', '2']))
    expect(elementsOf(without, 'table:table-header-rows')).toEqual([])
    expect(elementsOf(without, 'table:table-row')).toHaveLength(1)
  })

  it('bold and italic are styles of words, and a link goes where it says', () => {
    const spans = elementsOf(content, 'text:span').map((span) => [span.attributes['text:style-name'], shownIn(span)])
    expect(spans).toEqual([
      ['Strong_20_Emphasis', 'maandag'],
      ['Strong_20_Emphasis', 'dinsdag'],
      ['Emphasis', 'dinsdag'],
    ])
    expect(elementsOf(content, 'text:a').map((link) => [link.attributes['xlink:href'], shownIn(link)])).toEqual([
      ['https://voorbeeld.nl/a?b=1&c=%222%22', 'Meer lezen'],
    ])
  })

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '../macro', ''])(
    'the link %j is only its words',
    (link) => {
      const content = contentOf(paragraph({ text: 'klik hier', link }))
      expect(elementsOf(content, 'text:a')).toEqual([])
      expect(all(content, 'text:p')).toContain('klik hier')
    },
  )
})

describe('what minutes need', () => {
  const minutes: Document = {
    ...holding(
      { kind: 'note', title: 'Let op', runs: [{ text: 'Drie zorgen' }] },
      {
        kind: 'bars',
        caption: 'Peiling',
        columns: ['Antwoord', 'Stemmen'],
        bars: [
          { label: 'Eens', amount: 17, shown: '17 (81%)' },
          { label: 'Zorg', amount: 4, shown: '4 (19%)' },
        ],
      },
      { kind: 'table', caption: 'Tijd', columns: ['Wat', 'Minuten'], rows: [['Welkom', '10']], numbers: [1] },
    ),
    subtitle: 'Themagroep Sport',
    author: 'Gemeente Voorbeeld',
    details: [
      { term: 'Datum', text: '31 maart 2026' },
      { term: '', text: ' ' },
      { term: 'Plaats', text: 'Raadzaal' },
    ],
    edition: { version: 'Versie 3', sha256: 'ab12' },
  }
  const { content, styles } = readOdt(odt(minutes))
  const paragraphs = elementsOf(content, 'text:p').map((one) => [one.attributes['text:style-name'], shownIn(one)])

  it('the subtitle and the details stand below the title, a line each', () => {
    expect(paragraphs.slice(0, 4)).toEqual([
      ['Title', 'Groenboek'],
      ['Subtitle', 'Themagroep Sport'],
      ['Details', 'Datum\t31 maart 2026'],
      ['Details', 'Plaats\tRaadzaal'],
    ])
  })

  it('a note is set apart, its title too', () => {
    expect(paragraphs.slice(4, 6)).toEqual([
      ['Note_20_Title', 'Let op'],
      ['Note', 'Drie zorgen'],
    ])
  })

  it('bars are a table, and numbers stand at the right', () => {
    expect(paragraphs.slice(6)).toEqual([
      ['Table', 'Peiling'],
      ['Table_20_Heading', 'Antwoord'],
      ['Table_20_Heading_20_Number', 'Stemmen'],
      ['Table_20_Contents', 'Eens'],
      ['Table_20_Contents_20_Number', '17 (81%)'],
      ['Table_20_Contents', 'Zorg'],
      ['Table_20_Contents_20_Number', '4 (19%)'],
      ['Table', 'Tijd'],
      ['Table_20_Heading', 'Wat'],
      ['Table_20_Heading_20_Number', 'Minuten'],
      ['Table_20_Contents', 'Welkom'],
      ['Table_20_Contents_20_Number', '10'],
    ])
  })

  it('every page has its number of how many, with the version and its hash; all but the first have the title', () => {
    const lines = (name: string) => elementsOf(styles, name).flatMap((one) => all(one, 'text:p'))
    expect(lines('style:footer')).toEqual(['Versie 3\t1 van 1', 'SHA-256 ab12'])
    expect(lines('style:footer-first')).toEqual(lines('style:footer'))
    expect(lines('style:header')).toEqual(['Groenboek\tGemeente Voorbeeld'])
    expect(lines('style:header-first')).toEqual([''])
  })

  it('in English it is "1 of 1", and without an edition the number stands alone', () => {
    const { styles } = readOdt(odt({ ...holding(), language: 'en' }))
    expect(elementsOf(styles, 'style:footer').flatMap((one) => all(one, 'text:p'))).toEqual(['\t1 of 1'])
  })
})

describe('nothing stands there to make space', () => {
  it('what has nothing to read is left out', () => {
    const content = contentOf(
      heading(1, ' '),
      paragraph(),
      paragraph('', '\n', ' \t'),
      list(false, '', ' '),
      list(false, '', 'één'),
      table('Leeg', []),
      table('Leeg', [], []),
      { kind: 'note', title: ' ', runs: [{ text: '' }] },
      { kind: 'bars', caption: 'Leeg', columns: ['Antwoord', 'Stemmen'], bars: [] },
    )
    expect(all(content, 'text:p')).toEqual(['Groenboek', 'één'])
    expect(elementsOf(content, 'text:list-item')).toHaveLength(1)
    expect([...elementsOf(content, 'text:h'), ...elementsOf(content, 'table:table')]).toEqual([])
  })

  it('a document may be empty', () => {
    expect(elementsOf(readOdt(odt({ ...holding(), title: '' })).content, 'office:text')[0]?.children).toEqual([])
  })
})

describe('characters', () => {
  it.each([
    ['<script>alert("x")</script> & <!-- -->', undefined],
    [']]>&amp;&#13;&lt;', undefined],
    ['  twee  en   drie  ', undefined],
    ['\teen\t \ttab\t', undefined],
    ['regel\nregel\n\nregel', undefined],
    ['Windows\r\noud\rnieuw', 'Windows\noud\nnieuw'],
    ['nul\u0000 bel\u0007 half\ud83d einde\uffff', 'nul\ufffd bel\ufffd half\ufffd einde\ufffd'],
    ['👩‍👩‍👧 é ﷽ \u00a0\u2028\u0085 𝔊', undefined],
  ])('%j comes out', (text, expected = text) => {
    expect(all(contentOf(heading(1, `x${text}`)), 'text:h')).toEqual([`x${expected}`])
  })

  it('white space next to other styles is kept', () => {
    const runs = [
      { text: 'een ' },
      { text: ' twee', bold: true },
      { text: ' ' },
      { text: ' ', italic: true },
      { text: 'drie ' },
    ]
    expect(all(contentOf({ kind: 'paragraph', runs }), 'text:p')[1]).toBe('een  twee  drie ')
  })
})

describe('any text survives', () => {
  const seed = seedOfToday()
  console.info(`seed ${seed}`)
  const options = { seed, numRuns: process.env['PROFILE'] === 'nightly' ? 3_000 : 300 }

  const awkward = fc.constantFrom(
    ...[' ', '  ', '\t', '\n', '\r', '\r\n', '<', '>', '&', '"', "'", ']]>', '<script>', '&#13;', '\u0000', '\u000b'],
    ...['\ud800', '\udc00', '\ufffe', '\uffff', '\u0085', '\u2028', '\u00a0', 'a', 'é', '👍'],
  )
  const anyText = fc
    .array(fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
    .map((parts) => parts.join(''))
  const anyRun: fc.Arbitrary<Run> = fc.record(
    {
      text: anyText,
      bold: fc.boolean(),
      italic: fc.boolean(),
      link: fc.oneof(anyText, fc.webUrl({ withQueryParameters: true })),
    },
    { requiredKeys: ['text'] },
  )
  const anyRuns = fc.array(anyRun, { maxLength: 5 })
  const anyBlock: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1, 2, 3), text: anyText }),
    fc.record({ kind: fc.constant('paragraph' as const), runs: anyRuns }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(anyRuns, { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      caption: anyText,
      columns: fc.array(anyText, { maxLength: 3 }),
      rows: fc.array(fc.array(anyText, { maxLength: 3 }), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('note' as const), title: anyText, runs: anyRuns }),
    fc.record({
      kind: fc.constant('bars' as const),
      caption: anyText,
      columns: fc.tuple(anyText, anyText),
      bars: fc.array(fc.record({ label: anyText, amount: fc.double(), shown: anyText }), { maxLength: 3 }),
    }),
  )

  const held = (text: string): string =>
    text.replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
  /** What a reader may expect: every line break is one, and a mark where a character cannot be held. */
  const shown = (text: string): string => held(text).replaceAll(/\r\n?/g, '\n')
  /** Nothing when there is nothing to read. */
  const line = (...runs: readonly Run[]): readonly string[] =>
    runs.some(({ text }) => /\S/.test(text)) ? [runs.map(({ text }) => shown(text)).join('')] : []

  const linesOf = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'heading':
        return line(block)
      case 'paragraph':
        return line(...block.runs)
      case 'list':
        return block.items.flatMap((item) => line(...item))
      case 'table': {
        const { caption, columns, rows } = block
        const width = Math.max(columns.length, ...rows.map((row) => row.length))
        if (width === 0) return []
        return [
          ...line({ text: caption }),
          ...[columns, ...rows]
            .filter((row) => row.length > 0)
            .flatMap((row) => Array.from({ length: width }, (_, at) => shown(row[at] ?? ''))),
        ]
      }
      case 'note':
        return [...line({ text: block.title ?? '' }), ...line(...block.runs)]
      case 'bars': {
        const { caption, columns, bars } = block
        const rows = [columns, ...bars.map(({ label, shown }) => [label, shown])]
        return bars.length === 0 ? [] : [...line({ text: caption }), ...rows.flat().map(shown)]
      }
    }
  }

  it('in every kind of block, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 6 }), (blocks) => {
        const content = contentOf(...blocks)
        const lines = elementsOf(content, 'office:text').flatMap(paragraphsIn)
        expect(lines).toEqual(['Groenboek', ...blocks.flatMap(linesOf)])
      }),
      options,
    )
  })

  it('in the properties', () => {
    fc.assert(
      fc.property(anyText, anyText, (title, author) => {
        const { meta } = readOdt(odt({ ...holding(), title, author }))
        expect(elementsOf(meta, 'dc:title').map(textIn)).toEqual([held(title)])
        expect(elementsOf(meta, 'dc:creator').map(textIn)).toEqual(author === '' ? [] : [held(author)])
      }),
      options,
    )
  })
})

/** Headings and paragraphs in their order. */
const paragraphsIn = (root: XmlElement): readonly string[] =>
  root.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'text:p' || child.name === 'text:h' ? [shownIn(child)] : paragraphsIn(child)
  })
