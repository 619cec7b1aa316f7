import type { Instant, MeetingId } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { afterAll, describe, expect, it } from 'vitest'
import type { Block } from './document.ts'
import { minutesDocument } from './minutes-document.ts'
import type { MinutesSource } from './minutes-source.ts'
import { odt } from './odt.ts'
import { PdfRenderer } from './pdf.ts'
import { begin, minutesOfNothing, minutesOfPool } from './testing/minutes-of.ts'
import { readOdt } from './testing/odt.ts'
import { openedPdf, tagsOf, textIn } from './testing/pdf.ts'

const nl = textsIn('nl')
const documentOf = (source: MinutesSource) => minutesDocument(source, nl, 'nl')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const wordsIn = (block: Block): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`
    case 'paragraph':
    case 'note':
      return plain(block.runs.map(({ text }) => text).join(''))
    case 'list':
      return block.items.map((runs) => `- ${runs.map(({ text }) => text).join('')}`).join('\n')
    case 'table':
      return [block.columns, ...block.rows].map((row) => plain(row.join(' | '))).join('\n')
    case 'bars':
      return block.bars.map(({ label, shown }) => `${label}: ${plain(shown)}`).join('\n')
  }
}
const words = (source: MinutesSource) => documentOf(source).blocks.map(wordsIn)
/** What stands below a heading, up to the next one. */
const below = (heading: string, source = minutesOfPool) => {
  const all = words(source)
  const from = all.indexOf(heading) + 1
  const rest = all.slice(from)
  const end = rest.findIndex((line) => line.startsWith('#'))
  return from === 0 ? null : rest.slice(0, end < 0 ? undefined : end)
}

describe('[MINUTES-5] minutes as a document', () => {
  it('say what they are, of what, by whom, and whether the group has confirmed them', () => {
    expect(documentOf(minutesOfPool)).toMatchObject({
      title: 'Verslag: Eerste avond',
      subtitle: 'Sport',
      author: 'Gemeente Voorbeeld',
      language: 'nl',
      created: minutesOfPool.changedAt,
      edition: { version: 'Klaar, nog niet vastgesteld', sha256: minutesOfPool.hash },
    })
    expect(documentOf(minutesOfPool).details).toEqual([
      { term: 'Dag', text: 'dinsdag 2 maart 2027' },
      { term: 'Plaats', text: 'Buurthuis De Brug' },
      { term: 'Begonnen', text: '19:30' },
      { term: 'Afgelopen', text: '22:00' },
      { term: 'Pauze', text: '20:30 tot 20:45' },
      { term: 'Geleid door', text: 'Carla Chef' },
      { term: 'Aanwezig', text: '1 persoon in de zaal, 1 thuis' },
    ])
  })

  it.each<[string, Partial<MinutesSource['minutes']>, string]>([
    ['a draft', { state: 'draft', completeAt: null }, 'Alleen wie de bijeenkomst leidt'],
    ['of a meeting that goes on', { state: 'draft', completeAt: null, closedAt: null }, 'nog bezig'],
    ['complete', {}, 'Klaar sinds 2 maart 2027 om 22:50'],
    [
      'confirmed at a meeting',
      { state: 'confirmed', confirmed: { at: begin, meeting: 'next' as MeetingId } },
      'stelde dit verslag vast op 2 maart 2027 om 19:30, tijdens ‘Tweede avond’'.replaceAll(/[‘’]/g, "'"),
    ],
    [
      'confirmed',
      { state: 'confirmed', confirmed: { at: begin, meeting: null } },
      'vast op 2 maart 2027 om 19:30. Het',
    ],
  ])('begin with how far they are: %s', (_, change, expected) => {
    const [note] = words({ ...minutesOfPool, minutes: { ...minutesOfPool.minutes, ...change } })
    expect(note).toContain(expected)
  })

  it('tell of each item what was said, agreed and asked of the group', () => {
    expect(below('## Het zwembad')).toEqual([
      'Doel: besluiten. Duurde 26 min. Gepland was 20 min. 6 min langer dan gepland. 5 mensen hadden samen 8 keer het woord.',
      'De groep wil het bad houden.',
      'Maar niet elke dag.',
      'Afgesproken',
      '- Op maandag gaat het bad dicht',
      'Sluiten we het zwembad op maandag?',
      '21 van de 24 mensen stemden. Gekozen: Ja. De opkomst is genoeg: er is 50% nodig. Nodig: 60% van de stemmen.',
      'Ja: 17 (81%)\nNee: 3 (14,3%)\nGeen van beide: 1 (4,8%)',
      'Een peiling is een advies van de groep. De gemeenteraad besluit.',
      'Actie | Wie | Klaar op\nBedragen opzoeken | Bea | dinsdag 16 maart 2027\nZwemclub bellen | nog niet verdeeld | geen dag',
    ])
    expect(below('## Rondvraag')).toEqual([
      "Doel: bespreken. Niet aan de orde geweest. Gepland was 5 min. Doorgeschoven naar 'Tweede avond'.",
    ])
  })

  it('[MINUTES-2] have no numbers of a poll that was not published, and the reason of one that does not count', () => {
    expect(below('# Over de hele avond')).toEqual([
      'Een mooie avond.',
      'Oude vraag',
      'Deze peiling telt niet. Reden: Dubbel gesteld',
      'Nog dicht (geheim gestemd)',
      'De uitslag is niet bekendgemaakt.',
    ])
  })

  it('tell what is open, what was not clear, who was there, and how far the book was', () => {
    expect(below('# Vragen voor later')).toEqual([
      '- Vraag van Ann, bewaard voor later: Wat kost de sauna?\n- Vraag zonder naam: Wie betaalt dit?',
    ])
    expect(below('# Woorden die niet duidelijk waren')).toEqual(['- bbv (4 keer)\n- ozb (1 keer)'])
    expect(below('# Wie er was')).toEqual([
      [
        'Naam | Rol | Waar | Van | Tot | Aanwezig',
        'Ann | Expert | in de zaal | 19:30 | 20:30 | 1 uur',
        'Ann | Expert | thuis | 20:45 | 22:00 | 1 uur 10 min',
        'onbekend | Gast | in de zaal | 19:31 | nu nog | 2 uur 29 min',
      ].join('\n'),
    ])
    expect(below('# Hoe ver de boeken waren')).toEqual([
      'Boek | Wanneer | Aantal wijzigingen tot dan\nGroenboek Sport | 19:30 | 412\nGroenboek Sport | 22:00 | 530',
    ])
  })

  it('leave out what there is nothing of', () => {
    expect(documentOf(minutesOfNothing).subtitle).toBe('Alle themagroepen samen')
    expect(words(minutesOfNothing).filter((line) => line.startsWith('#'))).toEqual([
      '# Wat er aan de orde kwam',
      '# Wie er was',
      '# Kenmerk van de inhoud',
    ])
  })

  it('speak English to who reads English', () => {
    const { title, blocks } = minutesDocument(minutesOfPool, textsIn('en'), 'en')
    expect(title).toBe('Minutes: Eerste avond')
    expect(blocks.map(wordsIn)).toContain('# Who was there')
  })
})

describe('[MINUTES-5] minutes as files', () => {
  const renderer = new PdfRenderer()
  afterAll(() => renderer.close())

  it.each([
    ['with a bit of everything', minutesOfPool],
    ['of nothing', minutesOfNothing],
  ])('%s, are the same bytes each time, as ODT and as PDF', async (_, source) => {
    const document = documentOf(source)
    expect(odt(document)).toEqual(odt(documentOf(source)))
    expect(readOdt(odt(document)).meta).toBeDefined()
    const [one, other] = [await renderer.pdf(document), await renderer.pdf(documentOf(source))]
    if (!one.ok || !other.ok) throw new Error(JSON.stringify([one, other]))
    expect(Buffer.from(one.value).equals(Buffer.from(other.value))).toBe(true)
    const { tags, tagged, language } = openedPdf(one.value)
    expect([tagged, language]).toEqual([true, 'nl-NL'])
    expect(tagsOf(tags, 'H1').map(textIn).join()).toContain('Wie er was')
  })

  it('another time is another file', () => {
    const later = { ...minutesOfPool, changedAt: (minutesOfPool.changedAt + 60_000) as Instant }
    expect(odt(documentOf(later))).not.toEqual(odt(documentOf(minutesOfPool)))
  })
})
