import { ServerResponse, type IncomingMessage } from 'node:http'
import helmet from 'helmet'
import type { Settings } from '../settings.ts'

/** Data can run and load nothing, and nobody can show it in a frame of theirs. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'"

/** Files of our own, whoever opens them. A page brings its own policy, with a fresh nonce for each answer. */
const filePolicy = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"

/** What of a browser our pages use; all else is denied to them, and with that to whatever might get into them. */
const ours = ['clipboard-write', 'fullscreen', 'publickey-credentials-create', 'publickey-credentials-get']
const notOurs = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
/** What somebody in a video meeting shows and hears with; the frame of the page says it too. */
const forVideo: ReadonlySet<string> = new Set(['autoplay', 'camera', 'display-capture', 'fullscreen', 'microphone'])

/** A frame can be given only what its page may do itself. Where no frame may stand, nobody has it. */
function permissionsFor(frames: readonly string[]): string {
  const also = frames.map((origin) => `"${origin}"`)
  const allowed = (name: string, own: readonly string[]): string => {
    const list = frames.length > 0 && forVideo.has(name) ? ['self', ...also] : own
    return `${name}=(${list.join(' ')})`
  }
  return [...ours.map((name) => allowed(name, ['self'])), ...notOurs.map((name) => allowed(name, []))].join(', ')
}

/** Answers of these are data, and kept by nobody on the way or in the browser. */
const isData = (url: string): boolean =>
  /^\/(api|login|logout|health|socket\.io|collab|\.well-known)(\/|\?|$)/i.test(url)

/**
 * The answers of a server that carry what keeps strangers out (SAFE-3), whoever writes them: Express, the pages, Socket.IO,
 * or nobody because all is still being wired. Whoever knows better says so, and overrides it.
 */
export function guardedAnswers({
  publicOrigin,
  videoFrames,
}: Pick<Settings, 'publicOrigin' | 'videoFrames'>): typeof ServerResponse {
  const [permissions, none] = [permissionsFor(videoFrames), permissionsFor([])]
  const guard = helmet({
    contentSecurityPolicy: false,
    // Without a referrer a browser says the origin "null" on a form: our own forms would look like another site's.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicOrigin?.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: true }
      : false,
    xFrameOptions: { action: 'deny' },
  })
  return class<Request extends IncomingMessage> extends ServerResponse<Request> {
    constructor(request: Request) {
      super(request)
      const data = isData(request.url ?? '/')
      guard(request, this, () => undefined)
      this.setHeader('Content-Security-Policy', data ? dataPolicy : filePolicy)
      this.setHeader('Permissions-Policy', data ? none : permissions)
      this.setHeader('Cache-Control', data ? 'private, no-store' : 'private, no-cache')
    }
  }
}
