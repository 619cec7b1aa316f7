import type { Store } from '@witboek/store'
import type { PlayedEvening } from './played-evening.ts'

/** Puts evenings into the store as they would stand there if they had been held here, all at once or not at all. */
export function keepEvenings(store: Store, evenings: readonly PlayedEvening[]): Promise<void> {
  return store.together(async ({ meetings, meetingLog, ballotBoxes, events }) => {
    for (const { meeting, facts, ballots, now } of evenings) {
      await meetings.add(meeting)
      await meetingLog.append(meeting.id, 0, facts)
      for (const { id: poll } of now.polls) await ballotBoxes.open({ poll, meeting: meeting.id, secret: false })
      for (const ballot of ballots) await ballotBoxes.cast({ ...ballot, key: `example-${ballot.person}` })
      for (const { id: poll } of now.polls) await ballotBoxes.close(poll)
    }
    const inOrder = evenings.flatMap((evening) => evening.events).toSorted((one, other) => one.at - other.at)
    const [first] = evenings
    if (first) await events.append(first.meeting.dialogue, inOrder)
  })
}
