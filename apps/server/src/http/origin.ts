import type { IncomingMessage } from 'node:http'

/**
 * A page of another site may not act in a visitor's name. A browser always says the origin of the page on a WebSocket
 * and on a POST; a program without a browser says none, and has no visitor's cookie that it was not given.
 */
export class Origins {
  private readonly publicOrigin: string | null

  constructor(publicOrigin: string | null) {
    this.publicOrigin = publicOrigin
  }

  allows({ headers: { origin, host } }: IncomingMessage): boolean {
    if (origin === undefined || origin === this.publicOrigin) return true
    return URL.canParse(origin) && new URL(origin).host === host
  }
}
