import { openBook, type BookLine, type LineSocket } from '@witboek/book/client'
import type { Answer, FromBrowser, FromServer } from '@witboek/contract'
import { emptyManifest, type BookId } from '@witboek/domain'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'

// Every section that somebody has open listens for the end of the process (y-websocket does that outside a browser), and
// lets go when it closes. A whole evening is more people than one process usually has.
process.setMaxListeners(0)

/** The line that our own page opens, to whichever server `where` says when it is opened. */
export function bookLine(where: () => string, book: BookId, cookie: string): BookLine {
  return openBook({
    server: 'ws://town',
    book,
    manifest: emptyManifest,
    rights: { role: 'expert', write: true, order: false, remark: false },
    connect: (url) =>
      new WebSocket(url.replace('ws://town', where().replace('http', 'ws')), {
        headers: { cookie },
        handshakeTimeout: 2_000,
      }) as unknown as LineSocket,
    // There is little time to flush before a lock falls: here pages live for a tenth of a second.
    closingPause: 5,
  })
}

export type CommandLine = Socket<FromServer, FromBrowser>

/** A line for commands, to one server; it comes back by itself when that server does. */
export const commandLine = (address: string, cookie: string): CommandLine =>
  io(address, {
    extraHeaders: { cookie, origin: address },
    forceNew: true,
    transports: ['websocket'],
    reconnectionDelay: 20,
    reconnectionDelayMax: 60,
    timeout: 2_000,
  })

/** One command, and whether the server said yes: what it did not answer it may have done all the same. */
export async function says(
  line: CommandLine,
  name: 'section:lock' | 'section:unlock',
  message: unknown,
): Promise<boolean> {
  const answer: Promise<Answer<unknown>> = line.timeout(6_000).emitWithAck(name, message as never)
  return answer.then(
    ({ ok }) => ok,
    () => false,
  )
}
