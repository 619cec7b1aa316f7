import type { access as nl } from '../nl/access.ts'

export const access: typeof nl = {
  endSeat: 'Take the seat away',
  endSeatOf: (name) => `Take the seat away: ${name}`,
  endSeatTitle: (name) => `Take the seat of ${name} away?`,
  endSeatText: (name, theme) =>
    `${name} will no longer belong to the theme group ${theme}. Writing stops at once, also on a page that is open already. What ${name} wrote stays in the book.`,
  endSeatConfirm: 'Take the seat away',
  keep: 'Leave it as it is',
  endedSeat: (name) => `The seat of ${name} has been taken away.`,
  nextPhase: (phase) => `To the next phase: ${phase}`,
  nextPhaseTitle: (phase) => `To the phase '${phase}'?`,
  nextPhaseText: (phase) => `The dialogue then goes from this phase to '${phase}'. There is no way back.`,
  greenStarts: 'The experts can then write in the green books.',
  greenStops: 'Writing in the green books then stops at once, for everyone. Reading goes on.',
  recorded: {
    framed: 'The Council has settled what the dialogue is about. You record that now.',
    reviewed: 'College and Council have reviewed the green books. You record that now.',
    decided: 'The Council has decided. You record that now.',
  },
  clerkRecords: (phase) => `The next phase is '${phase}'. The clerk records that step.`,
  leadGoesOn: (phase) => `The next phase is '${phase}'. The lead takes that step.`,
  nextPhaseConfirm: 'Go to the next phase',
  reachedPhase: (phase) => `The dialogue is now in the phase '${phase}'.`,
  busy: 'One moment…',

  ended: {
    'not-signed-in':
      'Your seat in this theme group has ended, or you stood up or signed out in another window. What had been saved stays in the book.',
    'not-for-your-role':
      'Your seat in this theme group has ended. What you wrote and what has been saved stays in the book.',
    'book-not-yet-readable': 'This book cannot be read from your seat now.',
  },
  saidWrite: 'You can write in this book now.',
  saidRead: 'You can only read this book now.',

  phases: {
    preparing: 'Preparation',
    framed: 'Frameworks',
    recruiting: 'Recruiting',
    started: 'Start',
    green: 'Green book',
    green_review: 'Review of the green books',
    reviewed: 'Reviewed',
    white: 'White book',
    consolidation: 'Putting together',
    sheets: 'Product sheets',
    council: 'Council',
    decided: 'Decided',
    network: 'Network',
    archived: 'Archive',
  },
}
