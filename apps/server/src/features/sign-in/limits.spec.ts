import { openInProcessLive } from '@witboek/live'
import type { Request } from 'express'
import { describe, expect, it } from 'vitest'
import { accountRates } from '../../books/reading-pace.ts'
import { tooMany } from './limits.ts'

const from = (ip: string) => ({ ip, headers: {} }) as Request

describe('[SIGN-8] what may be tried', () => {
  it('by one address that does not stop is no less for all the others', async () => {
    const { attempts } = openInProcessLive({ accountRates })
    const tries = (ip: string) => tooMany(attempts, 'links used', from(ip))
    for (let i = 0; i < 600; i++) expect(await tries('192.0.2.1')).toBeNull()
    for (let i = 0; i < 7_000; i++)
      expect(await tries('192.0.2.1')).toMatchObject({ refusal: { code: 'too-many-attempts' } })
    expect(await tries('192.0.2.2')).toBeNull()
  })
})
