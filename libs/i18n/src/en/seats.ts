import type { seats as nl } from '../nl/seats.ts'

export const seats: typeof nl = {
  title: 'Take a seat as…',
  intro: 'This is an example. Choose somebody, and look around through their eyes. You can always change seats.',
  start: 'Do you want to write at once? Choose an expert in a theme.',
  tip: 'Do you want to try writing together? Open a private window or another browser, and choose somebody else there.',
  inThemes: 'In a theme',
  inThemesText: 'Experts write the book of their theme. The Chef guards its shape and leads the conversation.',
  inDialogue: 'In the dialogue as a whole',
  inDialogueText: 'They guide the dialogue, give answers, or will take the decision.',
  count: (count) => (count === 1 ? '1 seat' : `${count} seats`),
  current: 'You sit here now',
  closedTitle: 'There are no seats to choose here',
  closedText:
    'Only in an example dialogue can anybody choose a seat. Do you take part in this dialogue? Then the municipality sends you an invitation.',
}
