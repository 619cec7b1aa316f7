import { asked, one, type EveningStory } from '../evening-story.ts'

export const veiligheid: EveningStory = {
  place: 'Instructiezaal van de brandweer',
  atHome: ['Priya Bhagwandin'],
  missing: ['Sjoerd Wiersinga'],
  items: {
    welcome: { speakers: [['Ella Groenewoud', 3]], notes: 'De brandweer gaf koffie. Er was geen uitruk.' },
    assignment: { notes: 'Veel ligt vast in afspraken met buurgemeenten.' },
    money: {
      asked: [
        asked('Monique Sparreboom', 'Wat betaalt een café aan toezicht, en wat de gemeente?', 'later'),
        {
          ...asked('Karim Benhaddou', 'Waarom krijgt de ene buurtvader wel een vergoeding en de andere niet?', 'open'),
          hidden: {
            because: 'Dit gaat over personen, en die zijn te herkennen.',
            appeal: 'Ik noem geen namen. Het gaat om een regel van de gemeente.',
          },
        },
      ],
      unclear: ['veiligheidsregio', 'gemeenschappelijke regeling', 'gemeenschappelijke regeling'],
      notes: 'De bijdrage aan de veiligheidsregio is het grootste bedrag. Daar beslist Wilgenrade niet alleen over.',
    },
    stories: {
      speakers: [
        ['Karim Benhaddou', 4, 'twee avonden per week lopen'],
        ['Priya Bhagwandin', 3, 'slapen boven een winkel'],
        ['Thea Lammertink', 3, 'dieren na oud en nieuw'],
      ],
      notes: 'Gezien worden maakt mensen rustiger, zeggen drie van de vijf.',
    },
    writing: { notes: 'Er is geschreven in de eerste twee hoofdstukken.' },
    agreements: {
      poll: {
        kind: 'single',
        question: 'Wie willen we de volgende avond iets vragen?',
        options: { wijkagent: 'Een wijkagent', brandweer: 'De commandant van de brandweer', boa: 'Een toezichthouder' },
        ballots: {
          'Monique Sparreboom': one('boa'),
          'Karim Benhaddou': one('wijkagent'),
          'Ella Groenewoud': one('wijkagent'),
          'Priya Bhagwandin': one('boa'),
          'Thea Lammertink': one('wijkagent'),
        },
      },
      decision: 'We vragen een wijkagent.',
      actions: [['De wijkagent uitnodigen', 'Dirk-Jan Noordhof', 7]],
    },
  },
}
