import type { Client } from './connection.ts'

type Listener = (body: Buffer) => void

/** Who says it stands in front of every message: a server does not listen to itself. */
const idLength = 16

/**
 * What passes between servers and is kept nowhere. One connection listens for this server; whoever wants to say something
 * brings another one, because a connection that listens can do nothing else.
 */
export class Channels {
  private readonly server: Buffer
  private readonly surprised: (cause: unknown) => void
  private readonly listeners = new Map<string, Listener>()
  /** The channels in which Redis counts this server among those that hear. */
  private readonly heard = new Set<string>()
  /** The last change of what is listened to, by channel, as long as Redis has not answered it. */
  private readonly changes = new Map<string, Promise<void>>()
  private client: Client | null = null

  constructor(server: string, surprised: (cause: unknown) => void) {
    this.surprised = surprised
    this.server = Buffer.from(server.padEnd(idLength).slice(0, idLength), 'latin1')
  }

  /** A fresh connection: it listens to all there is to listen to. */
  readonly prepare = async (client: Client): Promise<void> => {
    this.client = client
    this.heard.clear()
    await Promise.all([...this.listeners.keys()].map((channel) => this.listen(client, channel)))
  }

  lost(): void {
    this.client = null
    this.heard.clear()
  }

  on(channel: string, listener: Listener): void {
    this.listeners.set(channel, listener)
    this.change(channel)
  }

  off(channel: string): void {
    this.listeners.delete(channel)
    this.change(channel)
  }

  /** Says something to the other servers; answers how many hear it. */
  async say(client: Client, channel: string, body: Uint8Array): Promise<number> {
    // Whether Redis counts this server, too, has to be known first.
    await this.changes.get(channel)
    const self = this.heard.has(channel) ? 1 : 0
    const receivers = await client.publish(channel, Buffer.concat([this.server, body]))
    return Math.max(0, receivers - self)
  }

  /** Brings Redis to where the listeners are, one change after the other. */
  private change(channel: string): void {
    const before = this.changes.get(channel) ?? Promise.resolve()
    const done = before.then(async () => {
      const { client } = this
      if (!client) return
      const wanted = this.listeners.has(channel)
      if (wanted === this.heard.has(channel)) return
      // A connection that breaks meanwhile is followed by one that listens to everything.
      await (wanted ? this.listen(client, channel) : this.leave(client, channel)).catch(() => undefined)
    })
    this.changes.set(channel, done)
    void done.then(() => this.changes.get(channel) === done && this.changes.delete(channel))
  }

  private async listen(client: Client, channel: string): Promise<void> {
    await client.subscribe(channel, (message) => this.came(channel, message), true)
    if (this.client === client) this.heard.add(channel)
  }

  private async leave(client: Client, channel: string): Promise<void> {
    await client.unsubscribe(channel)
    this.heard.delete(channel)
  }

  private came(channel: string, message: Buffer): void {
    if (message.subarray(0, idLength).equals(this.server)) return
    try {
      this.listeners.get(channel)?.(message.subarray(idLength))
    } catch (cause) {
      this.surprised(cause)
    }
  }
}
