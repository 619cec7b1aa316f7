import type { IncomingMessage } from 'node:http'

/**
 * A page of another site may not act in a visitor's name (SAFE-5). A browser always says the origin of the page on a
 * WebSocket and on a POST, and how that site is related to ours; a program without a browser says neither, and has no
 * visitor's cookie that it was not given.
 */
export class Origins {
  private readonly publicOrigin: URL | null

  constructor(publicOrigin: string | null) {
    this.publicOrigin = publicOrigin === null ? null : new URL(publicOrigin)
  }

  allows({ headers: { origin, host, 'sec-fetch-site': site } }: IncomingMessage): boolean {
    // "same-site" is a neighbour under the same domain, and no page of ours.
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
    if (origin === undefined) return true
    if (!URL.canParse(origin)) return false
    const from = new URL(origin)
    if (from.host === this.publicOrigin?.host) return from.origin === this.publicOrigin.origin
    return from.host === host
  }
}
