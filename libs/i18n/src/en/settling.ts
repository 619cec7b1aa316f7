import type { Texts } from '../nl.ts'

export const settling: Texts['settling'] = {
  title: 'Reports and appeals',
  titleOf: (meeting) => `Reports and appeals – ${meeting}`,
  intro:
    'Is a report about a Chef, or about somebody without a name? Or does somebody not agree that a message was hidden? Then you decide.',
  rules: 'Nothing is ever deleted. Whoever reported or wrote something reads what you decide.',
  toMeeting: 'To the meeting',
  toAll: 'All reports and appeals',

  waiting: 'Waiting for you',
  none: 'Nothing is waiting for your decision.',
  more: (count) =>
    count === 1
      ? 'There is 1 more. You see it here once you have decided these.'
      : `There are ${count} more. You see them here once you have decided these.`,
  decided: 'Decided',
  decidedText: 'What you decided can still be read here. It cannot be changed any more.',
  decidedElsewhere: 'Where it has been decided',
  decidedAt: (meeting, count) => `${meeting}: ${count} decided`,

  appealBy: (name) => `Appeal of ${name}`,
  reportOf: (name) => `Report about ${name}`,
  reportOfDescribed: 'Report about somebody without a name',
  reportOfWords: (name) => `Report about a message of ${name}`,
  unsigned: 'somebody without a name',

  words: 'The message',
  described: 'Whom it is about',
  describedBy: (name) => `described by ${name}`,
  hiddenFor: 'Why it was hidden',
  whyAppealed: 'Why it should be seen',
  whyReported: 'What goes wrong',
  by: (name, time) => `${name}, ${time}`,

  reason: 'Your explanation',
  reasonHints: {
    appeal: 'Whoever wrote the message reads this.',
    question: 'Whoever reported this reads it. If you hide the message, everybody can read your explanation.',
    person: 'Whoever reported this reads it.',
  },
  reasonMissing: 'First explain why you decide this.',
  final: 'You decide once. After that you cannot change it.',
  busy: 'One moment…',
  answers: {
    appeal: { restored: 'Show the message again', upheld: 'Keep it hidden' },
    question: { hidden: 'Hide the message', kept: 'Leave the message' },
    person: { hidden: 'I have spoken to this person', kept: 'Nothing is needed' },
  },
  verdicts: {
    appeal: { restored: 'The message can be seen again.', upheld: 'The message stays hidden.' },
    question: { hidden: 'The message is hidden.', kept: 'The message stays.' },
    person: { hidden: 'This person has been spoken to.', kept: 'Nothing was needed.' },
  },
  aloud: (answer, about) => `${answer}: ${about}`,
  saidAt: (time) => `Decided on ${time}`,
  because: 'Explanation',
  said: (verdict) => `You have decided. ${verdict}`,
  aboutYou: 'This report is about you. Somebody else of the project lead decides.',
  noLine: 'No connection. What you see here may be out of date. We keep trying.',
}
