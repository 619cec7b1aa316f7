import {
  admissionStates,
  consentTexts,
  editRefusals,
  invitationStates,
  questionKinds,
  reportOutcomes,
  roles,
  type Instant,
} from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import type { Block } from './document.ts'
import { odt } from './odt.ts'
import { ownDataDocument } from './own-data-document.ts'
import { ownDataJson } from './own-data-json.ts'
import type { OwnData } from './own-data.ts'
import { readOdt, shownIn } from './testing/odt.ts'
import { ownDataOfNobody, ownDataOfNoor } from './testing/own-data-of.ts'
import { elementsOf } from './testing/xml.ts'

const nl = textsIn('nl')
const ruled = <Outcome>(outcome: Outcome) => ({ outcome, at: ownDataOfNoor.at, reason: 'x' })
const documentOf = (data: OwnData) => ownDataDocument(data, nl, 'nl')
const tables = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'table')
const headings = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))

describe('somebody’s own data as a document', () => {
  const { blocks } = documentOf(ownDataOfNoor)

  it('is in the language of the texts, made when the data was gathered', () => {
    expect(documentOf(ownDataOfNoor)).toMatchObject({ title: 'Uw gegevens', language: 'nl', created: ownDataOfNoor.at })
    expect(ownDataDocument(ownDataOfNoor, textsIn('en'), 'en')).toMatchObject({ title: 'Your data', language: 'en' })
  })

  it('has a part for everything that is kept, and one about what its reader can do', () => {
    expect(blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []))).toEqual([
      'Wie u bent',
      'Uw plaatsen',
      'Waar u mee instemde',
      'Waar u bent ingelogd',
      'Uw passkeys',
      'Het adres van uw agenda',
      'Mail over bijeenkomsten',
      'Aanmelden via een andere dienst',
      'Uitnodigingen aan u',
      'Bijeenkomsten waar u binnenkwam met een code',
      'Wat u deed op bijeenkomsten',
      'Uw aantekeningen',
      'Uw stemmen in peilingen',
      'Wat u schreef',
      'Wat opzij is gezet',
      'Wat u als Chef schreef',
      'Wat u deed',
      'Wat u kunt doen',
    ])
  })

  it('says of every part why it is kept and for how long', () => {
    const bold = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs.filter((run) => run.bold) : []))
    expect(bold.filter(({ text }) => text === 'Waarom we dit bewaren: ')).toHaveLength(17)
    expect(bold.filter(({ text }) => text === 'Hoe lang: ')).toHaveLength(17)
  })

  it('tells the data in tables, in words', () => {
    const evening = 'Eerste avond, 4 maart 2026 om 19:14'
    expect(tables(blocks).map(({ rows }) => rows)).toEqual([
      [
        ['Naam in de dialoog', 'Noor'],
        ['Echte naam', 'Noor de Vries'],
        ['E-mailadres', 'noor@voorbeeld.nl'],
        ['Taal', 'Nederlands'],
        ['Wat u meebrengt', 'Zwemt elke <week> & fietst'],
        ['Nummer in het systeem', 'person-12'],
      ],
      [
        ['Expert', 'Sport'],
        ['Raadslid', 'de hele dialoog'],
      ],
      [['Meedoen aan de dialoog', '2', '1 maart 2026 om 19:14']],
      [
        ['Firefox op Windows', '30 maart 2026 om 20:14', '31 maart 2026 om 20:14'],
        ['niet bekend', '29 maart 2026 om 20:14', 'niet bekend'],
      ],
      [
        ['Mijn telefoon', '2 maart 2026 om 19:14', '30 maart 2026 om 20:14'],
        ['Sleutelhanger', '3 maart 2026 om 19:14', 'niet bekend'],
      ],
      [['U hebt een geheim adres voor uw agenda.']],
      [['U wilt geen mail over bijeenkomsten.']],
      [['https://inloggen.voorbeeld.nl', '17']],
      [
        [
          'Expert, Sport',
          'N. de Vries\nnoor@voorbeeld.nl',
          'Doet u mee?\nTot dan!',
          '1 maart 2026 om 19:14',
          'aangenomen',
        ],
        ['Gast, de hele dialoog', 'n@voorbeeld.nl', '', 'nog niet verstuurd', 'wacht op verzending'],
      ],
      [['Eerste avond', '4 maart 2026 om 19:14', '5 maart 2026 om 19:14', 'binnengelaten, u mocht meeschrijven']],
      [
        [evening, '4 maart 2026 om 19:14 – 5 maart 2026 om 19:14', 'u was er', 'in de zaal, Expert'],
        [evening, '6 maart 2026 om 19:14 – u bent er nog', 'u was er', 'thuis, Expert'],
        [evening, '4 maart 2026 om 19:14', 'u vroeg het woord', 'over het bad\nu sprak 2\u00a0min 30\u00a0s'],
        [evening, '4 maart 2026 om 19:14', 'u vroeg het woord', 'u sprak 30\u00a0s'],
        [evening, '5 maart 2026 om 19:14', 'u vroeg het woord', 'u had het woord niet'],
        [evening, '', 'u had het woord', '2 keer, samen 3\u00a0min'],
        [evening, '4 maart 2026 om 19:14', 'vraag', 'Wat kost het bad?\nbeantwoord'],
        [
          ...[evening, '4 maart 2026 om 19:14', 'opmerking'],
          [
            ...['Zonde van het bad', 'nog open', 'Uit beeld gehaald. Reden: Hoort hier niet'],
            'U was het er niet mee eens: Het gaat over geld',
            'De leiding besliste: het blijft uit beeld. Reden: De Chef heeft gelijk',
          ].join('\n'),
        ],
        [
          ...[evening, '4 maart 2026 om 19:14', 'melding'],
          'Over een persoon\nValt mij in de rede\nU had gelijk. Reden: Dat klopt',
        ],
        [
          evening,
          '5 maart 2026 om 19:14',
          'melding',
          'Over iemand die u zelf beschreef:\nDe man met de rode trui\nNiet netjes\nNog niet beslist.',
        ],
      ],
      [['Eerste avond', '4 maart 2026 om 19:14', 'Vraag Bram naar het bad']],
      [
        [evening, 'Op welke dag dicht?', '4 maart 2026 om 19:14', '1. Maandag\n2. Zondag'],
        [evening, 'Wie is voor?', 'niet bekend', 'uw hand is in de zaal geteld'],
        [evening, 'Wie spreekt voor ons?', 'niet bekend', 'u deed mee; wat u koos, is geheim'],
      ],
      [],
      [
        ['Groenboek Zorg: Kaders', '6 maart 2026 om 19:14', 'opmerking', 'Mooi <zo>'],
        ['Groenboek Zorg', '7 maart 2026 om 19:14', 'reden van een slot', 'Eerst praten'],
      ],
      [['31 maart 2026 om 20:14', 'parked:hand-over', 'parked-3']],
    ])
  })

  it('has what was written and what was set aside by section, with the reason', () => {
    expect(headings(blocks)).toContain('Groenboek Sport: Wie merkt er iets van?')
    const after = blocks.slice(
      blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Groenboek Sport: Kaders'),
    )
    expect(after.slice(1, 3)).toEqual([
      {
        kind: 'paragraph',
        runs: [{ text: '30 maart 2026 om 20:14 – Het hoofdstuk was vergrendeld. – alleen u ziet dit' }],
      },
      { kind: 'paragraph', runs: [{ text: 'te laat' }] },
    ])
  })

  it('says where nothing is kept, and shows no empty table', () => {
    const nobody = documentOf(ownDataOfNobody).blocks
    expect(tables(nobody)).toHaveLength(1)
    expect(
      nobody.filter((block) => block.kind === 'paragraph' && block.runs[0]?.text === nl.ownData.nothing),
    ).toHaveLength(16)
  })

  it('has a caption and a header on each of its own tables, as wide as its rows', () => {
    for (const { caption, columns, rows } of tables(blocks).filter(({ rows }) => rows.length > 0)) {
      expect(caption).not.toBe('')
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]))
    }
  })

  it.each(['nl', 'en'] as const)('has a word in %s for all that can stand in it', (locale) => {
    const [invitation] = ownDataOfNoor.invitations
    const [aside] = ownDataOfNoor.setAside
    const [visit] = ownDataOfNoor.meetings
    const [written] = ownDataOfNoor.asChef
    const [evening] = ownDataOfNoor.evenings
    if (!invitation || !aside || !visit || !written || !evening) throw new Error('the example has too little')
    const full: OwnData = {
      ...ownDataOfNoor,
      seats: roles.map((role) => ({ role, theme: null })),
      consents: consentTexts.map((text) => ({ text, version: 1, at: ownDataOfNoor.at })),
      invitations: invitationStates.map((state) => ({ ...invitation, state })),
      meetings: admissionStates.map((state) => ({ ...visit, state })),
      evenings: [
        {
          ...evening,
          questions: questionKinds.flatMap((kind) =>
            (['open', 'answered', 'postponed'] as const).flatMap((state) =>
              (['upheld', 'restored'] as const).map((outcome) => ({
                ...{ at: evening.startsAt, kind, text: 'Waarom?', state },
                hidden: { at: evening.startsAt, reason: 'x', appeal: null, verdict: ruled(outcome) },
              })),
            ),
          ),
          reports: reportOutcomes.map((outcome) => ({
            ...{ at: evening.startsAt, about: 'question' as const, who: null, reason: 'x', verdict: ruled(outcome) },
          })),
        },
        { ...evening, role: null },
      ],
      asChef: (['remark', 'reason', 'heading'] as const).map((kind) => ({ ...written, kind })),
      setAside: [
        ...editRefusals.map((why) => ({ ...aside, why })),
        ...(['kept', 'handed', 'returned', 'admitted', 'withdrawn'] as const).map((state) => ({ ...aside, state })),
      ],
    }
    expect(JSON.stringify(ownDataDocument(full, textsIn(locale), locale).blocks)).not.toMatch(/undefined|null/)
  })

  it('makes a file in which all of it stands', () => {
    const { content } = readOdt(odt(documentOf(ownDataOfNoor)))
    const lines = elementsOf(content, 'text:p').map(shownIn)
    expect(lines).toEqual(expect.arrayContaining(['Zwemt elke <week> & fietst', 'Dicht op maandag', 'te laat']))
  })
})

describe('somebody’s own data for a program', () => {
  const read = (data: OwnData) => JSON.parse(ownDataJson(data)) as Record<string, unknown>

  it('is all of the data, with times as ISO 8601', () => {
    const iso = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (name, inside: unknown) =>
          /^at$|At$/.test(name) && inside !== null ? new Date(inside as number).toISOString() : inside,
        ),
      )
    const { schema, ...data } = read(ownDataOfNoor)
    expect(schema).toBe('witboek-own-data/1')
    expect(data).toEqual(iso(ownDataOfNoor))
    expect(data['at']).toBe('2026-03-31T18:14:00.000Z')
  })

  it('begins with its version, and has one order of keys whatever the order it was gathered in', () => {
    const turned = JSON.parse(JSON.stringify(ownDataOfNoor), (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as OwnData
    expect(ownDataJson(turned)).toBe(ownDataJson(ownDataOfNoor))
    expect(Object.keys(read(turned))[0]).toBe('schema')
  })

  it('lets nothing out that nobody named', () => {
    const row = { startedAt: 1 as Instant, lastSeenAt: null, device: 'Firefox', tokenHash: 'kept-in', ip: '192.0.2.1' }
    expect(ownDataJson({ ...ownDataOfNoor, logins: [row] })).not.toMatch(/kept-in|192\.0\.2\.1/)
  })
})
