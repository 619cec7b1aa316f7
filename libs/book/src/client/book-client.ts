import {
  lockOn,
  sectionIn,
  withFact,
  type BookId,
  type BookRights,
  type Instant,
  type Manifest,
  type SectionId,
} from '@witboek/domain'
import { flushedFrame, type BookMessage } from '../wire.ts'
import type { BookLine, BookState } from './book-state.ts'
import { Closing } from './closing.ts'
import type { Device } from './device.ts'
import { KeptEdits } from './kept-edits.ts'
import { LiveSections } from './live-sections.ts'
import { SharedSocket, type LineSocket } from './shared-socket.ts'
import { WordsShelf } from './words-shelf.ts'

export interface OpenBook {
  /** `ws://…` or `wss://…` of the server, without a path. */
  readonly server: string
  readonly book: BookId
  /** What the page already has from the server, until the line brings newer. */
  readonly manifest: Manifest
  readonly rights: BookRights
  /** Keeps what is not saved yet when the page is closed; without one that is lost then. */
  readonly device?: Device
  /** For clients outside a browser: opens the WebSocket, with a login cookie say. */
  readonly connect?: (url: string) => LineSocket
  /** Where the time of "saved at" comes from; the page's own clock unless told otherwise. */
  readonly now?: () => Instant
  /** How long (ms) the page needs to go read-only before a lock falls. */
  readonly closingPause?: number
}

/** From this percentage on the page is told how full a section is. */
const nearlyFull = 80

/** So many tries may fail before a page says that it gets no line: a network may let no WebSockets through at all. */
const triesBeforeSaying = 4

/** Opens the line to a book. The first message comes by itself; sections are opened as the page asks for them. */
export function openBook(options: OpenBook): BookLine {
  const { book, manifest, rights, device = null, closingPause = 50 } = options
  const now = options.now ?? (() => Date.now() as Instant)
  const connect = options.connect ?? ((url) => new WebSocket(url) as unknown as LineSocket)
  const address = `${options.server}/collab/${book}`
  const listeners = new Set<(state: BookState) => void>()
  let state: BookState = {
    line: 'connecting',
    refusal: null,
    unsaved: 0,
    unkept: 0,
    savedAt: null,
    manifest,
    rights,
    closing: [],
    setAside: [],
    renewed: new Map(),
    filled: new Map(),
  }

  const change = (part: Partial<BookState>): void => {
    state = { ...state, ...part }
    for (const listener of [...listeners]) listener(state)
  }

  const bookMessage = (message: BookMessage): void => {
    switch (message.type) {
      case 'welcome':
        closing.endAll()
        change({ manifest: message.welcome.manifest, rights: message.welcome.rights })
        return sections.known(message.welcome.slots)
      case 'fact':
        change({ manifest: withFact(state.manifest, message.fact.fact) })
        return closing.heard(message.fact.fact)
      case 'closing':
        return closing.begin(message.closing)
      case 'rights':
        return change({ rights: message.rights })
      case 'moving':
      case 'flushed':
        return
    }
  }

  let failedTries = 0
  const lineAfterLoss = (): BookState['line'] => {
    if (state.line !== 'connecting') return state.line === 'unreachable' ? 'unreachable' : 'lost'
    failedTries += 1
    return failedTries < triesBeforeSaying ? 'connecting' : 'unreachable'
  }

  const shared = new SharedSocket({
    connect: () => connect(address),
    bookMessage,
    lineOpen: () => change({ line: 'open', refusal: null }),
    lineLost: () => change({ line: lineAfterLoss() }),
    lineRefused: (reason) => {
      sections.refusedForGood(reason)
      change({ line: 'refused', refusal: reason })
    },
    chance: Math.random,
  })
  const shelf = new WordsShelf({ device, now, changed: (setAside) => change({ setAside }) })
  const mayWrite = (section: SectionId): boolean =>
    state.rights.write &&
    sectionIn(state.manifest, section)?.removed === false &&
    lockOn(state.manifest, section) === null
  const edits = new KeptEdits(device, () => change({ unkept: edits.underWay }))
  const sections = new LiveSections({
    server: address,
    shared,
    edits,
    shelf,
    mayWrite,
    changed: () => {
      const { unsaved } = sections
      if (unsaved !== state.unsaved) change({ unsaved, unkept: edits.underWay })
    },
    saved: () => change({ unsaved: sections.unsaved, savedAt: now() }),
    renewed: (section) =>
      change({ renewed: new Map(state.renewed).set(section, (state.renewed.get(section) ?? 0) + 1) }),
    filled: (section, percent) => {
      const filled = new Map(state.filled)
      if (percent >= nearlyFull) filled.set(section, percent)
      else if (!filled.delete(section)) return
      change({ filled })
    },
    refused: (reason) => change({ refusal: reason }),
  })
  const closing = new Closing({
    pause: closingPause,
    flushed: (round) => shared.sendBook(flushedFrame(round)),
    changed: (closed) => change({ closing: closed }),
  })

  return {
    get state() {
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
    section: (id) => sections.get(id),
    forget: (id) => shelf.forget(id),
    putBack(section, pieces) {
      if (state.line === 'refused' || !mayWrite(section) || closing.has(section)) return false
      return sections.putBack(section, pieces, state.line === 'open')
    },
    hurry: () => shared.hurry(),
    close() {
      closing.endAll()
      sections.close()
      shared.close()
      listeners.clear()
    },
  }
}
