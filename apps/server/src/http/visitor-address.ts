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

/** The address on the network that somebody comes from, also when a page asks in their name. */
export function visitorAddress(request: Request): string {
  const [secret, address] = String(request.headers[header] ?? '').split(' ')
  return secret === ownSecret ? (address ?? '') : (request.ip ?? '')
}
