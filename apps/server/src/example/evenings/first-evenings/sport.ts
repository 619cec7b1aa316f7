import { asked, one, type EveningStory } from '../evening-story.ts'

export const sport: EveningStory = {
  place: 'Kantine van sporthal De Wilg',
  atHome: ['Nel Dijkshoorn'],
  missing: ['Bas Verkuijl'],
  items: {
    welcome: {
      speakers: [
        ['Fatima El Amrani', 2],
        ['Nel Dijkshoorn', 2],
        ['Gerrit Holtkamp', 3],
      ],
      notes:
        'Iedereen vertelt met welke sport hij of zij iets heeft. Eén mens zei: met geen enkele, en dat is ook goed.',
    },
    assignment: {
      asked: [asked('Gerrit Holtkamp', 'Is de taakstelling per jaar of in totaal?')],
      unclear: ['taakstelling', 'taakstelling', 'kader'],
      notes: 'De Chef legt uit: de besparing moet elk jaar terugkomen.',
    },
    money: {
      took: 32,
      asked: [asked('Fatima El Amrani', 'Hoeveel van het zwembad gaat naar zwemlessen?', 'later')],
      unclear: ['exploitatie'],
      speakers: [['Gerrit Holtkamp', 4, 'huur van de velden']],
      notes: 'De tabel met posten is besproken. De vraag over de zwemlessen gaat naar een ambtenaar.',
    },
    stories: {
      speakers: [
        ['Ömer Kaplan', 4, 'gym op school'],
        ['Nel Dijkshoorn', 4, 'hallen met een brede deur'],
        ['Joyce Pinas', 3, 'veldjes in de wijk'],
      ],
      notes: 'Drie verhalen. De groep schrijft ze op in het groenboek.',
    },
    writing: { notes: 'Er is geschreven in de eerste twee hoofdstukken.' },
    agreements: {
      poll: {
        kind: 'single',
        question: 'Waarover willen we de volgende keer het eerst meer weten?',
        options: { bad: 'Het zwembad', hallen: 'De hallen', velden: 'De velden' },
        ballots: {
          'Fatima El Amrani': one('bad'),
          'Gerrit Holtkamp': one('velden'),
          'Joyce Pinas': one('hallen'),
          'Nel Dijkshoorn': one('hallen'),
          'Ömer Kaplan': one('hallen'),
        },
      },
      decision: 'De volgende avond beginnen we met de hallen.',
      actions: [
        ['Uitzoeken hoe vol de hallen zijn, per uur van de week', 'Sandra Kroezen', 12],
        ['Vragen hoeveel kinderen zonder zwemdiploma van school gaan', 'Fatima El Amrani', 12],
      ],
    },
  },
}
