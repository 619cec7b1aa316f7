import { systemClock } from '@witboek/book'
import type { Live } from '@witboek/live'
import type { Store } from '@witboek/store'
import type { Events } from '../events.ts'
import { FillingIn } from '../features/polls/filling.ts'
import { PollClock } from '../features/polls/poll-clock.ts'
import { PollsShown } from '../features/polls/shown.ts'
import { LineWatch } from '../meetings/line-watch.ts'
import { MeetingNews } from '../meetings/meeting-news.ts'
import { OpenMeetings } from '../meetings/open-meetings.ts'
import { PeopleNow } from '../meetings/people-now.ts'
import { Reactions } from '../meetings/reactions.ts'
import type { BookSockets } from '../sockets.ts'
import type { Surprises } from '../surprises.ts'

interface Around {
  readonly store: Store
  readonly live: Live
  readonly events: Events
  readonly surprises: Surprises
  readonly surprised: (cause: unknown) => void
}

/** The evenings that go on: their logs, what is told of them, and what happens in them without anybody pressing a button. */
export function openMeetings({ store, live, events, surprises, surprised }: Around) {
  const { now } = systemClock
  const open = new OpenMeetings({ store, notices: live.notices, clock: systemClock, surprised })
  const shown = new PollsShown({ store, live, now })
  const views = {
    openMeetings: open,
    peopleNow: new PeopleNow(store.people, now),
    filling: new FillingIn(live.presence),
  }
  const pollClock = new PollClock({ store, openMeetings: open, events, clock: systemClock, surprised })
  const news = new MeetingNews({
    ...views,
    pollsShown: (proceedings, people) => shown.of(proceedings, people),
    ballotsOf: (proceedings) => shown.ballotsOf(proceedings),
    store,
    now,
    surprises,
  })
  const reactions = new Reactions()
  const lineWatch = new LineWatch({ ...views, store, live, clock: systemClock, surprised })
  return {
    /** What the features are handed. */
    hands: { ...views, meetingNews: news },
    news,
    reactions,
    goesOver(sockets: BookSockets): void {
      news.goesOver(sockets)
      reactions.goesOver(sockets)
    },
    /** From now on nothing begins by itself; what has begun is over when this resolves. */
    async stop(): Promise<void> {
      await Promise.all([lineWatch.close(), pollClock.close()])
      reactions.close()
    },
  }
}
