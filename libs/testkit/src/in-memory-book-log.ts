import type { AuthorRecord, BookEntry, BookId, BookSnapshot, Instant, RecordedEntry, SectionId } from '@witboek/domain'
import type { RoomLog } from '@witboek/book'

/** The log as a list in memory: for specs of rooms, and held to the same conformance suite as the stores. */
export class InMemoryBookLog implements RoomLog {
  private readonly entries = new Map<BookId, RecordedEntry[]>()
  private readonly authorRecords = new Map<BookId, AuthorRecord[]>()
  private readonly snapshots = new Map<BookId, { seq: number; sections: Map<SectionId, Uint8Array> }>()

  append(book: BookId, expectedHead: number, entries: readonly BookEntry[]): Promise<{ ok: boolean; head: number }> {
    const own = this.of(book)
    if (own.length !== expectedHead || this.isClaimed(book, entries))
      return Promise.resolve({ ok: false, head: own.length })
    for (const entry of entries) {
      own.push({ ...entry, seq: own.length + 1 })
      if (entry.kind === 'edit') this.record(book, entry, entry.newClients)
    }
    return Promise.resolve({ ok: true, head: own.length })
  }

  read(book: BookId, { after, limit }: { after: number; limit: number }): Promise<readonly RecordedEntry[]> {
    return Promise.resolve(this.of(book).slice(after, after + limit))
  }

  facts(book: BookId, through: number): Promise<readonly RecordedEntry[]> {
    return Promise.resolve(this.of(book).filter((entry) => entry.kind === 'fact' && entry.seq <= through))
  }

  authors(book: BookId): Promise<readonly AuthorRecord[]> {
    return Promise.resolve(this.authorRecords.get(book) ?? [])
  }

  head(book: BookId): Promise<{ seq: number; at: Instant | null }> {
    const last = this.of(book).at(-1)
    return Promise.resolve({ seq: last?.seq ?? 0, at: last?.at ?? null })
  }

  latestSnapshot(book: BookId): Promise<BookSnapshot | null> {
    const found = this.snapshots.get(book)
    if (!found) return Promise.resolve(null)
    const sections = [...found.sections].map(([section, state]) => ({ section, state }))
    return Promise.resolve({ seq: found.seq, sections })
  }

  saveSnapshot(book: BookId, { seq, sections }: BookSnapshot): Promise<void> {
    const latest = this.snapshots.get(book)
    if (latest && latest.seq > seq) return Promise.resolve()
    const known = latest?.sections ?? new Map<SectionId, Uint8Array>()
    for (const { section, state } of sections) known.set(section, state)
    this.snapshots.set(book, { seq, sections: known })
    return Promise.resolve()
  }

  private record(book: BookId, by: Pick<AuthorRecord, 'section' | 'person'>, clients: readonly number[]): void {
    const { section, person } = by
    const known = this.authorRecords.get(book) ?? []
    this.authorRecords.set(book, [...known, ...clients.map((client) => ({ section, client, person }))])
  }

  /** Whether one of the client ids that begin in these entries belongs to an entry already, here or among themselves. */
  private isClaimed(book: BookId, entries: readonly BookEntry[]): boolean {
    const taken = new Set((this.authorRecords.get(book) ?? []).map(({ section, client }) => `${section} ${client}`))
    const begun = entries.flatMap((entry) =>
      entry.kind === 'edit' ? entry.newClients.map((client) => `${entry.section} ${client}`) : [],
    )
    return begun.some((key) => taken.has(key)) || new Set(begun).size < begun.length
  }

  private of(book: BookId): RecordedEntry[] {
    const own = this.entries.get(book) ?? []
    this.entries.set(book, own)
    return own
  }
}
