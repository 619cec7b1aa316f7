import type { FromBrowser, FromServer } from '@witboek/contract'
import { io, type Socket } from 'socket.io-client'

/** The line for everything that is not text: who is here, and what a Chef asks of the shape of a book. */
export type MeetingLine = Socket<FromServer, FromBrowser>

export const openMeetingLine = (): MeetingLine => io()
