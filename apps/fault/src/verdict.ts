import { digestOf, loadBook } from '@witboek/book'
import {
  emptyManifest,
  lockOn,
  withFact,
  type BookId,
  type Manifest,
  type PersonId,
  type RecordedEntry,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import * as Y from 'yjs'
import type { Evening } from './evening.ts'
import type { Town } from './town/town.ts'
import { wordsIn } from './words.ts'

/** One promise, and whether it was kept. */
export interface Check {
  /** Its number in `docs/rules/co-writing.md`; of an evening the family of its rules (`evening.md`, `polls.md`, `record.md`). */
  readonly rule:
    | 'I1'
    | 'I2'
    | 'I3'
    | 'I4'
    | 'I5'
    | 'I6'
    | 'I7'
    | 'EVENING'
    | 'ATTEND'
    | 'QUEUE'
    | 'QUESTION'
    | 'POLL'
    | 'MINUTES'
    | 'RECORD'
  readonly holds: boolean
  readonly what: string
}

/** Judges an evening by the log, which nobody can talk to, against what people saw on their screens. */
export async function judge(
  evening: Evening,
  store: Store,
  screens: ReadonlySet<string> = evening.screens,
): Promise<readonly Check[]> {
  const { written, acknowledged, seen, setAside } = evening
  const entries = await allEntries(store, evening.book)
  const { docs, manifest } = await loadBook(evening.book, store.bookLog)
  const kept = new Map<string, number>()
  for (const doc of docs.values())
    for (const word of wordsIn(doc.getXmlFragment('body').toString())) kept.set(word, (kept.get(word) ?? 0) + 1)
  const atRest = shown(manifest, docs)
  const lost = [...seen].filter((word) => !kept.has(word))
  const unsaved = [...acknowledged].filter((word) => kept.get(word) !== 1)
  const { locks, behind } = behindLocks(entries)
  const gone = [...written].filter((word) => !kept.has(word) && !setAside.has(word))
  const both = [...written].filter((word) => kept.has(word) && setAside.has(word))
  const twice = [...kept].filter(([, times]) => times > 1).map(([word]) => word)
  const foreign = foreignStructs(entries)
  return [
    {
      rule: 'I1',
      holds: lost.length === 0,
      what: `${seen.size} words seen by others, ${some(lost)} of them not in the log`,
    },
    {
      rule: 'I2',
      holds: unsaved.length === 0,
      what: `${acknowledged.size} words said to be saved, ${some(unsaved)} of them not there once`,
    },
    {
      rule: 'I3',
      holds: isGapFree(entries) && behind === 0,
      what: `${entries.length} entries, ${isGapFree(entries) ? 'no gap' : 'with gaps'}; ${locks} locks fell, ${behind} edits behind one`,
    },
    {
      rule: 'I4',
      holds: gone.length + both.length + twice.length === 0,
      what:
        `${written.size} words written, ${setAside.size} set aside, ${some(gone)} neither in the text nor set aside, ` +
        `${some(both)} both, ${some(twice)} twice in the text`,
    },
    { rule: 'I5', holds: foreign === 0, what: `${foreign} entries under the client id of somebody else` },
    {
      rule: 'I7',
      holds: screens.size === 1 && screens.has(atRest),
      what: `${screens.size} different screens, ${screens.has(atRest) ? 'as' : 'not as'} the log has it`,
    },
  ]
}

/** A server with a book and a dozen people holds no more than this (bytes), whatever went wrong around it. */
const memoryMax = 600 * 1024 ** 2

/** Judges the servers themselves, while they run. */
export function judgeMemory({ servers }: Pick<Town, 'servers'>): Check {
  const peak = Math.max(...servers.map(({ peakMemory }) => peakMemory))
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`
  return {
    rule: 'I6',
    holds: peak > 0 && peak < memoryMax,
    what: `${megabytes(peak)} held at most, of ${megabytes(memoryMax)}`,
  }
}

async function allEntries({ bookLog }: Store, book: BookId): Promise<readonly RecordedEntry[]> {
  const entries: RecordedEntry[] = []
  for (;;) {
    const page = await bookLog.read(book, { after: entries.at(-1)?.seq ?? 0, limit: 500 })
    entries.push(...page)
    if (page.length < 500) return entries
  }
}

const isGapFree = (entries: readonly RecordedEntry[]): boolean => entries.every(({ seq }, i) => seq === i + 1)

function behindLocks(entries: readonly RecordedEntry[]): { locks: number; behind: number } {
  let manifest: Manifest = emptyManifest
  let [locks, behind] = [0, 0]
  for (const entry of entries) {
    if (entry.kind === 'edit') {
      if (lockOn(manifest, entry.section)) behind += 1
    } else {
      manifest = withFact(manifest, entry.fact)
      if (entry.fact.type === 'section:locked') locks += 1
    }
  }
  return { locks, behind }
}

/** Entries that hold something under a client id that is somebody else's. */
function foreignStructs(entries: readonly RecordedEntry[]): number {
  const owners = new Map<string, PersonId>()
  let foreign = 0
  for (const entry of entries) {
    if (entry.kind !== 'edit') continue
    const place = (client: number) => `${entry.section} ${client}`
    for (const client of entry.newClients) if (!owners.has(place(client))) owners.set(place(client), entry.person)
    const clients = Y.parseUpdateMeta(entry.update).from.keys()
    if ([...clients].some((client) => owners.get(place(client)) !== entry.person)) foreign += 1
  }
  return foreign
}

const shown = ({ sections }: Manifest, docs: ReadonlyMap<string, Y.Doc>): string =>
  sections.map(({ id }) => digestOf(docs.get(id) ?? new Y.Doc())).join()

/** How many, and the first few by name. */
const some = (words: readonly string[]): string =>
  words.length === 0 ? '0' : `${words.length} (${words.slice(0, 3).join(', ')})`
