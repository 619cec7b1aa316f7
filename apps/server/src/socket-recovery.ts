import type { BookId } from '@witboek/domain'
import type { SocketsAdapter } from '@witboek/live'
import type { SeatedVisitor } from './login/visitors.ts'
import { bookOf, type BookSocket } from './sockets.ts'

/** A socket whose line was lost may come back as what it was for so long (ms), to any server. */
export const recoveryLasts = 2 * 60_000

type Adapter = ReturnType<SocketsAdapter>
type Session = Parameters<Adapter['persistSession']>[0]
type Restore = Adapter['restoreSession']

/**
 * Brings back the rooms of a socket, and what was said in them meanwhile. Socket.IO does that as soon as somebody names
 * the secret of a session; here the login is asked for first, and it has to be the very one that had the session.
 */
export class SocketRecovery {
  private readonly mayRead: (book: BookId, visitor: SeatedVisitor) => Promise<boolean>
  private readonly missed = new WeakMap<BookSocket, readonly unknown[][]>()
  private persist: (session: Session) => void = () => undefined
  private restore: Restore = () => Promise.reject(new Error('no adapter'))

  constructor(mayRead: (book: BookId, visitor: SeatedVisitor) => Promise<boolean>) {
    this.mayRead = mayRead
  }

  /** The adapter, with its sessions in our hands. */
  guards(adapter: SocketsAdapter): SocketsAdapter {
    // Socket.IO calls it with `new`.
    const guarded = (namespace: unknown): Adapter => {
      const guarded = adapter(namespace)
      this.persist = guarded.persistSession.bind(guarded)
      this.restore = guarded.restoreSession.bind(guarded)
      // Of the person it keeps no more than the login: the rest comes from the store.
      guarded.persistSession = (session) => this.persist({ ...session, data: loginIn(session) })
      guarded.restoreSession = () => Promise.reject(new Error('not before the login is known'))
      return guarded
    }
    return function (namespace) {
      return guarded(namespace)
    }
  }

  /** Lets a socket that came in under this login into its former rooms, when it had any and may still be there. */
  async bringBack(socket: BookSocket, visitor: SeatedVisitor): Promise<void> {
    const { pid, offset } = socket.handshake.auth as { pid?: unknown; offset?: unknown }
    if (typeof pid !== 'string' || typeof offset !== 'string') return
    const session = await this.session(pid, offset)
    if (!session || loginIn(session).login !== visitor.login) return
    const rooms = session.rooms.filter((room) => room !== session.sid)
    const books = rooms.flatMap((room) => bookOf(room) ?? [])
    if (!(await Promise.all(books.map((book) => this.mayRead(book, visitor)))).every((may) => may)) return
    // Read once more: what was said while that was asked has been missed, too.
    this.persist(session)
    const whole = await this.session(pid, offset)
    if (!whole) return
    await socket.join(rooms)
    this.missed.set(socket, whole.missedPackets)
    // By these the page knows that it has missed nothing.
    Object.assign(socket, { recovered: true, pid })
  }

  /** To be called when the socket is in. */
  tellMissed(socket: BookSocket): void {
    for (const [name, ...rest] of this.missed.get(socket) ?? [])
      socket.emit(name as 'parked:changed', ...(rest as [never]))
    this.missed.delete(socket)
  }

  /** No session is no surprise: it is too old, Redis was emptied, or is away. */
  private async session(pid: string, offset: string): Promise<Awaited<ReturnType<Restore>> | null> {
    return this.restore(pid, offset).catch(() => null)
  }
}

const loginIn = ({ data }: Pick<Session, 'data'>): { login: unknown } => ({
  login: (data as Partial<SeatedVisitor> | null)?.login,
})
