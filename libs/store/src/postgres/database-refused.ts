/** Why a database cannot be used, for one clear sentence at the start. */
export class DatabaseRefused extends Error {
  readonly why: 'unreachable' | 'not-let-in' | 'not-there' | 'may-not-write' | 'too-old' | 'half-moved'
  /** Where it was looked for, without the password. */
  readonly where: string

  constructor(where: string, why: DatabaseRefused['why'], cause?: unknown) {
    super(`database ${where}: ${why}`, { cause })
    this.why = why
    this.where = where
  }
}

/** The same refusal for whoever asked, or the surprise as it was. */
export function asRefused(url: string, cause: unknown): unknown {
  if (cause instanceof DatabaseRefused || !(cause instanceof Error)) return cause
  const why = reasonOf(cause)
  return why ? new DatabaseRefused(shown(url), why, cause) : cause
}

/** `host:port/name`, and nobody's password. */
export function shown(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url)
  return `${hostname || searchParams.get('host') || 'localhost'}:${port || '5432'}${pathname}`
}

function reasonOf(cause: Error): DatabaseRefused['why'] | null {
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  // 08: connection, 53: no room for more of them, 57P: it starts or stops; the last are those of the network.
  if (/^(08|53|57P)/.test(code) || /^E(CONN|TIMEDOUT|NOTFOUND|AI_AGAIN|HOST|NET|PIPE)/.test(code)) return 'unreachable'
  if (/timeout|terminated/i.test(cause.message) && code === '') return 'unreachable'
  if (code.startsWith('28') || /password|SASL/.test(cause.message)) return 'not-let-in'
  if (code === '3D000') return 'not-there'
  if (code === '42501' || code === '25006') return 'may-not-write'
  return null
}
