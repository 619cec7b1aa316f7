import type { BookId, MeetingId, PersonId, PollId, SectionId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { atBallot, atMeeting, bookAt, inBook, type Place } from './place.ts'
import type { Presence, Seen } from './ports.ts'
import { aDyingServer } from './testing/a-dying-server.ts'
import { aWire } from './testing/a-wire.ts'
import { adapters, serversOnRedis } from './testing/servers.ts'

const sport = inBook('book-sport' as BookId)
const culture = inBook('book-culture' as BookId)
const evening = atMeeting('evening' as MeetingId)
const poll = atBallot('poll' as PollId)
const seen = (name: string, section: string | null = null): Seen => ({
  person: `person-${name}` as PersonId,
  name,
  role: 'expert',
  section: section as SectionId | null,
})

describe.each(adapters())('presence, %s', (_, open) => {
  it('lists who is in a book, by name, and where', async () => {
    const { presence } = await open()
    await presence.say('1', sport, seen('Zoë'))
    await presence.say('2', sport, seen('Anna', 'pool'))
    await presence.say('3', culture, seen('Bram'))
    expect(await presence.list(sport)).toEqual([seen('Anna', 'pool'), seen('Zoë')])
  })

  it('sees a person with two connections once, where the latest word came from', async () => {
    const { presence } = await open()
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
    const { presence } = await open()
    await presence.say('1', sport, seen('Anna'))
    await presence.say('1', culture, seen('Anna'))
    expect(await presence.counts([sport, culture])).toEqual(
      new Map([
        [sport, 0],
        [culture, 1],
      ]),
    )
  })

  it('is in a book, at a meeting and at a ballot at once, under names of their own', async () => {
    const { presence } = await open()
    await presence.say('1', sport, seen('Anna', 'pool'))
    await presence.say('1 meeting', evening, seen('Anna'))
    await presence.say('1 poll', poll, seen('Anna'))
    await presence.say('2 meeting', evening, seen('Bram'))
    const counts = () => presence.counts([sport, evening, poll]).then((all) => [...all.values()])
    expect(await counts()).toEqual([1, 2, 1])
    expect(await presence.list(evening)).toEqual([seen('Anna'), seen('Bram')])
    await presence.forget('1 poll')
    expect(await counts()).toEqual([1, 2, 0])
    await presence.say('1', culture, seen('Anna'))
    expect(await counts()).toEqual([0, 2, 0])
    expect(await presence.list(culture)).toEqual([seen('Anna')])
  })

  it('takes the id of a poll for no book and no meeting, whatever it is', async () => {
    const { presence } = await open()
    const id = 'one-and-the-same'
    const places = [inBook(id as BookId), atMeeting(id as MeetingId), atBallot(id as PollId)]
    const told: Place[] = []
    presence.onChange((place) => told.push(place))
    await presence.say('1 poll', atBallot(id as PollId), seen('Anna'))
    expect([...(await presence.counts(places)).values()]).toEqual([0, 0, 1])
    for (const place of places.slice(0, 2)) expect(await presence.list(place)).toEqual([])
    await until('the change is told', () => told.length > 0)
    expect(new Set(told)).toEqual(new Set(places.slice(2)))
    expect(places.map(bookAt)).toEqual([id, null, null])
    expect(bookAt(atBallot(`book:${id}` as PollId)), 'not by its words either').toBeNull()
  })

  it('tells of changes in the books where they are, until asked to stop', async () => {
    const { presence } = await open()
    let told: Place[] = []
    const stop = presence.onChange((book) => told.push(book))
    const toldOf = (...books: Place[]) =>
      books.every((book) => told.includes(book)) && new Set(told).size === books.length
    await presence.say('1', sport, seen('Anna'))
    await until('sport has changed', () => toldOf(sport))
    told = []
    await presence.say('1', culture, seen('Anna'))
    await until('both have changed', () => toldOf(sport, culture))
    told = []
    await presence.forget('1')
    await until('culture has changed', () => toldOf(culture))
    told = []
    await presence.forget('1')
    stop()
    await presence.say('1', sport, seen('Anna'))
    expect(told).toEqual([])
  })
})

describe('presence, on two servers', () => {
  const servers = serversOnRedis()
  const two = async () => {
    const [one, other] = await Promise.all([servers.connected(), servers.connected()])
    return { one: one.presence, other: other.presence, close: () => one.close() }
  }
  const see = async (people: readonly Seen[], ...servers: Presence[]) => {
    for (const presence of servers) {
      let list: readonly Seen[] = []
      const same = async () => JSON.stringify((list = await presence.list(sport))) === JSON.stringify(people)
      await until('the right people are seen', same).catch(() => expect(list).toEqual(people))
    }
  }

  it('are those of the other server, too, and changes there are told', async () => {
    const { one, other } = await two()
    const told = new Set<Place>()
    other.onChange((book) => told.add(book))
    await one.say('1', sport, seen('Anna', 'pool'))
    await other.say('2', culture, seen('Bram'))
    await until('the change was told', () => told.has(sport))
    await see([seen('Anna', 'pool')], one, other)
    expect([...(await other.counts([sport, culture])).values()]).toEqual([1, 1])
    await one.forget('1')
    await see([], other)
  })

  it('sees a person on both once, where the latest word came from', async () => {
    const { one, other } = await two()
    await one.say('laptop', sport, seen('Anna', 'pool'))
    await see([seen('Anna', 'pool')], one, other)
    await other.say('phone', sport, seen('Anna', 'gym'))
    await see([seen('Anna', 'gym')], one, other)
    await one.say('laptop', sport, seen('Anna', 'fields'))
    await see([seen('Anna', 'fields')], one, other)
    await one.forget('laptop')
    await see([seen('Anna', 'gym')], one, other)
  })

  it('is said again by itself when Redis was emptied', async () => {
    const { one, other } = await two()
    await one.say('1', sport, seen('Anna'))
    await other.say('2', sport, seen('Bram'))
    await see([seen('Anna'), seen('Bram')], one, other)
    await servers.asks((redis) => redis.flushAll())
    await see([seen('Anna'), seen('Bram')], one, other)
  })

  it('is that of each server alone while Redis is away, and of both when it is back with nothing in it', async () => {
    const { one, other } = await two()
    await one.say('1', sport, seen('Anna'))
    await other.say('2', sport, seen('Bram'))
    await see([seen('Anna'), seen('Bram')], one, other)
    await servers.redis.kill()
    await see([seen('Anna')], one)
    await other.say('3', sport, seen('Cora'))
    await see([seen('Bram'), seen('Cora')], other)
    await servers.redis.restart()
    await see([seen('Anna'), seen('Bram'), seen('Cora')], one, other)
  })

  it('is told of what changed before a server that comes back could hear of it', async () => {
    const wire = await aWire(servers.redis.url)
    const [{ presence: one }, back] = [await servers.connected(), await servers.server(wire.url)]
    await until('it is connected', () => back.books.connected)
    const other = back.presence
    await one.say('1', sport, seen('Anna'))
    await other.say('2', sport, seen('Bram'))
    await see([seen('Anna'), seen('Bram')], one, other)
    wire.cut()
    await see([seen('Bram')], other)
    // It can ask already, and does not listen yet.
    wire.holdBack('SUBSCRIBE')
    wire.mend()
    await see([seen('Anna'), seen('Bram')], other)
    await one.say('3', sport, seen('Cora'))
    await see([seen('Anna'), seen('Bram'), seen('Cora')], other)
    let told = 0
    other.onChange(() => (told += 1))
    wire.holdBack(null)
    await until('it is back', () => back.books.connected)
    await until('the change was told', () => told > 0, 2_000)
    wire.close()
  })

  it('is over when a server closes, and soon after one has died', async () => {
    const { one, other, close } = await two()
    const dying = aDyingServer(servers.redis.url, sport, seen('Cora'))
    await one.say('1', sport, seen('Anna'))
    await other.say('2', sport, seen('Bram'))
    await see([seen('Anna'), seen('Bram'), seen('Cora')], other)
    await close()
    await see([seen('Bram'), seen('Cora')], other)
    let told = 0
    other.onChange(() => (told += 1))
    await dying.dies()
    await until('the change was told', () => told > 0)
    await see([seen('Bram')], other)
  })

  it('comes as few lists, however many people come at once', async () => {
    const { one, other } = await two()
    let told = 0
    other.onChange(() => (told += 1))
    const hall = Array.from({ length: 300 }, (_, i) => seen(`Person ${String(i).padStart(3, '0')}`))
    await Promise.all(hall.map((person, i) => one.say(String(i), sport, person)))
    await see(hall, other)
    expect(told).toBeLessThan(10)
  })

  it('comes as few lists, also when they all are in three places and go from poll to poll', async () => {
    const { one, other } = await two()
    let told = 0
    other.onChange(() => (told += 1))
    const hall = Array.from({ length: 220 }, (_, i) => seen(`Person ${String(i).padStart(3, '0')}`))
    const places = [sport, evening, poll]
    for (const [i, person] of hall.entries())
      for (const place of places) await (i % 2 === 0 ? one : other).say(`${i} ${place}`, place, person)
    const counts = () => other.counts([...places, culture]).then((all) => [...all.values()].join())
    await until('all are seen everywhere', async () => (await counts()) === '220,220,220,0')
    for (const i of hall.keys()) await (i % 2 === 0 ? one : other).forget(`${i} ${poll}`)
    await until('nobody has a ballot any more', async () => (await counts()) === '220,220,0,0')
    // Its own people one by one, as they come, and those of the other server by the tick.
    expect(told).toBeLessThan(110 * 4 + 40)
  })
})
