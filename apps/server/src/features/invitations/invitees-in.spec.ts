import { realNameMax } from '@witboek/domain'
import { chanceFrom, seedOfToday, type Chance } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { canBeMailed, inviteesIn, type WrittenInvitee } from './invitees-in.ts'

const [els, jan, mo] = ['els@voorbeeld.example', 'jan@voorbeeld.example', 'mo@voorbeeld.example']
const read = (text: string) =>
  inviteesIn(text).map(({ line, name, email, language, problem }) => [
    line,
    problem ?? email,
    ...(name || language === 'en' ? [name] : []),
    ...(language === 'en' ? ['en'] : []),
  ])

describe('[INVITE-2] a list that was pasted', () => {
  it.each<[string, string, unknown[][]]>([
    ['one address', els, [[1, els]]],
    [
      'addresses under each other',
      `${els}\n\n  ${jan}  \r\n${mo}\r`,
      [
        [1, els],
        [3, jan],
        [4, mo],
      ],
    ],
    [
      'addresses between commas and semicolons',
      `${els}, ${jan};${mo};`,
      [
        [1, els],
        [1, jan],
        [1, mo],
      ],
    ],
    [
      'addresses with spaces between them',
      `${els} ${jan}`,
      [
        [1, els],
        [1, jan],
      ],
    ],
    [
      'as a mail program writes them',
      `Els van Dijk <${els}>, "Vries, Jan de" <${jan}>; <${mo}>`,
      [
        [1, els, 'Els van Dijk'],
        [1, jan, 'Vries, Jan de'],
        [1, mo],
      ],
    ],
    [
      'as a mail program writes them, without a mark between',
      `Els <${els}> Jan <${jan}>`,
      [
        [1, els, 'Els'],
        [1, jan, 'Jan'],
      ],
    ],
    [
      'capitals and a link',
      `MAILTO:Els@Voorbeeld.Example\nmailto:${jan}`,
      [
        [1, els],
        [2, jan],
      ],
    ],
    [
      'a name and an address',
      `Els van Dijk; ${els}\n${jan}\tJan de Vries\nMo, Azarfane, ${mo}`,
      [
        [1, els, 'Els van Dijk'],
        [2, jan, 'Jan de Vries'],
        [3, mo, 'Mo Azarfane'],
      ],
    ],
    [
      'languages',
      `Els;${els};en\n${jan},nl\nEn;${mo}\nMo <${mo}>, English`,
      [
        [1, els, 'Els', 'en'],
        [2, jan],
        [3, mo, 'En'],
        [4, mo, 'Mo', 'en'],
      ],
    ],
    ['a comma in a name, in a table with semicolons', `Dijk, Els van;${els}`, [[1, els, 'Dijk, Els van']]],
    [
      'quotes in a name',
      `"Els ""de zwemmer""";${els}\n5" pijp;${jan}`,
      [
        [1, els, 'Els "de zwemmer"'],
        [2, jan, '5" pijp'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each<[string, string, unknown[][]]>([
    [
      'with a comma',
      `Naam,E-mail,Taal\nEls,${els},en\n"Vries, Jan de",${jan},nl\n`,
      [
        [2, els, 'Els', 'en'],
        [3, jan, 'Vries, Jan de'],
      ],
    ],
    [
      'with a semicolon, a mark in front and ends of lines as in Windows',
      `\uFEFFe-mailadres;naam\r\n${els};Els\r\n;\r\n${jan};`,
      [
        [2, els, 'Els'],
        [4, jan],
      ],
    ],
    [
      'with tabs and other columns',
      `Nr\tVoornaam\tTussenvoegsel\tAchternaam\tEmail\n1\tEls\tvan\tDijk\t${els}`,
      [[2, els, 'Els van Dijk']],
    ],
    [
      'in English',
      `Name,Email address,Language\nEls,${els},English\nJan,${jan},Dutch\nMo,${mo},fr`,
      [
        [2, els, 'Els', 'en'],
        [3, jan, 'Jan'],
        [4, mo, 'Mo'],
      ],
    ],
    [
      'with lines in a cell',
      `naam;mail\n"Els\nvan Dijk";${els}\nJan;${jan}`,
      [
        [2, els, 'Els van Dijk'],
        [4, jan, 'Jan'],
      ],
    ],
    ['with an address as a mail program writes it', `E-mail;Taal\nEls <${els}>;en`, [[2, els, 'Els', 'en']]],
    [
      'with one column',
      `\nE-mail:\n${els}\n${jan}`,
      [
        [3, els],
        [4, jan],
      ],
    ],
    [
      'with a quote that nobody closes',
      `naam;email\n"Els;${els}\nJan;${jan}`,
      [
        [2, els, '"Els'],
        [3, jan, 'Jan'],
      ],
    ],
    [
      'with rows that are too short',
      `naam;email\nEls\nJan;${jan};nog iets`,
      [
        [2, 'no-address', 'Els'],
        [3, jan, 'Jan'],
      ],
    ],
  ])('is read by the names over its columns: %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('says of each line that is nobody what stands there', () => {
    const lines = [
      'Els van Dijk',
      'els@voorbeeld',
      '@',
      'els@@voorbeeld.example',
      'els@.example',
      'els @voorbeeld.example',
    ]
    expect(inviteesIn(lines.join('\n')).map(({ line, problem }) => [line, problem])).toEqual(
      expect.arrayContaining(lines.map((_, i) => [i + 1, 'no-address'])),
    )
    expect(inviteesIn('Els van Dijk')[0]).toMatchObject({ email: 'Els van Dijk', problem: 'no-address' })
  })

  it('says that a name is too long, and keeps what fits of it', () => {
    const [row] = inviteesIn(`${'e'.repeat(realNameMax + 1)};${els}`)
    expect(row).toMatchObject({ email: els, name: 'e'.repeat(realNameMax), problem: 'name-too-long' })
  })

  it('is empty when nothing is in it', () => {
    for (const text of ['', '\n \n', '\uFEFF', 'naam;e-mail\n', ';;;']) expect(inviteesIn(text)).toEqual([])
  })

  it.each(['<', '"', ',', '@', '"<', 'a@b.nl,', '\n', ' '])('is read in a moment, also when it is only %j', (piece) => {
    const before = performance.now()
    inviteesIn(piece.repeat(Math.floor(200_000 / piece.length)))
    expect(performance.now() - before).toBeLessThan(3_000)
  })

  it('lets no name carry more than a name', () => {
    expect(read(`Els\u202E\u0000 van Dijk;${els}`)).toEqual([[1, els, 'Els van Dijk']])
    expect(read(`<script>alert(1)</script>;${els}`)).toEqual([[1, els, '<script>alert(1)</script>']])
  })
})

describe('a list that a program made', () => {
  const seed = seedOfToday()
  const runs = process.env['PROFILE'] === 'nightly' ? 4_000 : 400

  it(`[INVITE-2] gives back everybody who is in it, in order (seed ${seed})`, () => {
    const chance = chanceFrom(seed)
    for (let run = 0; run < runs; run++) {
      const people = aList(chance)
      for (const text of written(people, chance))
        expect(
          inviteesIn(text).map(({ name, email, language, problem }) => ({ name, email, language, problem })),
          `seed ${seed}, run ${run}: ${JSON.stringify(text)}`,
        ).toEqual(people.map((person) => ({ ...person, problem: null })))
    }
  })

  it(`[INVITE-2] whatever is in it, is read without a word of it getting lost or a line getting a wrong number (seed ${seed})`, () => {
    const chance = chanceFrom(seed + 1)
    for (let run = 0; run < runs; run++) {
      const text = Array.from({ length: chance.below(60) }, () => chance.pick(awkward)).join('')
      const found = inviteesIn(text)
      const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|[\n\u2028\u2029]/)
      for (const row of found) {
        expect(row.line, `seed ${seed}, run ${run}`).toBeLessThanOrEqual(lines.length)
        expect(
          row.problem !== null || canBeMailed(row.email),
          `seed ${seed}, run ${run}: ${JSON.stringify(text)}`,
        ).toBe(true)
        if (row.problem === null)
          expect(
            lines
              .slice(row.line - 1)
              .join('\n')
              .toLowerCase(),
          ).toContain(row.email)
      }
      expect(inOrder(found), `seed ${seed}, run ${run}`).toBe(true)
    }
  })
})

const awkward = [
  ...[els, 'Jan@Voorbeeld.Example', 'x@y', '@', 'Els', 'é', '日本', '🏊', '\u202E', '\u0000'],
  ...[
    '"',
    '""',
    ';',
    ',',
    '\t',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '<',
    '>',
    '<script>',
    '\uFEFF',
    '\u2028',
    'e-mail',
    'naam;e-mail\n',
  ],
]

type Listed = Pick<WrittenInvitee, 'name' | 'email' | 'language'>

const names = [
  'Els van Dijk',
  'Vries, Jan de',
  'Ömer Kaplan',
  'Chloé "Co" Smit',
  "d'Ancona",
  'Tan; Jia Hui',
  '李娜',
  '',
  'O’Brien-Ağa',
]

const aList = (chance: Chance): readonly Listed[] =>
  Array.from({ length: 1 + chance.below(12) }, (_, i) => ({
    name: chance.pick(names),
    email: `expert-${i}@${chance.pick(['voorbeeld.example', 'mail.voorbeeld.example'])}`,
    language: chance.pick(['nl', 'en'] as const),
  }))

/** The same list as programs of several kinds save it. */
function written(people: readonly Listed[], chance: Chance): readonly string[] {
  const end = chance.pick(['\n', '\r\n'])
  const mark = chance.pick([';', ',', '\t'])
  const quoted = (cell: string) =>
    /["\n\t;,]/.test(cell) || chance.below(3) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell
  const head = chance.pick([
    ['naam', 'e-mail', 'taal'],
    ['Name', 'Email', 'Language'],
  ])
  const rows = people.map(({ name, email, language }) => [name, email, language].map(quoted).join(mark))
  const mailbox = ({ name, email, language }: Listed) =>
    `${name ? `"${name.replaceAll('"', '')}" ` : ''}<${email}>${language === 'en' ? `${mark} en` : ''}`
  const plain = people.every(({ name }) => !name.includes('"'))
  return [
    chance.pick(['', '\uFEFF']) + [head.join(mark), ...rows].join(end) + chance.pick(['', end]),
    rows.join(end),
    ...(plain ? [people.map(mailbox).join(chance.pick([end, `${mark} `]))] : []),
  ]
}

const inOrder = (rows: readonly WrittenInvitee[]): boolean =>
  rows.every(({ line }, i) => line >= 1 && line >= (rows[i - 1]?.line ?? 1))
