import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { LoginId, PersonId } from '@witboek/domain'
import { openInProcessLive, openRedisLive, type Notices } from '@witboek/live'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { HandClock, until } from '@witboek/testkit'
import { aRedis, type ThrowawayServer } from '@witboek/testkit/servers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountRates } from '../books/reading-pace.ts'
import { aFolder } from '../testing/a-server.ts'
import { loginCookie, loginLasts } from './login-cookie.ts'
import { Visitors } from './visitors.ts'

const anna = 'person-anna' as PersonId
const byLink = { how: 'link', device: 'Firefox, Android', lasts: loginLasts } as const

let folder: ReturnType<typeof aFolder>
let store: Store
let clock: HandClock
const ends: (() => unknown)[] = []
beforeEach(async () => {
  folder = aFolder()
  store = await openEmbeddedStore(folder.path)
  clock = new HandClock()
  await store.people.save({
    id: anna,
    name: 'Anna',
    background: '',
    seats: [{ role: 'expert', theme: null }],
  } as never)
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await store.close()
  folder.remove()
})

/** The logins of one server, and which of them it was told to close. */
function aServersVisitors(notices: Notices = openInProcessLive({ accountRates }).notices) {
  const surprises: unknown[] = []
  const { logins, people } = store
  const visitors = new Visitors({ logins, people, clock, notices, surprised: (cause) => surprises.push(cause) })
  const ended: LoginId[] = []
  visitors.onEnd((login) => ended.push(login))
  ends.push(() => visitors.close())
  return { visitors, ended, surprises }
}

/** A request with this token; when it becomes a WebSocket, its connection stays open. */
function aRequest(token: string, { upgrade = true } = {}) {
  const socket = Object.assign(new EventEmitter(), { destroyed: false })
  const headers = { cookie: `${loginCookie}=${token}`, ...(upgrade && { upgrade: 'websocket' }) }
  return { request: { headers, socket } as unknown as IncomingMessage, closes: () => socket.emit('close') }
}

describe('a login under which something is open', () => {
  it('[ACCESS-3] is looked up every twenty seconds, and what is open ends when it is over', async () => {
    const { visitors, ended } = aServersVisitors()
    const { token, login } = await visitors.start(anna, 0, byLink)
    const { request } = aRequest(token)
    expect(await visitors.of(request)).toMatchObject({ login })
    clock.turn(20_000)
    await store.logins.end(login)
    expect(ended).toEqual([])
    clock.turn(20_000)
    await until('it has ended', () => ended.length > 0)
    expect(ended).toEqual([login])
  })

  it('[ACCESS-3] ends also when its time is over', async () => {
    const { visitors, ended } = aServersVisitors()
    const { token, login } = await visitors.start(anna, 0, byLink)
    await visitors.of(aRequest(token).request)
    clock.turn(loginLasts - 60_000)
    await visitors.of(aRequest(token).request)
    clock.turn(60_001)
    await until('it has ended', () => ended.length > 0)
    expect(new Set(ended)).toEqual(new Set([login]))
  })

  it('is not looked up when nothing is open any more, or nothing ever was', async () => {
    const { visitors, ended } = aServersVisitors()
    const one = await visitors.start(anna, 0, byLink)
    const other = await visitors.start(anna, 0, byLink)
    const { request, closes } = aRequest(one.token)
    await visitors.of(request)
    await visitors.of(request)
    closes()
    await visitors.of(aRequest(other.token, { upgrade: false }).request)
    const third = await visitors.start(anna, 0, byLink)
    await visitors.of(aRequest(third.token).request)
    await store.logins.endOf(anna)
    clock.turn(20_000)
    await until('the third has ended', () => ended.length > 0)
    expect(ended).toEqual([third.login])
  })

  it('stays open while the store cannot be asked', async () => {
    const { visitors, ended, surprises } = aServersVisitors()
    const { token } = await visitors.start(anna, 0, byLink)
    await visitors.of(aRequest(token).request)
    await store.close()
    clock.turn(20_000)
    await until('that is a surprise', () => surprises.length > 0)
    expect(ended).toEqual([])
    store = await openEmbeddedStore(folder.path)
  })
})

describe('logins on two servers', () => {
  let redis: ThrowawayServer
  beforeAll(async () => {
    redis = await aRedis()
  })
  afterAll(() => redis.stop())

  /** Two servers that hear each other. */
  async function two() {
    const lives = await Promise.all(
      [0, 1].map(() =>
        openRedisLive(redis.url, {
          accountRates,
          lost: () => undefined,
          back: () => undefined,
          surprised: () => undefined,
        }),
      ),
    )
    ends.push(() => Promise.all(lives.map((live) => live.close())))
    const [one, other] = lives.map(({ notices }) => aServersVisitors(notices))
    if (!one || !other) throw new Error('there are two')
    const connected = (wish: boolean) => lives.every(({ books }) => books.connected === wish)
    await until('they hear each other', () => connected(true))
    return { one, other, connected }
  }

  it('[ACCESS-3] end on both, whichever ends them', async () => {
    const { one, other } = await two()
    const { token, login } = await one.visitors.start(anna, 0, byLink)
    const { changes } = other.visitors
    await one.visitors.end(aRequest(token).request)
    await until('the other has heard', () => other.ended.length > 0)
    expect([one.ended, other.ended]).toEqual([[login], [login]])
    expect(other.visitors.changes).toBeGreaterThan(changes)
  })

  it('[ACCESS-3] have doors ask again on both when somebody may do something else', async () => {
    const { one, other } = await two()
    const { changes } = other.visitors
    one.visitors.noteChange()
    await until('the other asks again', () => other.visitors.changes > changes)
    const after = one.visitors.changes
    other.visitors.askAgain()
    other.visitors.noteChange()
    await until('the one asks again', () => one.visitors.changes > after)
    expect(one.visitors.changes).toBe(after + 1)
  })

  it('[ACCESS-3] that ended while the servers did not hear each other end on both when they do', async () => {
    const { one, other, connected } = await two()
    const { token, login } = await one.visitors.start(anna, 0, byLink)
    await other.visitors.of(aRequest(token).request)
    const { changes } = other.visitors
    await redis.kill()
    await until('both know', () => connected(false))
    await one.visitors.end(aRequest(token).request)
    expect(other.ended).toEqual([])
    await redis.restart()
    await until('the other has looked', () => other.ended.includes(login))
    expect(other.visitors.changes).toBeGreaterThan(changes)
  })
})
