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

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:aaaa:bbbb:cccc:dddd'],
    ['2001:db8::1', '2001:0DB8:0:0:ffff::2'],
    ['fe80::1%eth0', 'fe80::2'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ])('is one with all others of its network: %s and %s', (one, other) => {
    expect(visitorAddress(from(one))).toBe(visitorAddress(from(other)))
  })

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['2001:db8:1::', '2001:db8::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2'],
  ])('is not one with that of another network: %s and %s', (one, other) => {
    expect(visitorAddress(from(one))).not.toBe(visitorAddress(from(other)))
  })
})
