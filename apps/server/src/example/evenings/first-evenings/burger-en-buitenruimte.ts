import { asked, dots, type EveningStory } from '../evening-story.ts'

export const burgerEnBuitenruimte: EveningStory = {
  place: 'Werkplaats van de buitendienst',
  atHome: ['Irma Latuheru'],
  missing: ['Leyla Aksoy-Bakker'],
  items: {
    welcome: {
      speakers: [['Piet Schellekens', 3]],
      notes: 'De groep kreeg eerst een rondleiding door de werkplaats.',
    },
    assignment: { notes: 'De opdracht en de kaders zijn voorgelezen. Er waren geen vragen.' },
    money: {
      asked: [asked('Jeroen Mulderij', 'Wat kost het om één straat een jaar schoon te houden?', 'later')],
      unclear: ['areaal', 'kapitaallasten'],
      notes: 'Riool en afval betalen inwoners apart. Daar kan niet op bespaard worden voor iets anders.',
    },
    stories: {
      speakers: [
        ['Irma Latuheru', 4, 'losse tegels'],
        ['Hanneke Broersma', 3, 'zelf groen onderhouden'],
        ['Kees-Jan Bongers', 4, 'wat een boom kost'],
        ['Piet Schellekens', 3],
      ],
      notes: 'Wie slecht loopt, merkt het eerst als er minder onderhoud is.',
    },
    writing: { took: 28, notes: 'Er is geschreven in de eerste twee hoofdstukken.' },
    agreements: {
      poll: {
        kind: 'dots',
        question: 'Wat is voor u het belangrijkste om te houden?',
        options: {
          stoep: 'Veilige stoepen',
          bomen: 'De grote bomen',
          spelen: 'De speelplekken',
          schoon: 'Schone straten',
        },
        ballots: {
          'Piet Schellekens': dots({ stoep: 3 }),
          'Hanneke Broersma': dots({ bomen: 2, spelen: 1 }),
          'Jeroen Mulderij': dots({ stoep: 1, schoon: 2 }),
          'Irma Latuheru': dots({ stoep: 2, schoon: 1 }),
          'Kees-Jan Bongers': dots({ bomen: 3 }),
        },
      },
      decision: 'Voor de tweede avond lopen we samen een rondje door Oost.',
      actions: [
        ['De wandeling door Oost voorbereiden', 'Piet Schellekens', 9],
        ['Kosten per straat opvragen', 'Vincent Oei-Rademakers', 12],
      ],
    },
  },
}
