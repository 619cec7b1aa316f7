import { systemClock } from '@witboek/book'
import type { Live } from '@witboek/live'
import type { Store } from '@witboek/store'
import type { Events } from '../events.ts'
import { LobbyNews } from '../features/guests/lobby-news.ts'
import { openInvitationPost } from '../features/invitations/invitation-post.ts'
import { MeetingPost } from '../features/meeting-mail/meeting-post.ts'
import { Visitors } from '../login/visitors.ts'
import { openPost } from '../mail/post.ts'
import type { Settings } from '../settings.ts'

interface Around {
  readonly settings: Settings
  readonly site: string
  readonly store: Store
  readonly live: Live
  readonly events: Events
  readonly surprised: (cause: unknown) => void
}

/** Who somebody is, how they come in, and how mail gets to them. */
export async function openPeople({ settings, site, store, live, events, surprised }: Around) {
  const visitors = new Visitors({
    logins: store.logins,
    people: store.people,
    clock: systemClock,
    notices: live.notices,
    surprised,
  })
  const { mailer, mailbox } = await openPost(settings, { now: systemClock.now, events })
  const post = { store, mailer, clock: systemClock, site, events, surprised }
  const invitationPost = openInvitationPost(post)
  const meetingPost = new MeetingPost({ ...post, settings })
  return { visitors, mailer, mailbox, invitationPost, meetingPost, lobby: new LobbyNews() }
}
