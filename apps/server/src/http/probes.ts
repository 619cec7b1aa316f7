import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readiness } from '../readiness.ts'

/**
 * The two questions of whoever watches over servers, answered in every state and before anything else is looked at:
 * `/health/live` (is the process there?) and `/health/ready` (shall it be sent people, and why not?). No login, and
 * nothing about people.
 */
export const probes =
  (readiness: Readiness) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const reason = readiness.whyNot
    // A proxy that keeps its connections open would go on sending people over them.
    if (reason === 'draining') response.setHeader('Connection', 'close')
    const path = request.url?.split('?')[0]
    if (path === '/health/live') return say(response, 200, { status: 'alive' })
    if (path !== '/health/ready') return next()
    if (reason === null) return say(response, 200, { status: 'ready' })
    say(response, 503, { status: 'not-ready', reason })
  }

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}
