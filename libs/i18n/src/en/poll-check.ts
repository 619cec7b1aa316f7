import type { Texts } from '../nl.ts'

export const pollCheck: Texts['pollCheck'] = {
  title: 'Check the polls',
  titleOf: (meeting) => `Check the polls – ${meeting}`,
  intro:
    'Has a poll been published? Then you can take its proof and count the votes again. Has a secret poll been closed? Then you can see who voted, too.',
  toMeeting: 'To the meeting',
  toRecord: 'To the record',
  noLine: 'No connection. What you see here may be old. We keep trying.',
  none: 'No poll was opened at this meeting.',
  noneYet: 'No poll has been opened at this meeting yet.',

  visibilities: { named: 'Poll by name', open: 'Open poll', secret: 'Secret poll' },
  states: { open: 'going on', closed: 'closed', published: 'published', void: 'does not count' },
  turnout: (cast, entitled) => `${cast} of ${entitled} votes are in.`,
  handsToCheck: (counts) =>
    counts === 1
      ? 'Hands were counted too. They count once a second person has checked that.'
      : `Hands were counted ${counts} times too. They count once a second person has checked that.`,
  number: 'Number in the record',

  proof: {
    title: 'The proof',
    text: 'With this anybody counts the votes again, also without this program.',
    later: 'The proof is there once the poll has been published.',
  },

  roll: {
    title: 'Who voted',
    whileOpen: 'You can see that once the poll is closed. Before that you could see when somebody votes.',
    whileHands: 'You can see that once somebody has checked the hands that were counted.',
    text: 'You see the names in alphabetical order. You do not see what anybody voted, when, or from where.',
    recorded: 'If you look, the record says that you did, when, and at which poll. It does not say who voted.',
    noVotes: 'There are no votes. Then there should be no names either.',
    unanimousTitle: 'Everybody voted the same',
    maybeUnanimous: 'Did everybody vote the same? Then with these names you also know what people voted.',
    unanimous: 'If you see the names, you also know what these people voted.',
    look: 'See the names, on the record',
    lookOf: (question) => `See the names, on the record: ${question}`,
    looking: 'One moment…',
    shown: (count) => (count === 0 ? 'Nobody voted' : count === 1 ? '1 person voted' : `${count} people voted`),
    read: (when) => `You looked on ${when}. That is now in the record.`,
    right: (ballots, hands) => `${lie(ballots)}${raised(hands)}. That is as many as there are names.`,
    wrongTitle: 'This is not right',
    wrong: (ballots, hands, names) =>
      `${lie(ballots)}${raised(hands)}. There ${names === 1 ? 'is 1 name' : `are ${names} names`}. That should be as many. Ask whoever runs the server to find out why.`,
    erased: (id) => `erased (${id})`,
  },
}

const lie = (ballots: number): string => (ballots === 1 ? '1 vote lies in the box' : `${ballots} votes lie in the box`)
const raised = (hands: number): string =>
  hands === 0 ? '' : hands === 1 ? ' and 1 hand counts in the room' : ` and ${hands} hands count in the room`
