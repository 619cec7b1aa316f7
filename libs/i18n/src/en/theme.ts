import type { theme as nl } from '../nl/theme.ts'

export const theme: typeof nl = {
  target: 'Target',
  targetText: (year) => `a year, from the budget of ${year} on`,
  influenceable: 'Influenceable part',
  influenceableText: (part, whole) =>
    `This theme costs ${whole} a year. Of that the municipality itself can change ${part}: the influenceable part. The rest is settled, in laws or contracts for example.`,
  rate: (percentage) => `The target is ${percentage} of the influenceable part.`,
  readBook: 'Open the green book',
  bookTitle: 'The green book',
  bookText:
    'What is going on in this theme, who notices, and where does the money go? The experts write it down together.',
  signInToRead: 'This book belongs to the people who take part. Take a seat in the dialogue, and you read along.',
  signInLater: 'This book belongs to the people who take part in the dialogue. Do you? Sign in, and you read along.',
  noSeat:
    'This book belongs to the people who take part. You have signed in, but you have no seat in this dialogue now.',
  readLater: 'The experts are writing undisturbed. College and Council read the green book from its review on.',
  noBook: 'There is no green book for this theme yet.',
  present: (count) => (count === 1 ? '1 person is there now' : `${count} people are there now`),
  frameworks: 'Frameworks',
  frameworksText: 'This is what the Council settled beforehand.',
  noFrameworks: 'The Council settled nothing beforehand for this theme.',
  kinds: { hard: 'Settled', soft: 'Preferred' },
  kindsText: {
    hard: 'Does a proposal not fit? Then it is possible only if the Council itself decides otherwise.',
    soft: 'The Council would like to go this way. One may differ, with a good reason.',
  },
  items: 'Budget items',
  itemsCaption: 'What this theme costs and brings in per year',
  item: 'Item',
  expenditure: 'Expenditure',
  income: 'Income',
  part: 'Influenceable',
  partOf: (percentage) => `${percentage} of expenditure`,
  total: 'Together',
  source: 'Source',
  group: 'The theme group',
  chefs: 'Chef de Dossier',
  experts: 'Experts',
  expertsForMembers: 'Who the experts are, you see when you take part in the dialogue.',
}
