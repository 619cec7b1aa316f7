import type { AnnouncementShown, OwnView, PollShown } from '@witboek/contract'
import type { PollId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { isNews, newsBetween } from './companion-news.ts'

const poll = (id: string, state: PollShown['state'] = 'open') => ({ id, state }) as unknown as PollShown
const said = (id: string) => ({ id, text: id }) as unknown as AnnouncementShown
const seen = (more: {
  polls?: PollShown[]
  announcements?: AnnouncementShown[]
  votes?: string[]
  speaker?: 'waiting' | 'speaking' | 'paused'
}) => ({
  hall: { polls: more.polls ?? [], announcements: more.announcements ?? [] },
  own: {
    votes: (more.votes ?? []) as PollId[],
    speaker: more.speaker ? ({ id: 's', state: more.speaker } as OwnView['speaker']) : null,
  },
})
const quiet = seen({})

describe('what a phone says by itself', () => {
  it('is that one has the floor, once', () => {
    const waiting = seen({ speaker: 'waiting' })
    const speaking = seen({ speaker: 'speaking' })
    expect(newsBetween(waiting, speaking)).toEqual({ what: 'word' })
    expect(newsBetween(speaking, seen({ speaker: 'paused' }))).toBeNull()
    expect(newsBetween(quiet, waiting)).toBeNull()
  })

  it('is that a poll was opened in which one votes, and no other poll', () => {
    const mine = seen({ polls: [poll('p')], votes: ['p'] })
    expect(newsBetween(quiet, mine)).toEqual({ what: 'poll', poll: poll('p') })
    expect(newsBetween(quiet, seen({ polls: [poll('p')] }))).toBeNull()
    expect(newsBetween(mine, mine)).toBeNull()
    expect(newsBetween(mine, seen({ polls: [poll('p', 'closed')], votes: [] }))).toBeNull()
  })

  it('is that a poll which was open before one came is one’s own now', () => {
    expect(newsBetween(seen({ polls: [poll('p')] }), seen({ polls: [poll('p')], votes: ['p'] }))).not.toBeNull()
  })

  it('is an announcement; one that is withdrawn is none', () => {
    const one = seen({ announcements: [said('a')] })
    expect(newsBetween(quiet, one)).toEqual({ what: 'announcement', announcement: said('a') })
    expect(newsBetween(one, quiet)).toBeNull()
  })

  it('goes when it is no longer so', () => {
    expect(isNews({ what: 'word' }, quiet)).toBe(false)
    expect(isNews({ what: 'poll', poll: poll('p') }, seen({ polls: [poll('p', 'closed')] }))).toBe(false)
    expect(isNews({ what: 'poll', poll: poll('p') }, seen({ polls: [poll('p')], votes: ['p'] }))).toBe(true)
    expect(isNews({ what: 'announcement', announcement: said('a') }, quiet)).toBe(false)
  })
})
