import { until } from '@witboek/testkit'
import {
  bodyOf,
  bookSlot,
  inSlot,
  newSectionDoc,
  outOfSlot,
  readBookMessage,
  readSectionMessage,
  syncFrame,
  type BookMessage,
  type SectionMessage,
  type Welcome,
} from '@witboek/book'
import type { SectionId } from '@witboek/domain'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

type FromServer = { readonly section: SectionId; readonly message: SectionMessage }

/** A bare line to a book: says whatever it is told to, honest or not, and remembers all that it hears. */
export class RawLine {
  readonly socket: WebSocket
  readonly heard: (FromServer | BookMessage)[] = []
  closedWith: { readonly code: number; readonly reason: string } | null = null
  private readonly docs = new Map<SectionId, Y.Doc>()
  private slots: readonly SectionId[] = []

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.binaryType = 'nodebuffer'
    socket.on('message', (frame: Buffer) => this.read(new Uint8Array(frame)))
    socket.on('close', (code, reason) => (this.closedWith = { code, reason: reason.toString() }))
    socket.on('error', () => undefined)
  }

  /** Resolves once the server has said welcome, or goodbye. */
  static async open(address: string, headers: Record<string, string>): Promise<RawLine> {
    const line = new RawLine(new WebSocket(address, { headers }))
    await until('the line is open, or refused', () => line.welcome !== null || line.closedWith !== null)
    return line
  }

  get welcome(): Welcome | null {
    return this.fromBook('welcome')[0]?.welcome ?? null
  }

  fromBook<Type extends BookMessage['type']>(type: Type): Extract<BookMessage, { type: Type }>[] {
    return this.heard.filter((message): message is Extract<BookMessage, { type: Type }> => {
      return 'type' in message && message.type === type
    })
  }

  fromSection<Type extends SectionMessage['type']>(
    section: SectionId,
    type: Type,
  ): Extract<SectionMessage, { type: Type }>[] {
    return this.heard.flatMap((heard) =>
      'section' in heard && heard.section === section && heard.message.type === type
        ? [heard.message as Extract<SectionMessage, { type: Type }>]
        : [],
    )
  }

  /** The section as this line has it, in sync; nothing that is done to it is sent by itself. */
  async doc(section: SectionId): Promise<Y.Doc> {
    const known = this.docs.get(section)
    if (known) return known
    const doc = newSectionDoc()
    this.docs.set(section, doc)
    this.say(section, syncFrame('step1', Y.encodeStateVector(doc)))
    await until('the section is there', () => this.fromSection(section, 'step2').length > 0)
    return doc
  }

  /** Edits the section as an editor does, and sends that, whatever the answer to the edits before it. */
  async edits(section: SectionId, change: (body: Y.XmlFragment) => void): Promise<void> {
    const doc = await this.doc(section)
    const before = Y.encodeStateVector(doc)
    doc.transact(() => change(bodyOf(doc)))
    this.say(section, syncFrame('update', Y.encodeStateAsUpdate(doc, before)))
  }

  say(section: SectionId, message: Uint8Array): void {
    this.send(inSlot(this.slots.indexOf(section) + 1, message))
  }

  sayToBook(message: Uint8Array): void {
    this.send(inSlot(bookSlot, message))
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame)
  }

  /** How the line ended. */
  async ended(): Promise<{ readonly code: number; readonly reason: string } | null> {
    await until('the line has ended', () => this.closedWith !== null)
    return this.closedWith
  }

  close(): void {
    this.socket.terminate()
    for (const doc of this.docs.values()) doc.destroy()
  }

  private read(frame: Uint8Array): void {
    const { slot, message } = outOfSlot(frame)
    if (slot === bookSlot) {
      const read = readBookMessage(message)
      if (!read) return
      this.heard.push(read)
      if (read.type === 'welcome') this.slots = read.welcome.slots
      return
    }
    const section = this.slots[slot - 1]
    if (!section) return
    const read = readSectionMessage(message)
    this.heard.push({ section, message: read })
    const doc = this.docs.get(section)
    if (doc && (read.type === 'step2' || read.type === 'update')) Y.applyUpdate(doc, read.bytes, this)
  }
}

export const aParagraph =
  (text: string) =>
  (body: Y.XmlFragment): void => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    body.push([paragraph])
  }
