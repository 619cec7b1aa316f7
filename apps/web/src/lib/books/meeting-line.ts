import type { FromServer } from '@witboek/contract'
import { SocketIoLine } from './socket-io-line.ts'

/** The line for everything that is not text: who is here, and what a Chef asks of the shape of a book. */
export type MeetingLine = SocketIoLine<FromServer>

/**
 * A WebSocket from the start, like the line of the text: where no WebSocket gets through nobody writes anyway, and what
 * begins with several requests has to find the same server each time.
 */
export const openMeetingLine = (): MeetingLine => new SocketIoLine(location.origin.replace(/^http/, 'ws'))
