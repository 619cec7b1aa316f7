import { withFact, type BookId, type BookRights, type Instant, type Manifest, type SectionId } from '@witboek/domain'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { bodyOf, newSectionDoc } from '../layout.ts'
import type { BookMessage } from '../wire.ts'
import { Outbox } from './outbox.ts'
import { sectionSocketClass } from './section-socket.ts'
import { SharedSocket, type LineSocket } from './shared-socket.ts'

/** What a page knows of its line to one book. Every change brings a new object. */
export interface BookState {
  /** `connecting`: first time; `open`; `lost`: trying again, typing goes on; `refused`: the server said no, for good. */
  readonly line: 'connecting' | 'open' | 'lost' | 'refused'
  /** Why the server refused, as a problem code. */
  readonly refusal: string | null
  /** Own changes that the server has not yet acknowledged as durable (I2). 0 means: everything is saved. */
  readonly unsaved: number
  /** When the last of the own changes was acknowledged. */
  readonly savedAt: Instant | null
  /** The shape of the book, by the server's word. */
  readonly manifest: Manifest
  readonly rights: BookRights
}

/** One section's shared text, for one editor. */
export interface SectionLine {
  readonly section: SectionId
  readonly doc: Y.Doc
  /** The root fragment that the editor binds to. */
  readonly text: Y.XmlFragment
  /** Carets of this section. */
  readonly awareness: Awareness
  /** Resolves when the section has been in sync with the server once. */
  readonly synced: Promise<void>
  /** Own changes of this section that are not yet durable. */
  readonly unsaved: () => number
}

export interface BookLine {
  readonly state: BookState
  /** Svelte's store contract: called at once and after every change; answers the way to stop. */
  subscribe(listener: (state: BookState) => void): () => void
  /** The live text of a section; the same object at every call. */
  section(id: SectionId): SectionLine
  /** Tries again at once when the line is lost: for the browser's own "online" and "visible" events. */
  hurry(): void
  close(): void
}

export interface OpenBook {
  /** `ws://…` or `wss://…` of the server, without a path. */
  readonly server: string
  readonly book: BookId
  /** What the page already has from the server, until the line brings newer. */
  readonly manifest: Manifest
  readonly rights: BookRights
  /** For clients outside a browser: opens the WebSocket, with a login cookie say. */
  readonly connect?: (url: string) => LineSocket
  /** Where the time of "saved at" comes from; the page's own clock unless told otherwise. */
  readonly now?: () => Instant
}

type OpenSection = SectionLine & { readonly provider: WebsocketProvider; readonly outbox: Outbox }

/** Opens the line to a book. The first message comes by itself; sections are opened as the page asks for them. */
export function openBook(options: OpenBook): BookLine {
  const { book, manifest, rights } = options
  const now = options.now ?? (() => Date.now() as Instant)
  const connect = options.connect ?? ((url) => new WebSocket(url) as unknown as LineSocket)
  const sections = new Map<SectionId, OpenSection>()
  const listeners = new Set<(state: BookState) => void>()
  let state: BookState = { line: 'connecting', refusal: null, unsaved: 0, savedAt: null, manifest, rights }

  const change = (part: Partial<BookState>): void => {
    state = { ...state, ...part }
    for (const listener of [...listeners]) listener(state)
  }
  const unsaved = () => [...sections.values()].reduce((sum, section) => sum + section.outbox.size, 0)
  const recount = () => {
    const count = unsaved()
    if (count !== state.unsaved) change({ unsaved: count })
  }

  const bookMessage = (message: BookMessage): void => {
    if (message.type === 'welcome') change({ manifest: message.welcome.manifest, rights: message.welcome.rights })
    if (message.type === 'fact') change({ manifest: withFact(state.manifest, message.fact.fact) })
  }

  const shared = new SharedSocket({
    connect: () => connect(`${options.server}/collab/${book}`),
    bookMessage,
    lineOpen: () => change({ line: 'open', refusal: null }),
    lineLost: () => change({ line: state.line === 'connecting' ? 'connecting' : 'lost' }),
    lineRefused: (reason) => change({ line: 'refused', refusal: reason }),
    chance: Math.random,
  })

  const open = (section: SectionId): OpenSection => {
    const doc = newSectionDoc()
    const outbox = new Outbox()
    const awareness = new Awareness(doc)
    const socketClass = sectionSocketClass({
      section,
      shared,
      outbox,
      changed: recount,
      acknowledged: () => change({ unsaved: unsaved(), savedAt: now() }),
      refused: (refusal) => change({ refusal }),
    })
    // Counted before the provider hears of the edit and sends it: an edit is never sent before it is in the outbox.
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider) return
      outbox.wrote()
      recount()
    })
    const provider: WebsocketProvider = new WebsocketProvider(`${options.server}/collab/${book}`, section, doc, {
      awareness,
      WebSocketPolyfill: socketClass,
      // The pages of one browser meet at the server, as everyone does: nobody is shown what is not durable.
      disableBc: true,
      // The shared line does the waiting; a section gets on again at once.
      maxBackoffTime: 100,
    })
    const synced = new Promise<void>((resolve) => provider.once('sync', () => resolve()))
    return { section, doc, text: bodyOf(doc), awareness, synced, outbox, provider, unsaved: () => outbox.size }
  }

  return {
    get state() {
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
    section(id) {
      const line = sections.get(id) ?? open(id)
      sections.set(id, line)
      return line
    },
    hurry: () => shared.hurry(),
    close() {
      for (const { provider, doc } of sections.values()) {
        provider.destroy()
        doc.destroy()
      }
      shared.close()
      listeners.clear()
    },
  }
}
