import type { PersonId } from '../ids.ts'
import type { AttendanceMode } from './attendance.ts'
import type { Speaker, SpeakerQueue } from './speaker-queue.ts'

const classOf = (speaker: Speaker, hasSpoken: ReadonlySet<PersonId>): number =>
  speaker.kind === 'order' ? 0 : speaker.kind === 'reply' ? 1 : hasSpoken.has(speaker.person) ? 3 : 2

/**
 * Those who wait, in the order in which they get the word (QUEUE-2): points of order, replies, who has not spoken yet tonight,
 * the others. Within each of these the hall and home take turns, beginning with the one who did not speak last, and then who
 * asked first. Whom the Chef moved stands where the Chef said (QUEUE-4).
 */
export function speakingOrder(queue: SpeakerQueue): readonly Speaker[] {
  const spoken = new Set(queue.speakers.filter(({ spells }) => spells.length > 0).map(({ person }) => person))
  const last = lastOf(queue)
  const waiting = queue.speakers.filter(({ state }) => state === 'waiting')
  const classes = [0, 1, 2, 3].map((wanted) => waiting.filter((speaker) => classOf(speaker, spoken) === wanted))
  const order: Speaker[] = []
  for (const speakers of classes) order.push(...alternated(speakers, order.at(-1)?.mode ?? last))
  const moved = waiting.flatMap((speaker) => (speaker.moved ? [{ speaker, ...speaker.moved }] : []))
  for (const { speaker, before } of moved.sort((one, other) => one.nth - other.nth)) {
    const goal = queue.speakers.find(({ id }) => id === before)
    // Before somebody who does not want the word any more: that place is gone, and they stand where they would have stood.
    if (goal?.state === 'withdrawn') continue
    order.splice(order.indexOf(speaker), 1)
    const place = before === null ? 0 : order.findIndex(({ id }) => id === before)
    // Before somebody who has spoken meanwhile: then it is their turn.
    order.splice(Math.max(0, place), 0, speaker)
  }
  return order
}

/** From where the last one spoke; `null`: nobody has spoken yet. */
function lastOf({ speakers }: SpeakerQueue): AttendanceMode | null {
  const begun = speakers.flatMap(({ spells, mode }) => (spells[0] ? [{ from: spells[0].from, mode }] : []))
  return begun.reduce<{ from: number; mode: AttendanceMode | null }>(
    (latest, one) => (one.from >= latest.from ? one : latest),
    { from: -1, mode: null },
  ).mode
}

function alternated(speakers: readonly Speaker[], last: AttendanceMode | null): readonly Speaker[] {
  const lines = {
    room: speakers.filter(({ mode }) => mode === 'room'),
    remote: speakers.filter(({ mode }) => mode === 'remote'),
  }
  const order: Speaker[] = []
  let next: AttendanceMode | null =
    last === 'room' ? 'remote' : last === 'remote' ? 'room' : (speakers[0]?.mode ?? null)
  while (next !== null && order.length < speakers.length) {
    const speaker: Speaker | undefined = lines[next].shift()
    if (speaker) order.push(speaker)
    next = next === 'room' ? 'remote' : 'room'
  }
  return order
}
