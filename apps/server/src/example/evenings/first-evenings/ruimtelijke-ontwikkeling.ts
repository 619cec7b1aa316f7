import { asked, one, type EveningStory } from '../evening-story.ts'

export const ruimtelijkeOntwikkeling: EveningStory = {
  place: 'Vergaderzaal 2, gemeentehuis',
  atHome: ['Mo Azarfane', 'Saskia Veldhuizen-Mak'],
  missing: ['Albert Roosenboom'],
  items: {
    welcome: { notes: 'Kort voorgesteld; iedereen tekende zijn eigen straat.' },
    assignment: {
      asked: [asked('Wouter Klaverstijn', 'Horen de leges voor vergunningen hier ook bij?')],
      unclear: ['leges', 'leges', 'grondexploitatie'],
      notes: 'Leges zijn inkomsten. Ze mogen niet hoger zijn dan de kosten.',
    },
    money: { took: 30, notes: 'Grond kopen en verkopen staat niet in de tabel. Dat is uitgelegd.' },
    stories: {
      speakers: [
        ['Mo Azarfane', 4, 'wachten op een woning'],
        ['Wouter Klaverstijn', 4, 'wachten op een vergunning'],
        ['Gwen Tjon-A-Ten', 3],
      ],
      notes: 'Wachten kost iedereen geld, maar niet iedereen evenveel.',
    },
    writing: { notes: 'Er is geschreven in het eerste hoofdstuk.' },
    agreements: {
      poll: {
        kind: 'temperature',
        question: 'Hoe kijkt u terug op deze avond? (1 = slecht, 5 = goed)',
        ballots: {
          'Ineke Zandstra': one(4),
          'Mo Azarfane': one(4),
          'Wouter Klaverstijn': one(3),
          'Gwen Tjon-A-Ten': one(5),
          'Saskia Veldhuizen-Mak': one(4),
        },
      },
      decision: 'We beginnen voortaan tien minuten eerder met de koffie.',
      actions: [['Uitzoeken hoe lang een vergunning gemiddeld duurt', 'Vincent Oei-Rademakers', 12]],
    },
  },
}
