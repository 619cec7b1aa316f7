import { execSync } from 'node:child_process'
import { cpus } from 'node:os'
import * as Y from 'yjs'
import { judgeUpdate } from '../src/guard/judge.ts'
import { appendText } from '../src/section-text.ts'

/**
 * What judging costs beside applying (GUARD-12): on a section of a megabyte that thirty people wrote in 200,000
 * operations. The two are measured in turns, in one process, on the same bytes. Run `npm run bench` here; SEED=… repeats.
 */

const say = (line: string): void => void process.stdout.write(line + '\n')

const seed = Number(process.env['SEED'] ?? 20_260_301)
let state = seed >>> 0
function chance(): number {
  state = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
const below = (limit: number): number => Math.floor(chance() * limit)
/** Dutch has a letter of two bytes about once in three hundred. */
const words = (
  'de gemeente het zwembad begroting bezuiniging voorstel inwoners raad sport cultuur euro en van een dat niet op voor ' +
  'met zijn aan er ook te bij of jaar kosten meer minder per wijk school weg groen onderhoud subsidie coördinatie'
).split(' ')
const sentence = (length: number): string => Array.from({ length }, () => words[below(words.length)]).join(' ') + '. '

const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('body')
const textsOf = (doc: Y.Doc): Y.XmlText[] =>
  (bodyOf(doc).toArray() as Y.XmlElement[])
    .flatMap((node): unknown[] => node.toArray())
    .filter((node) => node instanceof Y.XmlText)

/** Writers take turns at one copy: a burst of letters, now and then a slip taken back or a word made bold. */
function write(doc: Y.Doc, operations: number, writers: readonly number[], burst: number): void {
  const texts = textsOf(doc)
  for (let done = 0; done < operations; done += burst) {
    doc.clientID = writers[below(writers.length)] as number
    const text = texts[below(texts.length)] as Y.XmlText
    const at = below(Math.max(text.length - burst, 1))
    doc.transact(() => {
      for (let i = 0; i < burst; i++) text.insert(at + i, String.fromCharCode(97 + below(26)))
      if (chance() < 0.3) text.delete(at, 2)
      if (chance() < 0.1) text.format(at, burst, { bold: {} })
    })
  }
}

const ids = (count: number): number[] => Array.from({ length: count }, () => 1 + below(2 ** 31))

function section(): Y.Doc {
  const doc = new Y.Doc()
  const writers = ids(30)
  doc.clientID = writers[0] as number
  for (let i = 0; i < 300; i++) appendText(bodyOf(doc), [{ kind: 'paragraph', text: [{ text: sentence(90) }] }])
  write(doc, 200_000, writers, 10)
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  bodyOf(copy)
  return copy
}

/** The messages a page sends while somebody does this many things, one after the other. */
function messages(doc: Y.Doc, client: number, times: number, edit: (copy: Y.Doc, i: number) => void): Uint8Array[] {
  const copy = copyOf(doc)
  copy.clientID = client
  const sent: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => sent.push(update))
  for (let i = 0; i < times; i++) copy.transact(() => edit(copy, i))
  return sent
}

function typing(doc: Y.Doc): Uint8Array[] {
  let text: Y.XmlText | undefined
  let at = 0
  return messages(doc, 7, 4_000, (copy, i) => {
    if (i % 40 === 0) {
      const texts = textsOf(copy)
      text = texts[below(texts.length)] as Y.XmlText
      at = below(text.length)
    }
    text?.insert(at++, String.fromCharCode(97 + below(26)))
  })
}

const pasting = (doc: Y.Doc): Uint8Array[] =>
  messages(doc, 8, 150, (copy) => {
    const pasted = new Y.Doc()
    appendText(
      bodyOf(pasted),
      Array.from({ length: 20 }, () => ({ kind: 'paragraph' as const, text: [{ text: sentence(80) }] })),
    )
    const nodes = (bodyOf(pasted).toArray() as Y.XmlElement[]).map((node) => node.clone())
    bodyOf(copy).insert(below(bodyOf(copy).length), nodes)
  })

/** A whole hall that wrote without a network, and comes back over one line. */
function catchUp(doc: Y.Doc): Uint8Array {
  const copy = copyOf(doc)
  const before = Y.encodeStateVector(doc)
  write(copy, 200_000, ids(1_000), 2)
  return Y.encodeStateAsUpdate(copy, before)
}

interface Pair {
  readonly judged: number
  readonly applied: number
  readonly decoded: number
}

const noted = (): void => undefined

const mine = (): 'own' | 'free' => 'own'

function time(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}

/** What the clock itself takes is no part of either. */
const clock = median(Array.from({ length: 10_001 }, () => time(() => 0)))

function measure(server: Y.Doc, updates: readonly Uint8Array[]): Pair[] {
  // A room keeps what Yjs says has changed.
  server.on('update', noted)
  return updates.map((update) => {
    // A message has just been copied out of the network when it is judged.
    const message = update.slice()
    let kind = ''
    const judged = time(() => (kind = judgeUpdate(message, server, mine).kind)) - clock
    if (kind !== 'something') throw new Error(`an honest update was judged ${kind}`)
    const decoded = time(() => Y.decodeUpdate(message)) - clock
    const applied = time(() => Y.applyUpdate(server, message)) - clock
    return { judged, applied, decoded }
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

function row(name: string, pairs: readonly Pair[]): void {
  const of = (pick: (pair: Pair) => number): number => median(pairs.map(pick))
  const micro = (ms: number): string => `${(ms * 1000).toFixed(2)} µs`.padStart(16)
  const share = (part: number): string => `${((100 * part) / of((pair) => pair.applied)).toFixed(1)} %`.padStart(9)
  const judged = of((pair) => pair.judged)
  const decoded = of((pair) => pair.decoded)
  const cells = [micro(judged), micro(of((pair) => pair.applied)), share(judged), micro(decoded), share(decoded)]
  say(name.padEnd(26) + cells.join(''))
}

function commit(): string {
  try {
    return execSync('git rev-parse --short HEAD', { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  } catch {
    return 'unknown'
  }
}

const doc = section()
const size = Y.encodeStateAsUpdate(doc).length
say(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, commit ${commit()}, seed ${seed}`)
say(`section: ${(size / 1e6).toFixed(2)} MB, ${doc.store.clients.size} client ids`)
say(
  `${'medians'.padEnd(26)}${['judge', 'apply'].map((name) => name.padStart(16)).join('')}    share       decodeUpdate    share`,
)

/** A server has judged and applied thousands of messages before the one that counts. */
function measureWarm(updates: readonly Uint8Array[], warm: number, rounds: number): Pair[] {
  for (let round = 0; round < rounds; round++) measure(copyOf(doc), updates.slice(0, warm))
  const server = copyOf(doc)
  measure(server, updates.slice(0, warm))
  return measure(server, updates.slice(warm))
}

row('a letter typed', measureWarm(typing(doc), 2_000, 5))
const pastes = pasting(doc)
row(`a paste of ${((pastes[60]?.length ?? 0) / 1000).toFixed(0)} kB`, measureWarm(pastes, 50, 10))
const big = catchUp(doc)
const rounds = Array.from({ length: 7 }, () => measure(copyOf(doc), [big])[0] as Pair)
row(`a catch-up of ${(big.length / 1e6).toFixed(1)} MB`, rounds.slice(2))
const whole = Y.encodeStateAsUpdate(doc)
const echo = Array.from({ length: 7 }, () => {
  let kind = ''
  const judged = time(() => (kind = judgeUpdate(whole, doc, mine).kind))
  if (kind !== 'nothing') throw new Error(`an echo was judged ${kind}`)
  return { judged, applied: time(() => Y.applyUpdate(doc, whole)), decoded: time(() => Y.decodeUpdate(whole)) }
})
row('an echo of everything', echo)
