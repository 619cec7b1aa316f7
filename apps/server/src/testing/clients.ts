import { openBook, type BookLine, type LineSocket } from '@witboek/book/client'
import { emptyManifest, type BookId, type SectionId } from '@witboek/domain'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A `ws` socket that carries a cookie and an origin, as a browser's would. */
export const socketWith = (headers: Record<string, string>): typeof globalThis.WebSocket =>
  class extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols, { headers })
    }
  } as unknown as typeof globalThis.WebSocket

/** A stock y-websocket client on one section: nothing of ours but the cookie it carries. */
export function stockClient(server: string, book: string, section: string, headers: Record<string, string>) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${server}/collab/${book}`, section, doc, {
    WebSocketPolyfill: socketWith(headers),
    disableBc: true,
  })
  const closes: { code: number; reason: string }[] = []
  provider.on('closed', (close) => closes.push(close))
  return {
    doc,
    provider,
    closes,
    text: () => doc.getXmlFragment('body').toString(),
    types(text: string) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(text)])
      doc.getXmlFragment('body').push([paragraph])
    },
    leave() {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** The line that our own page opens, from Node. */
export function bookLine(server: string, book: string, cookie: string): BookLine {
  return openBook({
    server,
    book: book as BookId,
    manifest: emptyManifest,
    rights: { role: 'expert', write: true, order: false },
    connect: (url) => new WebSocket(url, { headers: { cookie } }) as unknown as LineSocket,
  })
}

export function types(line: BookLine, section: SectionId, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  line.section(section).text.push([paragraph])
}
