import type { LoginId } from '@witboek/domain'
import type { Login } from '@witboek/store'

/** What says when it ends: a line, or the connection under it. */
export interface Lasting {
  once(event: 'close', listener: () => void): unknown
}

/** Under which logins something is open on this server, by the connections it is open over. */
export class OpenLogins {
  private readonly logins = new Map<LoginId, { readonly login: Login; readonly connections: Set<Lasting> }>()

  /** The login counts as open until this connection closes. */
  add(login: Login, connection: Lasting): void {
    const open = this.logins.get(login.id) ?? { login, connections: new Set() }
    if (open.connections.has(connection)) return
    this.logins.set(login.id, open)
    open.connections.add(connection)
    connection.once('close', () => {
      open.connections.delete(connection)
      if (open.connections.size === 0) this.logins.delete(login.id)
    })
  }

  all(): readonly Login[] {
    return [...this.logins.values()].map(({ login }) => login)
  }
}
