import type { RequestListener } from 'node:http'
import type { Metrics } from './metrics.ts'

/** The same answers, timed. What was broken off by who asked is not counted. */
export const watchedRequests =
  (metrics: Metrics, answer: RequestListener): RequestListener =>
  (request, response) => {
    const kind = kindOf(request.url ?? '/')
    const stop = metrics.requestSeconds.startTimer()
    response.on('finish', () => stop({ kind, status: `${Math.floor(response.statusCode / 100)}xx` }))
    answer(request, response)
  }

/** What was asked for, in a few words: an address would be a label without end. */
function kindOf(url: string): 'data' | 'login' | 'file' | 'page' {
  if (url.startsWith('/api/')) return 'data'
  if (url.startsWith('/login') || url.startsWith('/logout')) return 'login'
  return url.startsWith('/_app/') ? 'file' : 'page'
}
