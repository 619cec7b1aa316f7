import type { IncomingMessage, RequestListener } from 'node:http'
import { meetingCommandPath } from '@witboek/contract'
import type { Metrics } from './metrics.ts'
import type { Traces } from './traces.ts'

const secretBallot = meetingCommandPath('poll:cast-secret')

/** The same answers, timed. What was broken off by who asked is not counted. */
export const watchedRequests =
  (metrics: Metrics, traces: Traces, answer: RequestListener): RequestListener =>
  (request, response) => {
    const kind = kindOf(request.url ?? '/')
    const stop = metrics.requestSeconds.startTimer()
    const method = request.method ?? ''
    const end = traces.begin(`${method} ${kind}`, 'asked')
    response.on('close', () => {
      const { statusCode } = response
      const route = routeOf(request)
      // When somebody voted in secret is told to no collector: what has no end is not sent (POLL-18).
      const tell: typeof end = route === secretBallot ? () => undefined : end
      const told = { 'http.request.method': method, 'http.route': route }
      if (!response.writableFinished) return tell({ ...told, 'witboek.broken-off': 1 })
      stop({ kind, status: `${Math.floor(statusCode / 100)}xx` })
      tell({ ...told, 'http.response.status_code': statusCode }, statusCode >= 500)
    })
    answer(request, response)
  }

/** The pattern that Express found for it (`/api/themes/:slug`), and never the address itself. */
function routeOf(request: IncomingMessage & { route?: { path?: unknown } }): string | undefined {
  const path = request.route?.path
  return typeof path === 'string' ? path : undefined
}

/** What was asked for, in a few words: an address would be a label without end. */
function kindOf(url: string): 'data' | 'login' | 'file' | 'page' {
  if (url.startsWith('/api/')) return 'data'
  if (url.startsWith('/login') || url.startsWith('/logout')) return 'login'
  return url.startsWith('/_app/') ? 'file' : 'page'
}
