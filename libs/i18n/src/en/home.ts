import type { home as nl } from '../nl/home.ts'

export const home: typeof nl = {
  budget: (year) => `budget ${year}`,
  intro: (amount) =>
    `Together we look for ${amount} a year. In each theme residents and professionals write a green book: where does the money go, who notices and what is already settled? After that come the proposals.`,
  introNoAmount:
    'In each theme residents and professionals write a green book: where does the money go, who notices and what is already settled? After that come the proposals.',
  assignment: 'The Council’s assignment',
  targetTitle: (amount) => `Together to ${amount} a year`,
  foundNothing:
    'Each theme gets a white book, as wide as its target. They are still empty: nothing has been found yet, because the proposals come in the white book.',
  barLabel: 'The target, divided over the themes',
  numbers: 'The numbers belong to the themes below.',
  asTable: 'Show as a table',
  theme: 'Theme',
  target: 'Target per year',
  share: 'Share',
  total: 'Together',
  gap: (amount) => `Difference from the target of the dialogue: ${amount}.`,
  themes: 'The themes',
  chef: 'Chef de Dossier',
  group: 'Theme group',
  experts: (count) => (count === 1 ? '1 expert' : `${count} experts`),
  present: (count) => (count === 1 ? '1 person is there now' : `${count} people are there now`),
  lastChange: (when) => `Green book, changed on ${when}`,
  notWritten: 'Green book, still empty',

  road: {
    title: 'How the dialogue goes',
    here: 'We are here now',
    stops: {
      framed: { name: 'Frameworks', does: 'The Council says how much is needed and what is settled.' },
      green: { name: 'Green book', does: 'Experts write down what is going on.' },
      green_review: { name: 'Review', does: 'College and Council read the green books.' },
      white: { name: 'White book', does: 'Experts write their proposals.' },
      council: { name: 'Decision', does: 'The Council chooses and votes.' },
    },
  },

  emptyTitle: 'There is no dialogue here yet',
  emptyText: 'As soon as the municipality has set one up, you will find the themes here. Come back later.',
  operatorTitle: 'Do you run this place?',
  operatorText:
    'Make an administrator on the server with ‘npm run administrator’, and sign in: then you set the dialogue up here. To look around in an example, start the server with EXAMPLE=on.',
}
