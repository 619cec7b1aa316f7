import { asked, one, type EveningStory } from '../evening-story.ts'

export const onderwijs: EveningStory = {
  place: 'Aula van basisschool De Regenboog',
  atHome: ['Jia Hui Tan'],
  missing: ['Denzel Rozenblad'],
  items: {
    welcome: { speakers: [['Frits Wagenvoort', 3]], notes: 'De conciërge liet zien welk lokaal te warm wordt.' },
    assignment: {
      unclear: ['doordecentralisatie'],
      notes: 'De gemeente gaat over gebouwen en vervoer, en niet over de lessen.',
    },
    money: {
      asked: [asked('Nadia Haddouti', 'Wordt het vervoer per kind of per bus betaald?', 'later')],
      notes: 'Het vervoer naar school is het grootste bedrag waar de gemeente zelf over gaat.',
    },
    stories: {
      took: 33,
      speakers: [
        ['Nadia Haddouti', 5, 'elke dag met de bus'],
        ['Esther Blomsma', 4, 'peuters die nog weinig praten'],
        ['Jia Hui Tan', 3],
      ],
      notes: 'Een kind dat te laat op school komt, mist elke dag iets.',
    },
    writing: { notes: 'Er is geschreven in het eerste hoofdstuk.' },
    agreements: {
      poll: {
        kind: 'yes_no',
        question: 'Willen we de volgende avond kinderen zelf laten vertellen?',
        ballots: {
          'Marloes Pietersma': one('yes'),
          'Nadia Haddouti': one('yes'),
          'Frits Wagenvoort': one('no'),
          'Jia Hui Tan': one('yes'),
          'Esther Blomsma': one('yes'),
        },
      },
      decision: 'Twee kinderen uit groep 8 komen vertellen, met een ouder erbij.',
      actions: [['Ouders van groep 8 vragen', 'Marloes Pietersma', 10]],
    },
  },
}
