import { setUp as nl } from '../nl/set-up.ts'

export const setUp: typeof nl = {
  title: 'Set the dialogue up',
  intro: 'There is nothing here yet. You are the administrator: fill in what it is about. Then you give people a seat.',
  later:
    'Amounts come later. This version does not read a budget yet: the themes will be there without figures and without frameworks. What you fill in here you cannot change yourself afterwards, so check it well.',

  about: 'What it is about',
  name: 'Title',
  nameHint: 'The name of the dialogue at the top of every page.',
  nameStart: 'De Begrotingsdialoog',
  municipality: 'Municipality',
  fiscalYear: 'Budget year',
  fiscalYearHint: 'The year for which the dialogue finds something.',
  fiscalYearWrong: 'Fill in a year of four digits.',
  rate: 'Percentage',
  rateHint:
    'What percentage of what the municipality itself can change must each theme find? A whole number from 1 to 100.',
  rateWrong: 'Fill in a whole number from 1 to 100.',

  assignment: 'What the Council asks',
  assignmentText: 'Which questions does the Council ask of the theme groups? At most three. They may stay empty.',
  question: (number) => `Question ${number}`,

  themes: 'The themes',
  themesText: (max) =>
    `Each theme gets a theme group and a green book. A name, and one sentence in plain language. At most ${max}.`,
  theme: (number) => `Theme ${number}`,
  themeName: 'Name',
  themeAbout: 'What is this theme about?',
  addTheme: 'One more theme',
  removeTheme: 'Remove',
  removeThemeOf: (name) => `Remove: ${name}`,
  addedTheme: (number) => `Theme ${number} has been added.`,
  removedTheme: (name) => `The theme '${name}' has been removed.`,
  nameless: 'without a name',

  missing: 'This is still to be filled in.',
  check: 'Not everything has been filled in well. Look at the fields with a message.',
  confirm: 'Make the dialogue',
  busy: 'One moment…',

  eight: nl.eight,
  eightText: 'Eight themes have been filled in already, in Dutch. Change what you like.',

  noAmounts: 'The amounts and the frameworks come later.',
  noAmountsYet: 'not known yet',
}
