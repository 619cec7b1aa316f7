import { asked, one, type EveningStory } from '../evening-story.ts'

export const zorgEnWelzijn: EveningStory = {
  place: 'Buurthuis Het Klaverblad',
  atHome: ['Willemien Oosterbaan', 'Tom van Rijswoud'],
  missing: [],
  items: {
    welcome: {
      speakers: [
        ['Chandra Ramdin', 2],
        ['Willemien Oosterbaan', 3, 'thuis zorgen voor mijn man'],
      ],
      notes: 'Twee mensen doen van huis mee. Het geluid was de eerste minuten slecht; dat is opgelost.',
    },
    assignment: {
      asked: [asked('Ans Kuipers-Loman', 'Mogen we ook voorstellen om ergens méér aan uit te geven?')],
      notes: 'Meer uitgeven mag, als het samen op de taakstelling uitkomt.',
    },
    money: {
      asked: [asked(null, 'Wat kost een uur hulp in de huishouding eigenlijk?', 'later')],
      unclear: ['wmo', 'algemene voorziening', 'algemene voorziening'],
      notes: 'De meeste uitgaven volgen uit de wet. De groep wil weten welke niet.',
    },
    stories: {
      took: 36,
      speakers: [
        ['Rachid Bouzian', 4, 'jongeren die nergens heen kunnen'],
        ['Tom van Rijswoud', 4, 'wie niet bij de huisarts komt'],
        ['Selam Habtemariam', 4, 'formulieren'],
        ['Ans Kuipers-Loman', 3],
      ],
      notes: 'Het gaat vaak over alleen zijn. Dat woord komt in het boek.',
    },
    writing: { notes: 'Er is geschreven in de eerste twee hoofdstukken.' },
    agreements: {
      poll: {
        kind: 'temperature',
        question: 'Hoe goed begrijpt u waar het geld heen gaat? (1 = niet, 5 = helemaal)',
        ballots: {
          'Willemien Oosterbaan': one(2),
          'Rachid Bouzian': one(3),
          'Ans Kuipers-Loman': one(4),
          'Selam Habtemariam': one(2),
          'Tom van Rijswoud': one(4),
          'Chandra Ramdin': one(3),
        },
      },
      decision: 'Elke avond leggen we drie moeilijke woorden uit.',
      actions: [
        ['Een lijst maken van wat de wet wel en niet voorschrijft', 'Sandra Kroezen', 10],
        ['Twee mensen uit het buurthuis uitnodigen om te vertellen', 'Chandra Ramdin', 13],
      ],
    },
  },
}
