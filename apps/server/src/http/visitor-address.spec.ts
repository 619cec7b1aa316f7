import type { Request } from 'express'
import { describe, expect, it } from 'vitest'
import { saysVisitorAddress, visitorAddress } from './visitor-address.ts'

const from = (ip: string, headers: Record<string, string> = {}) => ({ ip, headers }) as unknown as Request

describe('the address of a visitor', () => {
  it('is that of the connection, when they ask by themselves', () => {
    expect(visitorAddress(from('192.0.2.1'))).toBe('192.0.2.1')
  })

  it('is what Express told the page, when a page asks for them over the loopback', () => {
    const visit = from('192.0.2.1', { 'x-visitor-address': 'what somebody made up' })
    saysVisitorAddress(visit, {} as never, () => undefined)
    expect(visitorAddress(from('127.0.0.1', visit.headers as Record<string, string>))).toBe('192.0.2.1')
  })

  it.each(['192.0.2.1', 'secret 192.0.2.1', ' 192.0.2.1', ''])(
    'is not what somebody says of themselves: %j',
    (said) => {
      expect(visitorAddress(from('192.0.2.9', { 'x-visitor-address': said }))).toBe('192.0.2.9')
    },
  )
})
