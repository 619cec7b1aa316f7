import { setTimeout as pause } from 'node:timers/promises'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import type { SocketsAdapter } from '../ports.ts'
import { Connection, type Client } from './connection.ts'
import { answerMax, inTime } from './in-time.ts'
import type { Link } from './link.ts'

/** So many broadcasts are kept, for sockets that come back after a lost line. */
const broadcastsKept = 1_000
/** A read that brings nothing ends after this (ms): that Redis still answers is known by it. */
const blockFor = 250

type Broadcasts = Awaited<ReturnType<Client['xRead']>>
interface Read {
  readonly stream: string
  readonly after: string
  readonly count: number
  readonly answer: (broadcasts: Broadcasts) => void
}

/**
 * Socket.IO's own adapter for Redis streams, on connections like the others. It knows nothing of a Redis that is away: it
 * would read again at once, for ever, and end the process by a promise that nobody catches. So it gets a client that waits,
 * and that fails only where that is expected.
 */
export function socketsAdapter(url: string, link: Link): { adapter: SocketsAdapter; close: () => Promise<void> } {
  const reader = new BroadcastReader(url)
  const { channels, names } = link
  const client = {
    /** By this the adapter knows which client it has. */
    sSubscribe: () => Promise.reject(new Error('not used')),
    duplicate: () => ({
      sSubscribe: client.sSubscribe,
      on: () => undefined,
      connect: () => Promise.resolve(),
      disconnect: () => undefined,
      xRead: ([{ key, id }]: [{ key: string; id: string }], { COUNT }: { COUNT: number }) =>
        reader.read(key, id, COUNT),
      subscribe: (into: readonly string[], listener: (message: Buffer) => void) => {
        for (const channel of into) channels.on(channel, listener)
      },
    }),
    xAdd: async (...add: Parameters<Client['xAdd']>) => link.needed.xAdd(...add),
    xRange: async (...range: Parameters<Client['xRange']>) => link.needed.xRange(...range),
    multi: () => link.needed.multi(),
    sendCommand: async (command: string[]) => link.needed.sendCommand(command),
    // The adapter does not look at what becomes of these.
    set: async (...set: Parameters<Client['set']>) => link.client?.set(...set).catch(() => null),
    publish: async (channel: string, message: Buffer) =>
      link.client ? channels.say(link.client, channel, message).catch(() => 0) : 0,
  }
  const adapter = createAdapter(client, {
    streamName: names.sockets.stream,
    channelPrefix: names.sockets.channel,
    sessionKeyPrefix: names.sockets.session,
    maxLen: broadcastsKept,
  })
  return { adapter, close: () => reader.close() }
}

/** Reads the stream of broadcasts on a connection of its own; a read that is under way when that breaks goes on in the next. */
class BroadcastReader {
  private readonly connection: Connection
  private waiting: Read | null = null
  private begun: () => void = () => undefined
  /** Where the stream ended when it was first read. */
  private end: string | null = null

  constructor(url: string) {
    this.connection = new Connection(url, {
      prepare: (client) => client.ping(),
      serve: (client) => this.serve(client),
      changed: () => undefined,
    })
  }

  read(stream: string, after: string, count: number): Promise<Broadcasts> {
    return new Promise((answer) => {
      this.waiting = { stream, after, count, answer }
      this.begun()
    })
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  private async serve(client: Client): Promise<never> {
    for (;;) {
      const read = this.waiting
      if (!read) {
        await inTime(client.ping())
        if (!this.waiting) await Promise.race([pause(blockFor), new Promise<void>((resolve) => (this.begun = resolve))])
        continue
      }
      const { stream, count, answer } = read
      // "From now on" has to mean the same in each read, or what comes in between is lost.
      const id = read.after === '$' ? (this.end ??= await lastOf(client, stream)) : read.after
      const reading = client.xRead([{ key: stream, id }], { COUNT: count, BLOCK: blockFor })
      const broadcasts = await inTime(reading, blockFor + answerMax)
      if (!broadcasts) continue
      this.waiting = null
      answer(broadcasts)
    }
  }
}

async function lastOf(client: Client, stream: string): Promise<string> {
  const last = await inTime(client.xRevRange(stream, '+', '-', { COUNT: 1 }))
  return last?.[0]?.id ?? '0-0'
}
