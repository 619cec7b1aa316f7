import { setTimeout as pause } from 'node:timers/promises'
import type { Channels } from './channels.ts'
import { Connection, type Client } from './connection.ts'
import { inTime } from './in-time.ts'
import type { Names } from './names.ts'

/** Each connection shows at least this often (ms) that Redis still answers. */
const beatEvery = 200
/** A server that has said nothing for so long (ms) is gone. */
const goneAfter = 6_000

/** One beat: this server is there, which others are, what time it is, and whether Redis still is what it was. */
const beat = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[2])
redis.call('SET', KEYS[2], ARGV[3], 'NX')
return { now, redis.call('GET', KEYS[2]), redis.call('ZRANGE', KEYS[1], 0, -1) }`

interface LinkHands {
  readonly url: string
  readonly names: Names
  readonly server: string
  readonly channels: Channels
  /** Reads what is durable in open books, for as long as its connection lasts. */
  readonly read: (client: Client) => Promise<never>
  /** The servers do not hear each other any more, or from the start not. Said once, and not for each attempt. */
  readonly lost: (cause: Error) => void
  /** They hear each other again. */
  readonly back: () => void
}

/**
 * This server's link to Redis: one connection to speak, one that listens to channels and one that waits for what becomes
 * durable in books. The servers hear each other while all three answer in time, and writing works.
 */
export class Link {
  readonly server: string
  readonly names: Names
  readonly channels: Channels
  private readonly hands: LinkHands
  private readonly commands: Connection
  private readonly connections: readonly Connection[]
  private readonly returnListeners: (() => void)[] = []
  private readonly othersListeners: (() => void)[] = []
  private state: 'starting' | 'lost' | 'connected' | 'closed' = 'starting'
  private otherServers: readonly string[] = []
  private era: string | null = null
  private clockAhead = 0
  /** Resolves when the first attempt has ended, well or badly. */
  readonly tried: Promise<void>
  private sayTried: () => void = () => undefined

  constructor(hands: LinkHands) {
    this.hands = hands
    this.server = hands.server
    this.names = hands.names
    this.channels = hands.channels
    this.tried = new Promise((resolve) => (this.sayTried = resolve))
    const { url, channels, read } = hands
    const changed = (cause: Error | null) => this.look(cause)
    this.commands = new Connection(url, {
      prepare: (client) => this.beat(client),
      serve: (client) => beating(() => this.beat(client)),
      changed,
    })
    const listening = new Connection(url, {
      prepare: channels.prepare,
      serve: (client) => beating(() => client.ping()),
      changed(cause) {
        if (cause) channels.lost()
        changed(cause)
      },
    })
    const reading = new Connection(url, { prepare: (client) => client.ping(), serve: read, changed })
    this.connections = [this.commands, listening, reading]
  }

  /** Whether the servers hear each other now. */
  get connected(): boolean {
    return this.state === 'connected'
  }

  /** To speak with; `null` while Redis is away. */
  get client(): Client | null {
    return this.commands.client
  }

  /** The same, for whoever has to have it. */
  get needed(): Client {
    return this.commands.needed
  }

  /** The servers that were there at the last beat, without this one. */
  get others(): readonly string[] {
    return this.otherServers
  }

  /** The time (ms) that all servers agree on: Redis'. */
  now(): number {
    return Date.now() + this.clockAhead
  }

  /** Calls back when something may have been missed, and may have to be said again: after a silence, or when Redis was emptied. */
  onReturn(listener: () => void): void {
    this.returnListeners.push(listener)
  }

  /** Calls back when a server has come or gone. */
  onOthers(listener: () => void): void {
    this.othersListeners.push(listener)
  }

  async close(): Promise<void> {
    this.state = 'closed'
    const { client, server, names } = this
    await client?.zRem(names.servers, server).catch(() => undefined)
    await Promise.all(this.connections.map((connection) => connection.close()))
  }

  private look(cause: Error | null): void {
    const before = this.state
    if (before === 'closed') return
    const open = this.connections.every(({ client }) => client !== null)
    if (open && before !== 'connected') {
      this.state = 'connected'
      if (before === 'lost') this.hands.back()
      for (const listener of this.returnListeners) listener()
    }
    if (cause && before !== 'lost') {
      this.state = 'lost'
      this.otherServers = []
      this.hands.lost(cause)
    }
    if (open || cause) this.sayTried()
  }

  private async beat(client: Client): Promise<void> {
    const sent = Date.now()
    const answer = client.eval(beat, {
      keys: [this.names.servers, this.names.era],
      arguments: [this.server, String(goneAfter), `${this.server}:${sent}`],
    })
    const [now, era, servers] = (await inTime(answer)) as unknown as [number, string, string[]]
    const received = Date.now()
    // An answer that lay unread for long says little about the time.
    if (received - sent < 50 || this.era === null) this.clockAhead = now - (sent + received) / 2
    const others = servers.filter((server) => server !== this.server).sort()
    const changed = others.join() !== this.otherServers.join()
    this.otherServers = others
    const emptied = this.era !== null && this.era !== era
    this.era = era
    if (emptied && this.connected) for (const listener of this.returnListeners) listener()
    if (changed) for (const listener of this.othersListeners) listener()
  }
}

async function beating(beat: () => Promise<unknown>): Promise<never> {
  for (;;) {
    await inTime(beat())
    await pause(beatEvery)
  }
}
