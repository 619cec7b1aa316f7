import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RequestHandler } from 'express'

/** The pages have not been built: said at the start, with the command that builds them. */
export class PagesMissing extends Error {}

const handler = new URL('../../web/build/handler.js', import.meta.url)

/**
 * The built pages as an Express handler. Their own requests for data go to `apiOrigin`, which is this same process; `frames`
 * are the origins that they may show in a frame.
 */
export async function openPages(apiOrigin: string, frames: readonly string[]): Promise<RequestHandler> {
  if (!existsSync(fileURLToPath(handler))) throw new PagesMissing()
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto'
  process.env['API_ORIGIN'] = apiOrigin
  process.env['FRAME_ORIGINS'] = frames.join(' ')
  const built = (await import(handler.href)) as { handler: RequestHandler }
  return built.handler
}
