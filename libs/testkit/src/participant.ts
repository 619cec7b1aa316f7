import {
  appendText,
  bodyOf,
  bookSlot,
  caretsFrame,
  flushedFrame,
  inSlot,
  newSectionDoc,
  openFrame,
  outOfSlot,
  readBookMessage,
  readSectionMessage,
  sectionMessage,
  syncFrame,
  syncMessage,
  type BookRoom,
  type ClosingMessage,
  type Peer,
  type Welcome,
} from '@witboek/book'
import { withFact, type Actor, type BookRights, type Manifest, type SectionId } from '@witboek/domain'
import * as Y from 'yjs'

/**
 * Somebody with the book open, speaking the real protocol to a room in the same process. Messages lie still until they
 * are delivered, so that a spec decides what overtakes what.
 */
export class Participant implements Peer {
  readonly id: string
  readonly actor: Actor
  readonly rights: BookRights
  readonly only = null
  /** What the room said, not yet read. */
  readonly inbox: Uint8Array[] = []
  /** What this person sent, not yet arrived. */
  readonly outbox: Uint8Array[] = []
  /** Edits that were not accepted: the number of the message, and why. */
  readonly setAside: { section: SectionId; count: number; code: string }[] = []
  readonly digests: { section: SectionId; seq: number; digest: string; filled: number }[] = []
  /** What the room says of the rights, after the welcome. */
  currentRights: BookRights
  /** Answers `flushed` by itself when a lock is about to fall. */
  flushes = true
  readonly closing: ClosingMessage[] = []
  /** Bytes that the network is said not to have taken yet. */
  stuck = 0
  /** Per section: how many of the messages with edits the room has acknowledged, and as which number. */
  readonly acknowledged = new Map<SectionId, { count: number; seq: number }>()
  /** Per section: how many messages with edits were sent since it was opened. */
  readonly sent = new Map<SectionId, number>()
  /** Per section: what the server last said it has, client id by client id. */
  readonly serverHas = new Map<SectionId, ReadonlyMap<number, number>>()
  readonly facts: { seq: number; type: string }[] = []
  welcome: Welcome | null = null
  manifest: Manifest | null = null
  closedWith: { code: number; reason: string } | null = null
  private readonly docs = new Map<SectionId, Y.Doc>()
  private slots: readonly SectionId[] = []

  constructor(actor: Actor, rights: Partial<BookRights> = {}) {
    this.id = `line-${actor.person}`
    this.actor = actor
    const role = actor.seat.role
    this.rights = this.currentRights = {
      role,
      write: role === 'expert',
      order: role === 'chef',
      remark: false,
      ...rights,
    }
  }

  send(frame: Uint8Array): void {
    if (!this.closedWith) this.inbox.push(frame)
  }

  backlog(): number {
    return this.stuck
  }

  close(code: number, reason: string): void {
    this.closedWith ??= { code, reason }
  }

  /** Reads everything in the inbox. */
  read(): void {
    for (const frame of this.inbox.splice(0)) {
      const { slot, message } = outOfSlot(frame)
      if (slot === bookSlot) this.readBook(message)
      else this.readSection(this.slots[slot - 1] as SectionId, message)
    }
  }

  /** Everything sent arrives. */
  deliver(room: BookRoom): void {
    for (const frame of this.outbox.splice(0)) room.receive(this, frame)
  }

  /** The section's own document; asking for it opens the section on the line. */
  doc(section: SectionId): Y.Doc {
    const known = this.docs.get(section)
    if (known) return known
    const doc = newSectionDoc()
    this.docs.set(section, doc)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.say(section, syncFrame('update', update))
    })
    this.say(section, syncFrame('step1', Y.encodeStateVector(doc)))
    return doc
  }

  /** Starts the section anew, as a page does after a refusal: a fresh document, with a fresh client id. */
  startsAnew(section: SectionId): void {
    this.docs.get(section)?.destroy()
    this.docs.delete(section)
    this.acknowledged.delete(section)
    this.sent.delete(section)
    this.say(section, openFrame())
    this.doc(section)
  }

  types(text: string, { in: section }: { in: SectionId }): void {
    const doc = this.doc(section)
    doc.transact(() => appendText(bodyOf(doc), [{ kind: 'paragraph', text: [{ text }] }]))
  }

  /** Deletes the first paragraph. */
  deletesFirst({ in: section }: { in: SectionId }): void {
    const body = bodyOf(this.doc(section))
    if (body.length > 0) body.delete(0, 1)
  }

  points(
    state: unknown,
    { in: section, as: client = this.doc(section).clientID, clock = 1 }: { in: SectionId; as?: number; clock?: number },
  ): void {
    this.say(section, caretsFrame(caretBytes([[client, clock, state]])))
  }

  text(section: SectionId): string {
    return bodyOf(this.doc(section))
      .toArray()
      .map((node) => textIn(node as Y.XmlElement))
      .join('\n')
  }

  say(section: SectionId, message: Uint8Array): void {
    const [type, kind] = message
    if (type === sectionMessage.sync && kind !== syncMessage.step1)
      this.sent.set(section, (this.sent.get(section) ?? 0) + 1)
    this.outbox.push(inSlot(this.slots.indexOf(section) + 1, message))
  }

  private readBook(message: Uint8Array): void {
    const read = readBookMessage(message)
    if (read?.type === 'welcome') {
      this.welcome = read.welcome
      this.manifest = read.welcome.manifest
      this.slots = read.welcome.slots
    }
    if (read?.type === 'fact' && this.manifest) {
      const { fact, seq } = read.fact
      this.manifest = withFact(this.manifest, fact)
      this.facts.push({ seq, type: fact.type })
      if (fact.type === 'section:added') this.slots = [...this.slots, fact.section]
    }
    if (read?.type === 'rights') this.currentRights = read.rights
    if (read?.type === 'closing') {
      this.closing.push(read.closing)
      if (this.flushes) this.outbox.push(inSlot(bookSlot, flushedFrame(read.closing.round)))
    }
  }

  private readSection(section: SectionId, bytes: Uint8Array): void {
    const message = readSectionMessage(bytes)
    switch (message.type) {
      case 'step1':
        this.serverHas.set(section, Y.decodeStateVector(message.bytes))
        return this.say(section, syncFrame('step2', Y.encodeStateAsUpdate(this.doc(section), message.bytes)))
      case 'step2':
      case 'update':
        return Y.applyUpdate(this.doc(section), message.bytes, this)
      case 'acknowledged':
        this.acknowledged.set(section, message)
        return
      case 'setAside':
        this.setAside.push({ section, count: message.count, code: message.code })
        return
      case 'digest':
        this.digests.push({ section, seq: message.seq, digest: message.digest, filled: message.filled })
        return
      case 'refused':
      case 'carets':
      case 'queryCarets':
      case 'open':
      case 'differs':
        return
    }
  }
}

const textIn = (node: Y.XmlElement | Y.XmlText): string =>
  node instanceof Y.XmlText
    ? node.toJSON()
    : node
        .toArray()
        .map((child) => textIn(child as Y.XmlElement))
        .join('')

/** An awareness message, as a client may send it: client id, clock, state. */
export function caretBytes(entries: readonly (readonly [client: number, clock: number, state: unknown])[]): Uint8Array {
  const parts = [varUint(entries.length)]
  for (const [client, clock, state] of entries) {
    const json = new TextEncoder().encode(JSON.stringify(state))
    parts.push(varUint(client), varUint(clock), varUint(json.length), json)
  }
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}

function varUint(value: number): Uint8Array {
  const bytes = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
  return Uint8Array.from(bytes)
}
