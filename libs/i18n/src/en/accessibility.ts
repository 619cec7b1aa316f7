import type { accessibility as nl } from '../nl/accessibility.ts'

export const accessibility: typeof nl = {
  title: 'Accessibility',
  intro:
    'Everyone must be able to take part in the dialogue: with a mouse, with the keyboard alone, with a screen reader, on a phone and with text enlarged a lot.',
  aimTitle: 'What we do',
  aims: [
    'We build to WCAG 2.2, levels A and AA.',
    'With every change a program (axe) checks the pages, and a test goes through the page of a book with keys alone.',
    'Colours keep enough contrast in the dark appearance too, and colour is never the only sign.',
    'Motion is off when your device asks for that.',
  ],
  notYetTitle: 'What has not been done yet',
  notYet: [
    'No independent auditor has examined Witboek.',
    'People with a disability have not tried it in a real meeting.',
  ],
  contactTitle: 'Is something in your way?',
  contact:
    'Tell the municipality that holds this dialogue. Name the page, what you wanted to do and what you work with.',
}
