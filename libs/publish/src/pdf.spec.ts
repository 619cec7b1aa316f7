import type { Instant, Run } from '@witboek/domain'
import { seedOfToday } from '@witboek/testkit'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { heading, paragraph, type Block, type Document } from './document.ts'
import { readFonts } from './pdf/fonts.ts'
import { lettersOf } from './pdf/letters.ts'
import { shownLine } from './pdf/shown-line.ts'
import { PdfRenderer } from './pdf.ts'
import { isBlank } from './runs.ts'
import { openedPdf, tagsOf, textIn, type Tag } from './testing/pdf.ts'

const created = Date.UTC(2026, 2, 31, 18, 14) as Instant
const holding = (...blocks: readonly Block[]): Document => ({ title: 'Verslag', language: 'nl', created, blocks })

const renderer = new PdfRenderer()
afterAll(() => renderer.close())

async function bytesOf(document: Document): Promise<Uint8Array> {
  const made = await renderer.pdf(document)
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value
}
const open = async (document: Document) => openedPdf(await bytesOf(document))
const texts = (root: Tag, role: string) => tagsOf(root, role).map(textIn)

const minutes: Document = {
  ...holding(
    heading(1, 'Besloten'),
    paragraph('Dicht op ', { text: 'maandag', bold: true }, ', ', { text: 'lees meer', link: 'https://voorbeeld.nl' }),
    { kind: 'note', title: 'Let op', runs: [{ text: 'Drie zorgen' }] },
    { kind: 'list', ordered: false, items: [[{ text: 'zwemmers' }], [{ text: 'scholen' }]] },
    { kind: 'list', ordered: true, items: [[{ text: 'eerst' }], [{ text: 'dan' }]] },
    heading(2, 'Peilingen'),
    {
      kind: 'bars',
      caption: 'Sluiten op maandag?',
      columns: ['Antwoord', 'Stemmen'],
      bars: [
        { label: 'Eens', amount: 17, shown: '17 (81%)' },
        { label: 'Zorg', amount: 4, shown: '4 (19%)' },
      ],
    },
    heading(3, 'Geld'),
    { kind: 'table', caption: 'Kosten', columns: ['Post', 'Euro'], rows: [['Energie', '€ 10']], numbers: [1] },
    { kind: 'table', caption: '', columns: [], rows: [['los', 'ding']] },
  ),
  subtitle: 'Themagroep Sport',
  author: 'Gemeente Voorbeeld',
  details: [
    { term: 'Datum', text: '31 maart 2026' },
    { term: 'Plaats', text: 'Raadzaal' },
  ],
  edition: { version: 'Versie 3', sha256: 'ab12'.repeat(16) },
}

describe('what a screen reader finds', () => {
  it.each([
    ['nl', 'nl-NL'],
    ['en', 'en-GB'],
  ] as const)('in %s it is read aloud in that language', async (language, tag) => {
    const { language: spoken, metadata } = await open({ ...minutes, language })
    expect(spoken).toBe(tag)
    expect(metadata).toContain(`<dc:language><rdf:Bag><rdf:li>${tag}</rdf:li>`)
  })

  it('a tagged file to the rules of PDF/UA-1, called by its title, with its maker and its time', async () => {
    const { tagged, titleShown, metadata, properties } = await open({ ...minutes, title: 'Sport & <spel>' })
    expect([tagged, titleShown]).toEqual([true, true])
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(properties).toMatchObject({
      Title: 'Sport & <spel>',
      Author: 'Gemeente Voorbeeld',
      CreationDate: 'D:20260331181400Z',
    })
  })

  it('everything in its order, as what it is', async () => {
    const { tags } = await open(minutes)
    const told = ({ role, children }: Tag): string => {
      const inside = children.filter((child) => typeof child !== 'string' && child.role !== 'Span') as readonly Tag[]
      return inside.length === 0 ? role : `${role}(${inside.map(told).join(' ')})`
    }
    const item = 'LI(Lbl LBody)'
    expect(tags.children.map((child) => (typeof child === 'string' ? child : told(child)))).toEqual([
      ...['P', 'P', 'P', `L(${item} ${item})`],
      ...['H1', 'P(Link)', 'P', 'P', `L(${item} ${item})`, `L(${item} ${item})`],
      ...['H2', 'Table(Caption THead(TR(TH TH)) TBody(TR(TD TD) TR(TD TD)))'],
      ...['H3', 'Table(Caption THead(TR(TH TH)) TBody(TR(TD TD)))', 'Table(TR(TD TD))'],
    ])
    expect(texts(tags, 'P')).toEqual([
      ...['Gemeente Voorbeeld', 'Verslag', 'Themagroep Sport'],
      ...['Dicht op maandag, lees meer', 'Let op', 'Drie zorgen'],
    ])
    expect(texts(tags, 'Lbl')).toEqual(['Datum', 'Plaats', '•', '•', '1.', '2.'])
    expect(texts(tags, 'LBody')).toEqual(['31 maart 2026', 'Raadzaal', 'zwemmers', 'scholen', 'eerst', 'dan'])
  })

  it('the header of each column, and no more in the cells than their words', async () => {
    const { tags } = await open(minutes)
    expect(tagsOf(tags, 'TH').map((cell) => [cell.scope, textIn(cell)])).toEqual([
      ['Column', 'Antwoord'],
      ['Column', 'Stemmen'],
      ['Column', 'Post'],
      ['Column', 'Euro'],
    ])
    expect(texts(tags, 'TD')).toEqual(['Eens', '17 (81%)', 'Zorg', '4 (19%)', 'Energie', '€ 10', 'los', 'ding'])
    expect(texts(tags, 'Caption')).toEqual(['Sluiten op maandag?', 'Kosten'])
  })

  it('a table and its caption as one, wherever the page ends', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => [String(at), 'x'])
    const small: Block = { kind: 'table', caption: 'Klein', columns: ['a', 'b'], rows }
    for (let lines = 20; lines < 32; lines++) {
      const before = Array.from({ length: lines }, () => paragraph('regel'))
      const { tags, pages } = await open(holding(...before, small, heading(1, 'Verder'), paragraph('x '.repeat(2_000))))
      expect(pages.length).toBeGreaterThan(1)
      expect(tagsOf(tags, 'Table').flatMap((table) => texts(table, 'Caption'))).toEqual(['Klein'])
      expect(tags.children.filter((child) => typeof child !== 'string' && child.role === 'Div')).toEqual([])
    }
  })
})

describe('what an eye finds', () => {
  const long = holding({
    kind: 'table',
    caption: 'Agenda',
    columns: ['Onderdeel', 'Minuten'],
    rows: Array.from({ length: 100 }, (_, at) => [`Onderdeel ${at}`, '10']),
    numbers: [1],
  })

  it('A4, in letters that come with us', async () => {
    const { pages, fonts } = await open(minutes)
    expect(pages.map(({ size }) => size.map(Math.round))).toEqual([[595, 842]])
    expect(fonts).toEqual(['NotoSans-Bold', 'NotoSans-Regular'])
  })

  it('on every page its number of how many, with the version and its hash; on all but the first the title and the header of the table', async () => {
    const { pages } = await open({ ...minutes, blocks: long.blocks })
    const foot = (page: number) => `Versie 3SHA-256 ${minutes.edition?.sha256}${page} van 3`
    expect(pages.map(({ artifacts }) => artifacts)).toEqual([
      [foot(1)],
      ['VerslagGemeente Voorbeeld', 'Onderdeel', 'Minuten', foot(2)],
      ['VerslagGemeente Voorbeeld', 'Onderdeel', 'Minuten', foot(3)],
    ])
  })

  it('in English it is "1 of 3", and without an edition the number stands alone', async () => {
    const { pages } = await open({ ...long, language: 'en' })
    expect(pages.map(({ artifacts }) => artifacts.at(-1))).toEqual(['1 of 3', '2 of 3', '3 of 3'])
  })
})

describe('the bytes', () => {
  it('are the same for the same document, from whatever process', async () => {
    const other = new PdfRenderer()
    try {
      const [one, again, elsewhere] = [await bytesOf(minutes), await bytesOf(minutes), await other.pdf(minutes)]
      expect(Buffer.compare(one, again)).toBe(0)
      expect(elsewhere.ok && Buffer.compare(one, elsewhere.value)).toBe(0)
    } finally {
      await other.close()
    }
  })

  it('are others at another time', async () => {
    const later = { ...minutes, created: (created + 1_000) as Instant }
    expect(Buffer.compare(await bytesOf(minutes), await bytesOf(later))).not.toBe(0)
  })
})

describe('text is only text', () => {
  const awkward = [
    '#eval("1 + 1") #panic() #include "/etc/passwd" #read("document.typ")',
    '*vet* _schuin_ `code` ```raw``` $x^2$ $ sum $',
    '"dubbel" \'enkel\' -- --- ... ~ \\ \\u{41} \\n',
    '= kop == kop - streep + plus / term: 1. een <label> @ref [haak] {accolade} ; // en /* niets */',
    'https://voorbeeld.nl/a?b=1&c=2#d naam@voorbeeld.nl %d {0} ${x}',
  ].join(' ')

  it('wherever it stands', async () => {
    const { tags, properties, pages } = await open({
      ...holding(
        heading(1, awkward),
        paragraph(awkward, { text: awkward, bold: true, italic: true, link: 'https://voorbeeld.nl/"#eval("1")' }),
        { kind: 'list', ordered: false, items: [[{ text: awkward }]] },
        { kind: 'note', title: awkward, runs: [{ text: awkward }] },
        { kind: 'table', caption: awkward, columns: [awkward], rows: [[awkward]] },
        {
          kind: 'bars',
          caption: awkward,
          columns: [awkward, awkward],
          bars: [{ label: awkward, amount: 1, shown: awkward }],
        },
      ),
      title: awkward,
      subtitle: awkward,
      author: awkward,
      details: [{ term: awkward, text: awkward }],
      edition: { version: awkward, sha256: awkward },
    })
    // The lines of a text end where the paper does, with a soft hyphen in a word.
    const whole = (text: string) => text.replaceAll(/[ \u00ad]/g, '')
    const once = whole(awkward)
    const found = (root: Tag, role: string) => texts(root, role).map(whole)
    expect(found(tags, 'P')).toEqual([once, once, once, once + once, once, once])
    expect(found(tags, 'H1')).toEqual([once])
    expect(found(tags, 'Lbl')).toEqual([once, '•'])
    expect(found(tags, 'LBody')).toEqual([once, once])
    for (const role of ['Caption', 'TH', 'TD']) for (const text of found(tags, role)) expect(text).toBe(once)
    expect(properties).toMatchObject({ Title: awkward, Author: awkward })
    expect(whole(pages[1]?.artifacts.join('') ?? '')).toContain(once + once)
  })

  it('a hash is broken where the paper ends, and read as one', async () => {
    const hash = 'e3b0c44298fc1c149afbf4c8996fb924'.repeat(4)
    const { tags } = await open(holding({ kind: 'table', caption: '', columns: [], rows: [[hash, 'x', hash]] }))
    expect(texts(tags, 'TD')).toEqual([hash, 'x', hash])
  })

  it('no word runs into that of the next line', async () => {
    const { tags } = await open(holding(paragraph('regel een\nregel twee\r\n\rregel vier')))
    expect(texts(tags, 'P').at(-1)).toBe('regel een regel twee  regel vier')
  })

  it('a sign that the letters do not have leaves a mark, and the file is made', async () => {
    const { tags } = await open(holding(paragraph('mooi 中!\u0000')))
    expect(texts(tags, 'P').at(-1)).toBe('mooi \ufffd!\ufffd')
  })

  const signs = 'x ≤ 3 → ✓ ≠ =\u0338 ❤️ 👩‍👩‍👧 👍🏽 🇳🇱 1️⃣'
  it('emoji, arrows and signs of mathematics are letters like others, read once, wherever they stand', async () => {
    const { tags, properties, fonts } = await open({
      ...holding(heading(1, signs), paragraph({ text: signs, bold: true }, { text: signs, italic: true }), {
        kind: 'table',
        caption: signs,
        columns: [signs],
        rows: [[signs]],
      }),
      title: signs,
    })
    for (const role of ['H1', 'Caption', 'TH', 'TD']) expect(texts(tags, role)).toEqual([signs])
    expect(texts(tags, 'P')).toEqual([signs, signs + signs])
    expect(properties).toMatchObject({ Title: signs })
    expect(new Set(fonts.map((font) => font.split('-')[0]))).toEqual(new Set(['NotoSans', 'NotoSansMath', 'NotoEmoji']))
  })

  it('a line with such a sign is as high as any other', async () => {
    const lines = (text: string) => holding(paragraph(Array.from({ length: 400 }, () => text).join('\n')))
    const pagesOf = async (text: string) => (await open(lines(text))).pages.length
    expect(await pagesOf('👍 → ✓')).toBe(await pagesOf('x'))
  })

  const letters = lettersOf(readFonts())

  it('each letter that a family has can be shown, upright and slanted, plain and bold', async () => {
    const all = letters.flatMap((family) => Array.from(family, (letter) => String.fromCodePoint(letter))).join(' ')
    const four = [{}, { bold: true }, { italic: true }, { bold: true, italic: true }]
    const { tags } = await open(holding(...four.map((style) => paragraph({ text: all, ...style }))))
    const letter = (text: string) => text.replaceAll(/[\s\p{M}\p{Default_Ignorable_Code_Point}]/gu, '').normalize('NFC')
    const found = texts(tags, 'P').slice(1)
    expect(found.map((text) => letter(text) === letter(all))).toEqual([true, true, true, true])
  })

  const seed = seedOfToday()
  console.info(`seed ${seed}`)
  const special = fc.constantFrom(
    ...'#*_$`\\"<>@[]{} ',
    ...['//', '/*', '\n', '\r\n', '\t', '  '],
    ...'\u0000\ud800\ufeff\u00ad\u200b\u200d\u202e\u2028\u0085\u20e3\ufe0f',
    ...['e\u0301', 'é', '→', '≤', '≠', '✓', '👍🏽', '👩‍👩‍👧', '🏽', '❤️', '🇳🇱', '1️⃣', 'س', 'ﷺ', '中'],
  )
  const anyText = fc
    .array(fc.oneof(special, fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ maxLength: 30 })), {
      maxLength: 8,
    })
    // Where a font has no letter for it and its mark together, as A᷃, Typst tells the two of them twice. It shows them once.
    .map((parts) => parts.join('').replaceAll(/(?<!e)(?![\ufe0f\u20e3])\p{M}/gu, ''))
  const anyRuns: fc.Arbitrary<readonly Run[]> = fc.array(
    fc.record({ text: anyText, bold: fc.boolean(), italic: fc.boolean() }),
    { minLength: 1, maxLength: 3 },
  )
  /** What is there to see, line breaks and white space aside. */
  const seen = (text: string) =>
    text.replaceAll(/[\s\p{Default_Ignorable_Code_Point}\u0000-\u001f]/gu, '').normalize('NFC')
  const expected = (text: string) =>
    seen(
      text
        .split(/\r\n?|\n|\t/)
        .map((line) => shownLine(letters, line))
        .join(''),
    )

  it('whatever it is, every file is made and holds it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRuns, anyText, anyText, async (runs, cell, title) => {
        const { tags } = await open({
          ...holding(heading(1, 'begin'), { kind: 'paragraph', runs }, heading(1, 'eind'), {
            kind: 'table',
            caption: '',
            columns: ['kop'],
            rows: [[cell]],
          }),
          title: `x${title}`,
        })
        const [first = '', ...others] = texts(tags, 'P')
        expect(seen(first)).toBe(expected(`x${title}`))
        const written = runs.map(({ text }) => text).join('\n')
        expect(seen(others.join(''))).toBe(isBlank(written) ? '' : expected(written))
        expect(seen(texts(tags, 'TD').join(''))).toBe(expected(cell))
      }),
      { seed, numRuns: process.env['PROFILE'] === 'nightly' ? 3_000 : 200 },
    )
  }, 600_000)
})

describe('what is no accessible document', () => {
  it('has no title, and is refused with what Typst says of it', async () => {
    expect(await renderer.pdf({ ...holding(), title: ' ' })).toEqual({
      ok: false,
      refusal: { code: 'pdf-not-accessible', objections: ['missing document title'] },
    })
  })

  it('may have nothing but a title', async () => {
    expect(texts((await open(holding())).tags, 'P')).toEqual(['Verslag'])
  })

  it('may begin with a small heading, and have a table of a header alone', async () => {
    const blocks = [heading(3, 'klein'), { kind: 'table', caption: 'Leeg', columns: ['a'], rows: [] } as const]
    expect(texts((await open(holding(...blocks))).tags, 'H1')).toEqual(['klein'])
  })
})
