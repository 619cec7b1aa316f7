import type { SectionId } from '@witboek/domain'
import { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { bodyOf, newSectionDoc } from '../layout.ts'
import type { SectionLine } from './book-state.ts'
import type { KeptEdits } from './kept-edits.ts'
import { Outbox, type OwnEdit } from './outbox.ts'
import { sectionSocketClass, type OwnMessage } from './section-socket.ts'
import type { SharedSocket } from './shared-socket.ts'

interface OpenSectionHands {
  readonly section: SectionId
  readonly server: string
  readonly shared: SharedSocket
  readonly edits: KeptEdits
  /** Started anew on a line that is open. */
  readonly anew: boolean
  readonly changed: () => void
  readonly told: (message: OwnMessage) => void
  readonly broken: () => void
  readonly tooLarge: () => void
  readonly lost: () => void
  /** The first time that it is in sync with the server. Resolves when what waited for that is in the text. */
  readonly arrived: () => Promise<void>
  /** How many own edits of this section wait to be put into this text. */
  readonly waiting: () => number
}

/** One copy of a section's text with what keeps it in step with the server: from its opening until it is started anew. */
export interface OpenSection extends SectionLine {
  readonly outbox: Outbox
  /** Holds everything that the server has, as far as has been heard. */
  readonly inSync: () => boolean
  /** Has been so at least once. */
  readonly arrived: () => boolean
  /** What the server last said it has, as a state vector: acknowledgements can get lost with a line, this is said anew. */
  readonly serverHas: () => ReadonlyMap<number, number>
  /** Nothing of this copy will be sent any more: what its editor still hands over goes to `late`. */
  divert(late: (edit: OwnEdit) => void): void
  /** Takes this copy off the line, and away a moment later. */
  retire(): void
  destroy(): void
}

/** A server never has a letter of somebody without all that they wrote before it. */
function withWhatIsIn(known: ReadonlyMap<number, number>, update: Uint8Array): ReadonlyMap<number, number> {
  const grown = new Map(known)
  for (const [client, end] of Y.parseUpdateMeta(update).to) grown.set(client, Math.max(end, grown.get(client) ?? 0))
  return grown
}

/** An editor that is being replaced has handed over its last letter by then (ms). */
const lastLetters = 1_000

export function openSection(hands: OpenSectionHands): OpenSection {
  const { section, server, shared, edits, anew } = hands
  const doc = newSectionDoc()
  const outbox = new Outbox()
  const awareness = new Awareness(doc)
  let known: ReadonlyMap<number, number> = new Map()
  let late: ((edit: OwnEdit) => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  // Counted before the provider hears of the edit and sends it: an edit is never sent before it is in the outbox.
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    const edit = edits.keep(section, update)
    if (late) return late(edit)
    outbox.wrote(edit)
    hands.changed()
  })
  const { changed, told, broken, tooLarge, lost } = hands
  const provider: WebsocketProvider = new WebsocketProvider(server, section, doc, {
    awareness,
    WebSocketPolyfill: sectionSocketClass({
      section,
      doc,
      shared,
      outbox,
      anew,
      changed,
      told,
      serverHas: (state) => void (known = state),
      // Own words among them: they are recorded, and only their acknowledgement got lost, on a line to another server.
      serverSent: (update) => void (outbox.size > 0 && (known = withWhatIsIn(known, update))),
      broken,
      tooLarge,
      lost,
    }),
    // The pages of one browser meet at the server, as everyone does: nobody is shown what is not durable.
    disableBc: true,
    // The shared line does the waiting; a section gets on again at once.
    maxBackoffTime: 100,
  })
  // It takes a quiet section for a dead one; the shared line knows better, and counting goes on as long as that is there.
  clearInterval(provider._checkInterval)
  let arrived = false
  const synced = new Promise<void>((resolve) =>
    provider.once('sync', () => {
      arrived = true
      resolve(hands.arrived())
    }),
  )

  const destroy = () => {
    clearTimeout(timer)
    provider.destroy()
    doc.destroy()
  }
  return {
    section,
    doc,
    text: bodyOf(doc),
    awareness,
    synced,
    outbox,
    unsaved: () => outbox.size + hands.waiting(),
    inSync: () => provider.synced,
    arrived: () => arrived,
    serverHas: () => known,
    divert: (take) => void (late = take),
    retire() {
      provider.destroy()
      timer = setTimeout(destroy, lastLetters)
    },
    destroy,
  }
}
