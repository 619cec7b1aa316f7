import type { FromBrowser, FromServer } from '@witboek/contract'
import { io, type Socket } from 'socket.io-client'

/** The line for everything that is not text: who is here, and what a Chef asks of the shape of a book. */
export type MeetingLine = Socket<FromServer, FromBrowser>

/**
 * A WebSocket from the start, like the line of the text: where no WebSocket gets through nobody writes anyway, and what
 * begins with several requests has to find the same server each time.
 */
export const openMeetingLine = (): MeetingLine => io({ transports: ['websocket'] })
