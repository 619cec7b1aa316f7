import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks'
import { appearanceCookie, appearanceFrom, languageCookie, localeFrom, preferencesPath } from '#lib/preferences.ts'

export const handle: Handle = async ({ event, resolve }) => {
  const { locals, cookies } = event
  locals.locale = localeFrom(cookies.get(languageCookie))
  locals.appearance = appearanceFrom(cookies.get(appearanceCookie))
  const response = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%language%', locals.locale).replace('%appearance%', locals.appearance),
    // A page tells a problem from an answer by its type, also when the browser takes over from the server.
    filterSerializedResponseHeaders: (name) => name === 'content-type',
    preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && /latin-wght-normal/.test(path)),
  })
  const policy = response.headers.get('content-security-policy')
  if (policy) {
    // Known when the server starts, and not when the pages are built.
    const frames = `frame-src ${process.env['FRAME_ORIGINS'] || "'none'"}`
    // Only where it can be kept: over http a page would ask for its own parts at a door that is not there.
    const safe = event.url.protocol === 'https:' ? ['upgrade-insecure-requests'] : []
    response.headers.set('content-security-policy', [policy, frames, ...safe].join('; '))
  }
  return response
}

/** A page's data comes from the same process, over the loopback: the visitor's cookie goes along, and how and from where they came. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
  const url = new URL(request.url)
  if (url.origin === event.url.origin && url.pathname === preferencesPath) return Response.json(event.locals)
  const api = process.env['API_ORIGIN']
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/') || !api) return fetch(request)
  const headers = new Headers({ 'x-forwarded-proto': event.url.protocol.replace(':', '') })
  for (const name of ['cookie', 'x-visitor-address']) {
    const said = event.request.headers.get(name)
    if (said) headers.set(name, said)
  }
  return globalThis.fetch(api + url.pathname + url.search, { headers })
}

/** What nobody expected: one line in the log with the cause, and its number on the page to quote on the phone. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return
  const instance = `/requests/${crypto.randomUUID().slice(0, 13)}`
  process.stderr.write(
    `${JSON.stringify({ level: 'error', instance, route: event.route.id, cause: toldOf(error), msg: 'surprise' })}\n`,
  )
  return { message: 'Something went wrong on the server', code: 'surprise', instance }
}

/** What went wrong and where, and not on what: a message may quote what somebody typed. */
function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const said = error.message.replace(/".*"/s, '"…"').replace(/\S+@\S+/g, '[address]')
  return [`${error.name}: ${said}`, ...frames].join('\n')
}
