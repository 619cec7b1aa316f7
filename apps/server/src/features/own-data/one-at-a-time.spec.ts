import { ok, type PersonId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

const [noor, bram] = ['noor', 'bram'] as PersonId[] as [PersonId, PersonId]
const work = async () => ok('done')

describe('[PRIVACY-2] what costs much', () => {
  it('is done once at a time for one person, and meanwhile for others', async () => {
    const once = oneAtATime()
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof ok<string>>>()
    const first = once(noor, () => promise)
    expect(await once(noor, work)).toEqual({ ok: false, refusal: { code: 'too-many-attempts', seconds: 5 } })
    expect(await once(bram, work)).toEqual(ok('done'))
    resolve(ok('first'))
    expect(await first).toEqual(ok('first'))
    expect(await once(noor, work)).toEqual(ok('done'))
  })

  it('can be done again when it went wrong', async () => {
    const once = oneAtATime()
    await expect(once(noor, () => Promise.reject(new Error('the disk')))).rejects.toThrow('the disk')
    expect(await once(noor, work)).toEqual(ok('done'))
  })
})
