import { isIPv6 } from 'node:net'
import type { Request, RequestHandler } from 'express'
import { newSecret } from '../login/secrets.ts'

/** Known only within this process: who says it, speaks for a page of ours. */
const ownSecret = newSecret()
const header = 'x-visitor-address'

/**
 * A page asks for its data over the loopback, where everybody would have one address: Express tells the page whose visit it
 * is, and the page says so when it asks.
 */
export const saysVisitorAddress: RequestHandler = (request, _response, next) => {
  request.headers[header] = `${ownSecret} ${request.ip ?? ''}`
  next()
}

/**
 * The address on the network that somebody comes from, also when a page asks in their name; of IPv6 the network, because
 * whoever has one address there has as many as they like.
 */
export function visitorAddress(request: Request): string {
  const [secret, address] = String(request.headers[header] ?? '').split(' ')
  return networkOf(secret === ownSecret ? (address ?? '') : (request.ip ?? ''))
}

/** The first four groups of eight are that of a hall or of a home. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [, inside] = /^::ffff:([\d.]+)$/i.exec(address) ?? []
  if (inside !== undefined) return inside
  const [before = '', after] = address.split('::')
  const [left, right] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const between = after === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  const groups = [...left, ...between, ...right].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
