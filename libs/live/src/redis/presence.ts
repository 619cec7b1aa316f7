import { OwnPeople, people, type Word } from '../own-people.ts'
import type { Place } from '../place.ts'
import type { Presence, Seen } from '../ports.ts'
import type { Link } from './link.ts'

/** What changed within so long (ms) is said to the others at once. */
const tick = 50
/** What a server says holds so long (ms), and is renewed this often. */
const holds = 20_000
const renewEvery = 5_000

/**
 * Every server says who is in a place over its own connections, and remembers that itself: what Redis forgets is said again,
 * and what a dead server said goes by itself. While Redis is away a server sees its own people.
 */
export class RedisPresence implements Presence {
  private readonly link: Link
  private readonly own = new OwnPeople()
  private readonly listeners = new Set<(place: Place) => void>()
  /** The places in which the others know something else than what is so. */
  private readonly unsaid = new Set<Place>()
  private readonly renewal: NodeJS.Timeout
  private saying: NodeJS.Timeout | null = null
  private lastWord = 0

  constructor(link: Link) {
    this.link = link
    this.renewal = setInterval(() => void this.renew(), renewEvery).unref()
    const { channels, names } = link
    channels.on(names.channels.presence, (message) => this.tell(JSON.parse(message.toString()) as Place[]))
    // What was said while this server could ask already, but not listen yet, it has not heard.
    link.onReturn(() => this.changed(this.own.places))
    // Somebody who was seen in one of these places over a server that has gone is not there any more.
    link.onOthers(() => this.tell(this.own.places))
  }

  say(connection: string, place: Place, seen: Seen): Promise<void> {
    // Every word later than the one before, also within a millisecond.
    this.lastWord = Math.max(this.lastWord + 0.001, this.link.now())
    this.changed(this.own.say(connection, place, { at: this.lastWord, seen }))
    return Promise.resolve()
  }

  forget(connection: string): Promise<void> {
    this.changed(this.own.forget(connection))
    return Promise.resolve()
  }

  async list(place: Place): Promise<readonly Seen[]> {
    const [words = []] = await this.wordsIn([place])
    return people(words)
  }

  async counts(places: readonly Place[]): Promise<ReadonlyMap<Place, number>> {
    const words = await this.wordsIn(places)
    return new Map(places.map((place, i) => [place, people(words[i] ?? []).length]))
  }

  onChange(listener: (place: Place) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What this server said is over; the others are told. */
  async close(): Promise<void> {
    clearInterval(this.renewal)
    if (this.saying) clearTimeout(this.saying)
    const { client, channels, names, server } = this.link
    const places = [...this.own.places, ...this.unsaid]
    if (!client || places.length === 0) return
    await client.del(places.map((place) => names.presence(place, server))).catch(() => undefined)
    await channels.say(client, names.channels.presence, Buffer.from(JSON.stringify(places))).catch(() => undefined)
  }

  private changed(places: readonly Place[]): void {
    this.sayLater(places)
    this.tell(places)
  }

  private sayLater(places: Iterable<Place>): void {
    for (const place of places) this.unsaid.add(place)
    this.saying ??= setTimeout(() => void this.sayNow(), tick)
  }

  /** What cannot be said now is said when the servers hear each other again. */
  private async sayNow(): Promise<void> {
    this.saying = null
    const { client, channels, names, server } = this.link
    if (!client || this.unsaid.size === 0) return
    const places = [...this.unsaid]
    this.unsaid.clear()
    try {
      await Promise.all(
        places.map((place) => {
          const name = names.presence(place, server)
          const words = this.own.in(place)
          return words.length > 0 ? client.set(name, JSON.stringify(words), { PX: holds }) : client.del(name)
        }),
      )
      await channels.say(client, names.channels.presence, Buffer.from(JSON.stringify(places)))
    } catch {
      for (const place of places) this.unsaid.add(place)
    }
  }

  private async renew(): Promise<void> {
    const { client, names, server } = this.link
    if (!client) return
    const places = [...this.own.places]
    const renewed = await Promise.all(
      places.map((place) => client.pExpire(names.presence(place, server), holds)),
    ).catch(() => [])
    this.sayLater(places.filter((_, i) => renewed[i] === 0))
  }

  /** Own words and those of the others, by place; without the others when Redis does not answer. */
  private async wordsIn(places: readonly Place[]): Promise<readonly (readonly Word[])[]> {
    const { client, others, names } = this.link
    const asked = places.flatMap((place) => others.map((server) => names.presence(place, server)))
    const said = client && asked.length > 0 ? await client.mGet(asked).catch(() => []) : []
    return places.map((place, i) => {
      const ofOthers = said.slice(i * others.length, (i + 1) * others.length)
      return [...this.own.in(place), ...ofOthers.flatMap((words) => (words ? (JSON.parse(words) as Word[]) : []))]
    })
  }

  private tell(places: Iterable<Place>): void {
    for (const place of places) for (const listener of [...this.listeners]) listener(place)
  }
}
