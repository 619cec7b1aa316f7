import { describe, expect, it } from 'vitest'
import { InProcessAttempts } from './in-process/attempts.ts'
import { adapters, serversOnRedis } from './testing/servers.ts'

const limit = { max: 3, within: 60_000 }

describe.each(adapters())('attempts, %s', (_, server) => {
  it('are let through up to their number, and then told how long to wait', async () => {
    const { attempts } = await server()
    const waits = []
    for (let i = 0; i < 5; i++) waits.push(await attempts.take('code of 192.0.2.1', limit))
    expect(waits.slice(0, 3)).toEqual([0, 0, 0])
    for (const wait of waits.slice(3)) expect(wait > 0 && wait <= limit.within).toBe(true)
    expect(await attempts.take('code of 192.0.2.2', limit), 'others are not held up').toBe(0)
  })

  it('can be looked at without counting', async () => {
    const { attempts } = await server()
    const looks = []
    for (let i = 0; i < 4; i++) {
      looks.push(await attempts.left('code of 192.0.2.3', limit), await attempts.left('code of 192.0.2.3', limit))
      await attempts.take('code of 192.0.2.3', limit)
    }
    expect(looks.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0])
    for (const wait of looks.slice(6)) expect(wait > 0 && wait <= limit.within).toBe(true)
  })
})

describe('attempts in process', () => {
  it('begin anew when their time is over', async () => {
    let now = 0
    const attempts = new InProcessAttempts(() => now)
    for (let i = 0; i < 3; i++) await attempts.take('mail', limit)
    expect(await attempts.take('mail', limit)).toBe(60_000)
    now = 60_000
    expect(await attempts.take('mail', limit)).toBe(0)
  })

  it('do not fill the memory, however many names somebody makes up', async () => {
    const attempts = new InProcessAttempts()
    for (let i = 0; i < 50_010; i++) await attempts.take(`name ${i}`, limit)
    expect(Reflect.get(attempts, 'windows')).toHaveProperty('size', 50_000)
  })
})

describe('attempts on several servers', () => {
  const servers = serversOnRedis()

  it('are counted together, and by each for itself while Redis is away', async () => {
    const [one, other] = [await servers.connected(), await servers.connected()]
    const waits = []
    for (let i = 0; i < 4; i++) waits.push(await (i % 2 === 0 ? one : other).attempts.take('code', limit))
    expect(waits.slice(0, 3)).toEqual([0, 0, 0])
    expect(waits[3]).toBeGreaterThan(0)
    await servers.redis.kill()
    const alone = []
    for (let i = 0; i < 3; i++) alone.push(await one.attempts.take('code', limit))
    expect(alone.at(-1), 'the limit is still there').toBeGreaterThan(0)
  })

  it('leave nobody’s address behind in Redis', async () => {
    const one = await servers.connected()
    await one.attempts.take('mail to noor@voorbeeld.nl', limit)
    const keys = await servers.asks((client) => client.keys('*'))
    expect(keys.join(' ')).toContain('attempts')
    expect(keys.join(' ')).not.toContain('noor')
  })
})
