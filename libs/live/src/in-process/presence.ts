import { OwnPeople, people } from '../own-people.ts'
import type { Place } from '../place.ts'
import type { Presence, Seen } from '../ports.ts'

/** Presence for one server, in the order of the latest word. */
export class InProcessPresence implements Presence {
  private readonly own = new OwnPeople()
  private readonly listeners = new Set<(place: Place) => void>()
  private words = 0

  say(connection: string, place: Place, seen: Seen): Promise<void> {
    this.tell(this.own.say(connection, place, { at: ++this.words, seen }))
    return Promise.resolve()
  }

  forget(connection: string): Promise<void> {
    this.tell(this.own.forget(connection))
    return Promise.resolve()
  }

  list(place: Place): Promise<readonly Seen[]> {
    return Promise.resolve(people(this.own.in(place)))
  }

  counts(places: readonly Place[]): Promise<ReadonlyMap<Place, number>> {
    return Promise.resolve(new Map(places.map((place) => [place, this.own.in(place).length])))
  }

  onChange(listener: (place: Place) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private tell(places: readonly Place[]): void {
    for (const place of places) for (const listener of [...this.listeners]) listener(place)
  }
}
