import { asked, one, type EveningStory } from './evening-story.ts'

/** How the n-th of those who were there felt: mostly hopeful. */
const moodOf = (nth: number) => one([4, 3, 5, 4, 2, 4, 3, 5][nth % 8] ?? 3)

/** All theme groups together, led by the lead. */
export const kickOff: EveningStory = {
  place: 'Grote zaal van theater De Spil',
  atHome: [
    'Willemien Oosterbaan',
    'Irma Latuheru',
    'Nel Dijkshoorn',
    'Stanisław Wrona',
    'Mo Azarfane',
    'Yasemin Tokgöz',
  ],
  missing: ['Tom van Rijswoud', 'Albert Roosenboom', 'Denzel Rozenblad'],
  items: {
    welcome: { notes: 'De projectleider heet iedereen welkom, in de zaal en thuis.' },
    assignment: {
      asked: [
        asked('Gerrit Holtkamp', 'Wat gebeurt er met onze voorstellen als de raad ze niet wil?'),
        asked(null, 'Krijgen we een vergoeding voor deze avonden?'),
      ],
      unclear: ['taakstelling', 'kader', 'taakstelling', 'sluitend'],
      notes: 'Er is elk jaar 6,2 miljoen euro te vinden. De raad beslist, en zegt bij elk voorstel waarom.',
    },
    money: {
      took: 29,
      speakers: [
        ['Ludo Haverkate', 3, 'baten en lasten'],
        ['Irma Latuheru', 2],
      ],
      unclear: ['algemene uitkering', 'baten', 'lasten'],
      notes: 'De begroting is uitgelegd met een huishoudboekje.',
    },
    rules: {
      speakers: [
        ['Marloes Pietersma', 2],
        ['Yasemin Tokgöz', 2, 'meedoen van huis'],
      ],
      notes: 'Chefs leiden en schrijven niet mee. Wie thuis is, telt even zwaar als wie in de zaal zit.',
    },
    groups: { took: 38, notes: 'Elke themagroep zat aan een eigen tafel, met de Chef.' },
    questions: {
      asked: [asked('Naomi Kartosen', 'Kunnen jongeren ook meedoen als ze geen expert zijn?', 'later')],
      speakers: [
        ['Karim Benhaddou', 2],
        ['Chandra Ramdin', 2],
      ],
      poll: {
        kind: 'temperature',
        question: 'Met welk gevoel gaat u naar huis? (1 = somber, 5 = vol goede moed)',
        ballots: moodOf,
      },
      notes: 'De vraag over jongeren gaat naar de volgende bijeenkomst.',
    },
    onwards: {
      decision: 'De themagroepen beginnen over een week, elk op een eigen plek.',
      actions: [
        ['De data van alle avonden aan iedereen sturen', 'Margriet Olthof', 2],
        ['Uitzoeken hoe jongeren kunnen meedoen', 'Margriet Olthof', 20],
      ],
    },
  },
}
