import type { hall as nl } from '../nl/hall.ts'

export const hall: typeof nl = {
  timer: {
    targets: { item: 'Time for this item', speech: 'Speaking time', poll: 'Time to vote', break: 'Break' },
    left: 'to go',
    overTime: 'over time',
    held: 'stands still',
    hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
    minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
    seconds: (count) => (count === 1 ? '1 second' : `${count} seconds`),
    moment: (target, left) => `${target}: ${left} left.`,
    over: (target) => `${target}: the time is up.`,
  },
  goals: { inform: 'inform', discuss: 'discuss', write: 'write', decide: 'decide' },
  itemStates: { waiting: 'to come', current: 'now', done: 'done', deferred: 'later' },
  cameFrom: (meeting) => (meeting === '' ? 'put off at an earlier meeting' : `put off at '${meeting}'`),
  planned: (minutes) => `${minutes} min`,
  spent: (spent, planned) => `${spent} of ${planned} minutes`,
  longer: (minutes) => (minutes === 1 ? '1 minute longer' : `${minutes} minutes longer`),
  speaker: {
    has: 'Has the floor',
    held: 'Interrupted for a moment',
    next: 'Next',
    kinds: { order: 'point of order', reply: 'reply', normal: 'contribution' },
    modes: { room: 'in the hall', remote: 'at home' },
    first: 'for the first time',
    moved: (reason) => `moved: ${reason}`,
    you: 'you',
    place: (nth) => `place ${nth}`,
  },
}
