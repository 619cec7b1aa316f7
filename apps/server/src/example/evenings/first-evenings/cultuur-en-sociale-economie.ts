import { asked, one, type EveningStory } from '../evening-story.ts'

export const cultuurEnSocialeEconomie: EveningStory = {
  place: 'Foyer van theater De Spil',
  atHome: ['Stanisław Wrona'],
  missing: ['Denise Wolff-Martina'],
  items: {
    welcome: {
      speakers: [
        ['Amal Yousfi', 2],
        ['Roelof Steenhuis', 2],
      ],
      notes: 'De groep begon met een lied, op voorstel van de dirigent.',
    },
    assignment: {
      asked: [asked('Edwin Karsdorp', 'Telt een gebouw dat de gemeente verkoopt ook mee?')],
      notes: 'Verkoop levert één keer geld op, en telt dus niet mee.',
    },
    money: {
      unclear: ['sociale werkvoorziening', 'minimabeleid'],
      speakers: [['Hilde Aerts-Popma', 4, 'schulden']],
      notes: 'Twee onderwerpen in één thema. De groep houdt ze in het boek uit elkaar.',
    },
    stories: {
      speakers: [
        ['Stanisław Wrona', 5, 'acht jaar werk'],
        ['Amal Yousfi', 3, 'de bibliotheek als wachtkamer'],
        ['Roelof Steenhuis', 3],
      ],
      notes: 'De bibliotheek is ook een plek waar mensen hulp zoeken.',
    },
    writing: { notes: 'Er is geschreven in de eerste twee hoofdstukken.' },
    agreements: {
      poll: {
        kind: 'yes_no',
        question: 'Vragen we een medewerker van de sociale werkvoorziening voor de volgende avond?',
        ballots: {
          'Edwin Karsdorp': one('yes'),
          'Amal Yousfi': one('yes'),
          'Roelof Steenhuis': one('abstain'),
          'Stanisław Wrona': one('yes'),
          'Hilde Aerts-Popma': one('yes'),
        },
      },
      decision: 'Iemand van de sociale werkvoorziening komt de volgende avond vertellen.',
      actions: [['De uitnodiging versturen', 'Lonneke Vaessen', 5]],
    },
  },
}
