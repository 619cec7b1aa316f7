import { describe, expect, it } from 'vitest'
import type { AnnouncementId } from '../ids.ts'
import { announcementsMax, applyAnnouncement, type AnnouncementCommand } from './announcement.ts'
import { begin, Evening, said } from './testing/an-evening.ts'

const make = (name: string, text = 'De koffie staat klaar'): AnnouncementCommand => ({
  type: 'announcement:make',
  announcement: name as AnnouncementId,
  text,
})
const withdraw = (name: string): AnnouncementCommand => ({
  type: 'announcement:withdraw',
  announcement: name as AnnouncementId,
})
const coffee = () => {
  const evening = new Evening().opens()
  evening.does('chef', make('coffee'))
  return evening
}

describe('[EVENING-7] an announcement', () => {
  it.each<[string, string, AnnouncementCommand, string | readonly string[]]>([
    ['is made', 'chef', make('tea'), ['announcement:made']],
    ['twice is one', 'chef', make('coffee'), []],
    ['says something', 'chef', make('tea', ' '), 'text-empty'],
    ['is short', 'chef', make('tea', 'a'.repeat(301)), 'text-too-long'],
    ['is taken back', 'chef', withdraw('coffee'), ['announcement:withdrawn']],
    ['that nobody made is taken back already', 'chef', withdraw('tea'), []],
    ['is the Chef’s', 'ann', make('tea'), 'not-for-your-role'],
  ])('%s', (_, who, command, expected) => {
    expect(said(coffee().asks(who, command))).toEqual(expected)
  })

  it('taken back stays known, and is not made again', () => {
    const evening = coffee()
    evening.does('chef', withdraw('coffee'))
    expect(evening.now.announcements).toMatchObject([{ text: 'De koffie staat klaar', withdrawn: true }])
    expect(said(evening.asks('chef', withdraw('coffee')))).toEqual([])
    expect(said(evening.asks('chef', make('coffee')))).toEqual([])
  })

  it('is one of a hundred at most', () => {
    const evening = coffee()
    for (let number = 1; number < announcementsMax; number += 1) evening.does('chef', make(`${number}`))
    expect(said(evening.asks('chef', make('one more')))).toBe('too-many')
  })

  it('[EVENING-1] is not changed by what a later version may say of it', () => {
    const { announcements } = coffee().now
    const fact = { type: 'announcement:painted', announcement: 'coffee' } as never
    expect(applyAnnouncement(announcements, fact, begin)).toBe(announcements)
  })
})

describe('[MODERATE-2] reactions', () => {
  it('are muted, and sent again', () => {
    const evening = coffee()
    const mute = (muted: boolean) => ({ type: 'reactions:mute', muted }) as const
    expect(said(evening.asks('chef', mute(false)))).toEqual([])
    expect(said(evening.does('chef', mute(true)))).toEqual(['reactions:muted'])
    expect(evening.now.reactionsMuted).toBe(true)
    expect(said(evening.asks('chef', mute(true)))).toEqual([])
    expect(said(evening.asks('ann', mute(false)))).toBe('not-for-your-role')
    evening.does('chef', mute(false))
    expect(evening.now.reactionsMuted).toBe(false)
  })
})
