import type { BookId, PersonId, SectionId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { openInProcessLive } from './in-process/live.ts'
import type { Presence, SeenInBook } from './ports.ts'

const sport = 'book-sport' as BookId
const culture = 'book-culture' as BookId
const seen = (name: string, section: string | null = null): SeenInBook => ({
  person: `person-${name}` as PersonId,
  name,
  role: 'expert',
  section: section as SectionId | null,
})

const adapters: [string, () => Presence][] = [['in process', () => openInProcessLive().presence]]

describe.each(adapters)('presence, %s', (_, open) => {
  it('lists who is in a book, by name, and where', async () => {
    const presence = open()
    await presence.say('1', sport, seen('Zoë'))
    await presence.say('2', sport, seen('Anna', 'pool'))
    await presence.say('3', culture, seen('Bram'))
    expect(await presence.list(sport)).toEqual([seen('Anna', 'pool'), seen('Zoë')])
  })

  it('sees a person with two connections once, where the latest word came from', async () => {
    const presence = open()
    await presence.say('laptop', sport, seen('Anna', 'pool'))
    await presence.say('phone', sport, seen('Anna', 'fields'))
    expect(await presence.list(sport)).toEqual([seen('Anna', 'fields')])
    await presence.say('laptop', sport, seen('Anna', 'gym'))
    expect(await presence.list(sport)).toEqual([seen('Anna', 'gym')])
    await presence.forget('laptop')
    expect(await presence.list(sport)).toEqual([seen('Anna', 'fields')])
    await presence.forget('phone')
    expect(await presence.list(sport)).toEqual([])
  })

  it('moves a connection from book to book', async () => {
    const presence = open()
    await presence.say('1', sport, seen('Anna'))
    await presence.say('1', culture, seen('Anna'))
    expect(await presence.counts([sport, culture])).toEqual(
      new Map([
        [sport, 0],
        [culture, 1],
      ]),
    )
  })

  it('tells of changes, once per change and book, until asked to stop', async () => {
    const presence = open()
    const told: BookId[] = []
    const stop = presence.onChange((book) => told.push(book))
    await presence.say('1', sport, seen('Anna'))
    await presence.say('1', culture, seen('Anna'))
    await presence.forget('1')
    await presence.forget('1')
    expect(told).toEqual([sport, sport, culture, culture])
    stop()
    await presence.say('1', sport, seen('Anna'))
    expect(told).toHaveLength(4)
  })
})
