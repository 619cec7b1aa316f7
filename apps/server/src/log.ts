import { pino, type DestinationStream, type Logger } from 'pino'

/**
 * `error` wakes someone, `warn` is for the morning, `info` is the story of the evening, `debug` is off in production.
 * Ids yes; names, addresses and book text never (SAFE-7).
 */
export type Log = Logger

export const openLog = (level: string, to: DestinationStream = pino.destination({ dest: 2, sync: true })): Log =>
  pino(
    {
      level,
      base: null,
      redact: ['cookie', 'headers', 'name', '*.cookie', '*.name'],
      serializers: { err: toldOf },
      // For what no line was meant to carry.
      hooks: { streamWrite: withoutAddresses },
    },
    to,
  )

/** What a program of somebody else says about its own failure, by the names they give it; never the values it failed on. */
const details = ['code', 'errno', 'syscall', 'constraint', 'table', 'column', 'routine', 'severity'] as const

/**
 * An error for the person on duty. Its message may quote what somebody typed, and what hangs on it may hold a whole row: what
 * stands in quotes is left out, and the rest of the row with it.
 */
function toldOf(cause: unknown, depth = 0): object {
  if (!(cause instanceof Error)) return { type: typeof cause }
  const message = cause.message.replace(/".*"/s, '"…"')
  const stack = cause.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  const more = cause as Error & Partial<Record<(typeof details)[number], unknown>>
  return {
    type: cause.name,
    message,
    ...Object.fromEntries(details.flatMap((name) => (more[name] === undefined ? [] : [[name, more[name]]]))),
    stack: stack?.join('\n'),
    ...(cause.cause !== undefined && depth < 5 && { cause: toldOf(cause.cause, depth + 1) }),
  }
}

/** The paths of packages (`/@sveltejs/kit`) have nothing before the sign. */
const withoutAddresses = (line: string): string => line.replace(/[^\s/\\@:"'<>()]+@[^\s/\\@:"'<>()]+/g, '[address]')
