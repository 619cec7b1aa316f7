import type { Place } from './place.ts'
import type { Seen } from './ports.ts'

/** What a connection said last of its person, and when. */
export interface Word {
  readonly at: number
  readonly seen: Seen
}

/** Who is where over the connections of this server. */
export class OwnPeople {
  private readonly whereabouts = new Map<string, Place>()
  private readonly said = new Map<Place, Map<string, Word>>()

  /** Answers the places in which that changes something. */
  say(connection: string, place: Place, word: Word): readonly Place[] {
    const left = this.whereabouts.get(connection) === place ? [] : this.forget(connection)
    const inPlace = this.said.get(place) ?? new Map<string, Word>()
    this.said.set(place, inPlace.set(connection, word))
    this.whereabouts.set(connection, place)
    return [...left, place]
  }

  forget(connection: string): readonly Place[] {
    const place = this.whereabouts.get(connection)
    if (!place) return []
    this.whereabouts.delete(connection)
    const inPlace = this.said.get(place)
    inPlace?.delete(connection)
    if (inPlace?.size === 0) this.said.delete(place)
    return [place]
  }

  /** The latest word of each person in a place. */
  in(place: Place): readonly Word[] {
    return latest(this.said.get(place)?.values() ?? [])
  }

  get places(): readonly Place[] {
    return [...this.said.keys()]
  }
}

/** Every person once, where their latest word came from, by name. */
export const people = (words: Iterable<Word>): readonly Seen[] =>
  latest(words)
    .map(({ seen }) => seen)
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))

function latest(words: Iterable<Word>): Word[] {
  const byPerson = new Map<string, Word>()
  for (const word of words) {
    const before = byPerson.get(word.seen.person)
    if (!before || before.at <= word.at) byPerson.set(word.seen.person, word)
  }
  return [...byPerson.values()]
}
