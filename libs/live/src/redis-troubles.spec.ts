import type { BookId, LoginId, PersonId, RecordedEntry } from '@witboek/domain'
import { chanceFrom, seedOfToday, until, type Chance } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { inBook } from './place.ts'
import { aWire } from './testing/a-wire.ts'
import { serversOnRedis, type TestLive } from './testing/servers.ts'

const rounds = process.env['PROFILE'] === 'nightly' ? 60 : 6
const books = ['book-1', 'book-2', 'book-3'] as BookId[]
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The store that all servers share: what is in it is so. */
class Truth {
  readonly logs = new Map<BookId, RecordedEntry[]>(books.map((book) => [book, []]))
  readonly endedLogins = new Set<LoginId>()
  readonly present = new Map<string, { readonly server: TestServer; readonly book: BookId; readonly name: string }>()
}

/** A server that looks into the store when it is asked to, and never by itself. */
class TestServer {
  readonly live: TestLive
  readonly heads = new Map<BookId, number>(books.map((book) => [book, 0]))
  readonly endedLogins = new Set<LoginId>()

  constructor(live: TestLive, truth: Truth) {
    this.live = live
    for (const book of books) {
      const log = truth.logs.get(book) ?? []
      live.books.listen(book, 0, {
        told: () => undefined,
        recorded: (entries) => {
          for (const entry of entries) {
            expect(entry).toEqual(log[entry.seq - 1])
            if (entry.seq === this.head(book) + 1) this.heads.set(book, entry.seq)
          }
          const more = entries.length === 0 || (entries.at(-1)?.seq ?? 0) > this.head(book)
          if (more) this.heads.set(book, log.length)
        },
      })
    }
    live.notices.onNotice((notice) => {
      if (notice.type === 'logins-ended') for (const login of notice.logins) this.endedLogins.add(login)
    })
    live.notices.onReturn(() => {
      for (const login of truth.endedLogins) this.endedLogins.add(login)
    })
  }

  head(book: BookId): number {
    return this.heads.get(book) ?? 0
  }

  write(truth: Truth, chance: Chance): void {
    const book = chance.pick(books)
    const log = truth.logs.get(book) ?? []
    // Who writes has everything before it, as the store sees to it.
    this.heads.set(book, log.length + 1)
    const size = chance.below(20) === 0 ? 30_000 : 1 + chance.below(300)
    const entry = { kind: 'edit', seq: log.length + 1, person: 'p', at: 0, section: 's', newClients: [] }
    log.push({ ...entry, update: new Uint8Array(size).fill(chance.below(256)) } as unknown as RecordedEntry)
    this.live.books.spread(book, log.slice(-1))
  }

  move(truth: Truth, chance: Chance): void {
    const name = `Person ${chance.below(20)}`
    const before = truth.present.get(name)
    const server = before?.server ?? this
    if (before && chance.below(3) === 0) {
      truth.present.delete(name)
      return void server.live.presence.forget(name)
    }
    const book = chance.pick(books)
    truth.present.set(name, { server, book, name })
    void server.live.presence.say(name, inBook(book), { person: name as PersonId, name, role: 'expert', section: null })
  }

  endLogin(truth: Truth): void {
    const login = `login-${truth.endedLogins.size}` as LoginId
    truth.endedLogins.add(login)
    this.endedLogins.add(login)
    void this.live.notices.send({ type: 'logins-ended', logins: [login] })
  }
}

describe('servers whose Redis gives trouble', () => {
  const servers = serversOnRedis()

  it(
    'know all that is so when it is over, without ever looking by themselves',
    { timeout: rounds * 20_000 },
    async () => {
      const seed = seedOfToday()
      const chance = chanceFrom(seed)
      console.info(`seed ${seed}`)
      const truth = new Truth()
      const wire = await aWire(servers.redis.url)
      const house = [await servers.server(wire.url), await servers.server(), await servers.server()].map(
        (live) => new TestServer(live, truth),
      )
      const troubles: Record<string, () => Promise<unknown>> = {
        killed: async () => {
          await servers.redis.kill()
          await sleep(chance.below(1_500))
          await servers.redis.restart()
        },
        hangs: async () => {
          servers.redis.pause()
          await sleep(chance.below(2_500))
          servers.redis.resume()
        },
        emptied: () => servers.asks((redis) => redis.flushAll()),
        cut: () => servers.asks((redis) => redis.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal'])),
        deaf: () => servers.asks((redis) => redis.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])),
        wire: async () => {
          wire.cut()
          await sleep(chance.below(1_500))
          wire.mend()
        },
      }
      for (let round = 0; round < rounds; round++) {
        const name = chance.pick(Object.keys(troubles))
        let over = false
        const trouble = (troubles[name] as () => Promise<unknown>)().finally(() => (over = true))
        for (let deeds = 0; !over || deeds < 50; deeds++) {
          const server = chance.pick(house)
          server.write(truth, chance)
          if (chance.below(2) === 0) server.move(truth, chance)
          if (chance.below(10) === 0) server.endLogin(truth)
          await sleep(chance.below(10))
        }
        await trouble
        const what = `round ${round}, ${name}, seed ${seed}`
        await until(`${what}: all hear each other`, () => house.every(({ live }) => live.books.connected))
        for (const [book, log] of truth.logs)
          await until(`${what}: ${book} is known`, () => house.every((server) => server.head(book) === log.length))
        await until(`${what}: the logins have ended`, () =>
          house.every(({ endedLogins }) => endedLogins.size === truth.endedLogins.size),
        )
        for (const book of books) {
          const names = [...truth.present.values()].filter((who) => who.book === book).map((who) => who.name)
          const right = names.toSorted((a, b) => a.localeCompare(b, 'nl')).join()
          for (const { live } of house)
            await until(`${what}: who is in ${book}`, async () => {
              const list = await live.presence.list(inBook(book))
              return list.map((who) => who.name).join() === right
            })
        }
      }
      for (const { live } of house) expect(live.surprises).toEqual([])
      wire.close()
    },
  )
})
