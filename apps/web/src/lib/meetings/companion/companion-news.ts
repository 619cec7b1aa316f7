import type { AnnouncementShown, HallView, OwnView, PollShown } from '@witboek/contract'

/** What the page says by itself: only what concerns whoever sits at it. */
export type News =
  | { readonly what: 'word' }
  | { readonly what: 'poll'; readonly poll: PollShown }
  | { readonly what: 'announcement'; readonly announcement: AnnouncementShown }

interface Seen {
  readonly hall: Pick<HallView, 'polls' | 'announcements'>
  readonly own: Pick<OwnView, 'speaker' | 'votes'>
}

/** The news between two moments, the most pressing one; `null`: none. What was there when the page came is none. */
export function newsBetween(before: Seen, now: Seen): News | null {
  const speaks = ({ own }: Seen) => own.speaker?.state === 'speaking' || own.speaker?.state === 'paused'
  if (speaks(now) && !speaks(before)) return { what: 'word' }
  const poll = now.hall.polls.find(
    ({ id, state }) => state === 'open' && now.own.votes.includes(id) && !isOpenIn(before, id),
  )
  if (poll) return { what: 'poll', poll }
  const announcement = now.hall.announcements.find(({ id }) => !before.hall.announcements.some((old) => old.id === id))
  return announcement ? { what: 'announcement', announcement } : null
}

/** Is it still worth saying? Somebody who is done speaking has not got the floor any more, and so on. */
export function isNews(news: News, { hall, own }: Seen): boolean {
  switch (news.what) {
    case 'word':
      return own.speaker?.state === 'speaking' || own.speaker?.state === 'paused'
    case 'poll':
      return isOpenIn({ hall, own }, news.poll.id)
    case 'announcement':
      return hall.announcements.some(({ id }) => id === news.announcement.id)
  }
}

const isOpenIn = ({ hall, own }: Seen, poll: PollShown['id']): boolean =>
  own.votes.includes(poll) && hall.polls.some(({ id, state }) => id === poll && state === 'open')
