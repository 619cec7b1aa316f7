import type { LoginId, MeetingId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import type { Notice, Notices } from './ports.ts'
import { aWire } from './testing/a-wire.ts'
import { adapters, serversOnRedis } from './testing/servers.ts'

const ended = (...logins: string[]): Notice => ({ type: 'logins-ended', logins: logins as LoginId[] })

function heardBy(notices: Notices) {
  const heard: Notice[] = []
  let returns = 0
  notices.onNotice((notice) => heard.push(notice))
  notices.onReturn(() => (returns += 1))
  return { heard, returns: () => returns }
}

describe.each(adapters())('notices, %s', (_, open) => {
  it('go to the others, and not back to who sent them', async () => {
    const { notices } = await open()
    const { heard } = heardBy(notices)
    await notices.send({ type: 'access-changed' })
    await notices.send(ended('login-1'))
    expect(heard).toEqual([])
  })
})

describe('notices, on Redis', () => {
  const servers = serversOnRedis()

  it('reach every other server, in order', async () => {
    const [one, other, third] = await Promise.all([servers.connected(), servers.connected(), servers.connected()])
    const all = [other, third].map(({ notices }) => heardBy(notices))
    await one.notices.send(ended('login-1', 'login-2'))
    await one.notices.send({ type: 'access-changed' })
    const moved: Notice = { type: 'meeting-changed', meeting: 'evening' as MeetingId, head: 7 }
    await one.notices.send(moved)
    await until('all have come', () => all.every(({ heard }) => heard.length === 3))
    for (const { heard } of all) expect(heard).toEqual([ended('login-1', 'login-2'), { type: 'access-changed' }, moved])
  })

  it('do not wait for a Redis that is away, and have everyone look into the store when it is back', async () => {
    const [one, other] = await Promise.all([servers.connected(), servers.connected()])
    const listeners = [one, other].map(({ notices }) => heardBy(notices))
    const before = listeners.map(({ returns }) => returns())
    await servers.redis.kill()
    await until('both know', () => !one.books.connected && !other.books.connected)
    await one.notices.send(ended('login-1'))
    await servers.redis.restart()
    await until('both look', () => listeners.every(({ returns }, i) => returns() > (before[i] ?? 0)))
    await one.notices.send({ type: 'access-changed' })
    await until('what is new comes', () => listeners[1]?.heard.length === 1)
  })

  it('that one server could not send have the others look, too, although they heard each other all the time', async () => {
    const wire = await aWire(servers.redis.url)
    const one = await servers.server(wire.url)
    const other = await servers.connected()
    const listener = heardBy(other.notices)
    await until('both are there', () => one.books.connected)
    const before = listener.returns()
    wire.cut()
    await until('the one knows', () => !one.books.connected)
    await one.notices.send(ended('login-1'))
    wire.mend()
    await until('the other looks', () => listener.returns() > before)
    expect([listener.heard, other.said]).toEqual([[], []])
    wire.close()
  })
})
