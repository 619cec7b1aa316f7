import { pino, type DestinationStream, type Logger } from 'pino'

/**
 * `error` wakes someone, `warn` is for the morning, `info` is the story of the evening, `debug` is off in production.
 * Ids yes; names, addresses and book text never.
 */
export type Log = Logger

export const openLog = (level: string, to: DestinationStream = pino.destination({ dest: 2, sync: true })): Log =>
  pino({ level, base: null, redact: ['cookie', 'headers', 'name', '*.cookie', '*.name'] }, to)
