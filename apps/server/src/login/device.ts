import type { IncomingMessage } from 'node:http'

const browsers: readonly (readonly [RegExp, string])[] = [
  [/edg(a|ios)?\//i, 'Edge'],
  [/samsungbrowser/i, 'Samsung Internet'],
  [/firefox|fxios/i, 'Firefox'],
  [/chrome|crios|chromium/i, 'Chrome'],
  [/safari/i, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/android/i, 'Android'],
  [/ipad/i, 'iPad'],
  [/iphone/i, 'iPhone'],
  [/windows/i, 'Windows'],
  [/mac os/i, 'Mac'],
  [/cros/i, 'Chromebook'],
  [/linux/i, 'Linux'],
]

/** What somebody recognises their own device by, in their list: `Firefox, Android`. No more of it is kept. */
export function deviceOf({ headers }: IncomingMessage): string {
  const agent = headers['user-agent'] ?? ''
  const name = (known: typeof browsers) => known.find(([pattern]) => pattern.test(agent))?.[1]
  return [name(browsers), name(systems)].filter(Boolean).join(', ')
}
