import {
  changesAccess,
  type Actor,
  type BookEntry,
  type BookId,
  type BookRights,
  type RecordedEntry,
  type SectionId,
} from '@witboek/domain'
import type { CommitQueue } from './commit-queue.ts'
import { loadSections, type LoadedSections } from './loaded-book.ts'
import type { LogFollower } from './log-follower.ts'
import type { RoomLog } from './room-log.ts'
import type { Sections } from './sections.ts'

/** Who may do what in the book now; `null`: not even read it. */
export type RightsOf = (actor: Actor) => BookRights | null

interface Hands {
  readonly book: BookId
  readonly log: RoomLog
  readonly queue: CommitQueue
  readonly sections: Sections
  readonly follower: LogFollower
  /** Asked of the store when somebody's rights were changed by another server. */
  readonly rightsNow: () => Promise<RightsOf>
  /** This one is taken in: the lines may be told of it. */
  readonly taken: (entry: RecordedEntry) => void
  /** All of these are; `rights`: who may do what has changed. */
  readonly done: (entries: readonly RecordedEntry[], rights: RightsOf | null) => void
}

/**
 * Takes in what rooms of the same book on other servers recorded. Edits merge with what waits here. Where that is no longer
 * as it was judged (a lock has fallen, a paragraph is gone, the same words came over another server) the sections begin
 * again from the log, and everything that waits is decided again: the sequence is always the judge (I3).
 */
export class CatchUp {
  private readonly hands: Hands

  constructor(hands: Hands) {
    this.hands = hands
  }

  async run(): Promise<void> {
    for (;;) {
      const entries = await this.hands.follower.next()
      if (entries.length === 0) return
      await this.take(entries)
    }
  }

  private async take(entries: readonly RecordedEntry[]): Promise<void> {
    const { book, log, queue } = this.hands
    let rights = await this.rightsAfter(entries)
    let loaded: LoadedSections | null = null
    // While the log is read people write on, perhaps in one more section.
    while (loaded ? !covers(loaded, this.waitingSections()) : !this.stillStands(entries)) {
      loaded = await loadSections(book, log, { head: queue.durable, sections: this.waitingSections() })
      rights = (await this.rightsAfter(loaded.entries)) ?? rights
    }
    this.takeIn(loaded?.entries ?? entries, loaded, rights)
  }

  /** From here to the end is one turn. */
  private takeIn(entries: readonly RecordedEntry[], loaded: LoadedSections | null, rights: RightsOf | null): void {
    const { queue, sections, taken, done } = this.hands
    for (const [id, doc] of loaded?.docs ?? []) sections.get(id)?.beginAgain(doc, loaded?.authors.get(id) ?? [])
    if (loaded) sections.forgetAdmitted()
    for (const entry of entries) {
      if (entry.kind === 'fact') sections.admit([entry.fact])
      else if (!loaded?.docs.has(entry.section)) sections.get(entry.section)?.follow(entry)
      taken(entry)
    }
    queue.movedTo(entries.at(-1)?.seq ?? queue.durable)
    done(entries, rights)
    if (loaded) queue.decideAgain()
    else queue.readAgain()
  }

  private async rightsAfter(entries: readonly RecordedEntry[]): Promise<RightsOf | null> {
    const changed = entries.some((entry) => entry.kind === 'fact' && changesAccess(entry.fact))
    return changed ? this.hands.rightsNow() : null
  }

  /** Whether all that waits may be recorded behind these entries as it is. */
  private stillStands(entries: readonly RecordedEntry[]): boolean {
    const waiting = this.hands.queue.undecided
    if (waiting.length === 0) return true
    if (waiting.some(isFact) || entries.some(isFact)) return false
    const [ours, theirs] = [updatesBySection(waiting), updatesBySection(entries)]
    return [...theirs].every(([id, recorded]) => {
      const own = ours.get(id)
      return !own || (this.hands.sections.get(id)?.stillStands(own, recorded) ?? false)
    })
  }

  private waitingSections(): ReadonlySet<SectionId> {
    return new Set(updatesBySection(this.hands.queue.undecided).keys())
  }
}

const covers = ({ docs }: LoadedSections, wanted: ReadonlySet<SectionId>): boolean =>
  [...wanted].every((section) => docs.has(section))

const isFact = (entry: BookEntry): boolean => entry.kind === 'fact'

function updatesBySection(entries: readonly BookEntry[]): Map<SectionId, Uint8Array[]> {
  const bySection = new Map<SectionId, Uint8Array[]>()
  for (const entry of entries)
    if (entry.kind === 'edit') bySection.set(entry.section, [...(bySection.get(entry.section) ?? []), entry.update])
  return bySection
}
