import { openBook, type BookLine, type LineSocket, type OpenBook } from '@witboek/book/client'
import type { Answer, FromBrowser, FromServer, ProblemCode } from '@witboek/contract'
import { emptyManifest, type BookId, type SectionId } from '@witboek/domain'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

// Every stock provider listens for the end of the process, and a hall has hundreds of them.
process.setMaxListeners(0)

/** A `ws` socket that carries a cookie and an origin, as a browser's would. */
const socketWith = (headers: Record<string, string>): typeof globalThis.WebSocket =>
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
export function bookLine(
  server: string,
  book: string,
  cookie: string,
  more: Pick<OpenBook, 'closingPause'> = {},
): BookLine {
  return openBook({
    ...more,
    server,
    book: book as BookId,
    manifest: emptyManifest,
    rights: { role: 'expert', write: true, order: false, remark: false },
    connect: (url) => new WebSocket(url, { headers: { cookie } }) as unknown as LineSocket,
  })
}

export function types(line: BookLine, section: SectionId, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  line.section(section).text.push([paragraph])
}

/** Any message, well-formed or not, and its one answer. */
export const asks = (socket: MeetingLine, name: string, message: unknown): Promise<Answer<unknown>> =>
  socket.timeout(5_000).emitWithAck(name as 'section:lock', message as never)

/** The answer that says why not. */
export const no = (code: ProblemCode): object => ({ ok: false, problem: { type: `/problems/${code}` } })

export type MeetingLine = Socket<FromServer, FromBrowser>

/** The line for commands, as the page opens it; it comes back by itself when the server does. */
export const meetingLine = (address: string, cookie: string): MeetingLine =>
  io(address, {
    extraHeaders: { cookie, origin: address },
    forceNew: true,
    transports: ['websocket'],
    reconnectionDelay: 20,
    reconnectionDelayMax: 60,
    timeout: 2_000,
  })
