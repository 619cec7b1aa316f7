import type { OpenBooks } from '@witboek/book'
import type { Instant } from '@witboek/domain'
import type { Live } from '@witboek/live'
import type { PdfShelf } from '@witboek/publish'
import type { Store } from '@witboek/store'
import type { RequestHandler } from 'express'
import type { Events } from '../events.ts'
import type { InvitationPost } from '../features/invitations/invitation-post.ts'
import type { LobbyNews } from '../features/guests/lobby-news.ts'
import type { MeetingPost } from '../features/meeting-mail/meeting-post.ts'
import type { FillingIn } from '../features/polls/filling.ts'
import type { Visitors } from '../login/visitors.ts'
import type { Mailer } from '../mail/mail.ts'
import type { Mailbox } from '../mail/mailbox.ts'
import type { MeetingNews } from '../meetings/meeting-news.ts'
import type { OpenMeetings } from '../meetings/open-meetings.ts'
import type { PeopleNow } from '../meetings/people-now.ts'
import type { Settings } from '../settings.ts'
import type { Surprises } from '../surprises.ts'
import type { Origins } from './origin.ts'

/** What the features are handed. */
export interface Hands {
  readonly settings: Settings
  /** Where people find this site, as an origin: what letters link to. Never what a request says it is. */
  readonly site: string
  readonly store: Store
  readonly live: Live
  readonly open: OpenBooks
  readonly openMeetings: OpenMeetings
  readonly meetingNews: Pick<MeetingNews, 'now'>
  readonly peopleNow: PeopleNow
  readonly filling: FillingIn
  readonly visitors: Visitors
  readonly origins: Origins
  readonly events: Events
  readonly surprises: Surprises
  readonly mailer: Mailer
  readonly mailbox: Mailbox | null
  readonly invitationPost: Pick<InvitationPost, 'wake'>
  readonly meetingPost: Pick<MeetingPost, 'queue' | 'wake'>
  readonly lobby: Pick<LobbyNews, 'changed'>
  readonly pdf: Pick<PdfShelf, 'pdf'>
  /** The pages; `null` when they come from elsewhere. */
  readonly pages: RequestHandler | null
  readonly now: () => Instant
}
