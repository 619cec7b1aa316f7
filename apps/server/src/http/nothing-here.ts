import { problemOf } from '@witboek/contract'
import type { Express, RequestHandler } from 'express'
import { newInstance, sendProblem } from './answers.ts'

/** The last to be asked: nothing is there, or it answers other methods than this one (SAFE-4). */
export const nothingHere =
  (app: Express): RequestHandler =>
  ({ originalUrl }, response) => {
    // An address that cannot be read is nowhere.
    const path = URL.parse(originalUrl, 'http://local')?.pathname ?? ''
    const methods = methodsAt(app.router.stack as unknown as readonly Layer[], path)
    if (methods.size === 0) return sendProblem(response, problemOf('not-found', newInstance()))
    if (methods.has('GET')) methods.add('HEAD')
    response.set('Allow', [...methods].sort().join(', '))
    sendProblem(response, problemOf('wrong-method', newInstance()))
  }

/** Whoever asks for the methods of an address is refused here: a router within would list its own, as plain text. */
export function saysNoMethods(app: Express): RequestHandler {
  const refuses = nothingHere(app)
  return (request, response, next) => (request.method === 'OPTIONS' ? refuses(request, response, next) : next())
}

/** What Express keeps of a route, or of a router within. */
interface Layer {
  match(path: string): boolean
  readonly path?: string
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> }
  readonly handle: { readonly stack?: readonly Layer[] }
}

function methodsAt(stack: readonly Layer[], path: string): Set<string> {
  const methods = new Set<string>()
  for (const layer of stack) {
    if (!(layer.route ?? layer.handle.stack) || !matches(layer, path)) continue
    const those = layer.route
      ? Object.keys(layer.route.methods).map((method) => method.toUpperCase())
      : methodsAt(layer.handle.stack ?? [], path.slice(layer.path?.length ?? 0) || '/')
    for (const method of those) methods.add(method)
  }
  return methods
}

/** An address that cannot be decoded is nowhere. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path)
  } catch {
    return false
  }
}
