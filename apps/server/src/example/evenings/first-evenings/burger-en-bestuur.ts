import { asked, one, type EveningStory } from '../evening-story.ts'

export const burgerEnBestuur: EveningStory = {
  place: 'Raadzaal, gemeentehuis',
  atHome: ['Yasemin Tokgöz'],
  missing: [],
  items: {
    welcome: { speakers: [['Corrie van Bommelen', 2]], notes: 'Niemand zat op de stoel van de burgemeester.' },
    assignment: {
      asked: [asked('Ludo Haverkate', 'Mag het ook over de raad zelf gaan?')],
      notes: 'Ja: ook de kosten van raad en college horen bij dit thema.',
    },
    money: {
      asked: [asked(null, 'Waarom zijn de computers zo duur?', 'later')],
      unclear: ['overhead', 'overhead', 'formatie'],
      speakers: [
        ['Ludo Haverkate', 3],
        ['Johan Duifhuis', 4, 'vergelijken met een waterschap'],
      ],
      notes: 'De groep wil de kosten van de computers per dienst zien.',
    },
    stories: {
      speakers: [
        ['Corrie van Bommelen', 4, 'brieven die niemand snapt'],
        ['Ibrahim Turay-Smit', 3],
        ['Yasemin Tokgöz', 3, 'een formulier op een telefoon'],
      ],
      notes: 'Een onduidelijke brief kost twee keer: aan het loket, en thuis.',
    },
    writing: { notes: 'Er is geschreven in de eerste twee hoofdstukken.' },
    agreements: {
      poll: {
        kind: 'temperature',
        question: 'Hoeveel vertrouwen hebt u erin dat dit iets oplevert? (1 = weinig, 5 = veel)',
        ballots: {
          'Johan Duifhuis': one(3),
          'Yasemin Tokgöz': one(4),
          'Corrie van Bommelen': one(2),
          'Ludo Haverkate': one(3),
          'Naomi Kartosen': one(5),
          'Ibrahim Turay-Smit': one(3),
        },
      },
      decision: 'We vragen dit over drie avonden opnieuw.',
      actions: [
        ['Drie brieven van de gemeente meenemen om te herschrijven', 'Corrie van Bommelen', 14],
        ['Kosten van computers per dienst opvragen', 'Petra Langereis', 12],
      ],
    },
  },
}
