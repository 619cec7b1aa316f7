import type { Server as HttpServer } from 'node:http'
import { systemClock } from '@witboek/book'
import { bookAccess } from '../books/book-access.ts'
import { DocumentEndpoint } from '../books/endpoint.ts'
import { access } from '../features/access/socket.ts'
import { editorialRemark } from '../features/editorial-remark/socket.ts'
import type { LobbyNews } from '../features/guests/lobby-news.ts'
import { lobby as lobbyDoor } from '../features/guests/socket.ts'
import { meetingLine } from '../features/meeting-acts/socket.ts'
import { lookAgainAfterSilence } from '../features/parked-edit/look-again.ts'
import { parkedEdit } from '../features/parked-edit/socket.ts'
import { announcePresence, presence } from '../features/presence/socket.ts'
import { sectionLock } from '../features/section-lock/socket.ts'
import { sectionStructure } from '../features/section-structure/socket.ts'
import type { Hands } from '../http/hands.ts'
import { openSockets } from '../open-sockets.ts'
import type { Metrics } from '../watch/metrics.ts'
import type { Traces } from '../watch/traces.ts'
import { watchCommands } from '../watch/watched-commands.ts'
import type { openMeetings } from './meetings.ts'

interface Around {
  readonly hands: Hands & { readonly lobby: LobbyNews }
  readonly meetings: ReturnType<typeof openMeetings>
  readonly metrics: Metrics
  readonly traces: Traces
}

/** The lines that stay open: Socket.IO for commands and news, and one WebSocket to each book. */
export function openLines(server: HttpServer, { hands, meetings, metrics, traces }: Around) {
  const { store, live, origins, visitors, events, lobby } = hands
  const sockets = openSockets(server, {
    origins,
    visitors,
    live,
    mayRead: async (book, { actor }) => (await bookAccess(store, book, actor)).ok,
    events,
  })
  sockets.on('connection', (socket) => {
    watchCommands(socket, metrics, traces)
    presence(socket, hands)
    sectionStructure(socket, hands)
    sectionLock(socket, hands)
    editorialRemark(socket, hands)
    parkedEdit(socket, hands)
    access(socket, hands)
    lobbyDoor(socket, hands)
    meetingLine(socket, hands, meetings)
  })
  lobby.goesOver(sockets)
  meetings.goesOver(sockets)
  const stopPresence = announcePresence(sockets, live)
  lookAgainAfterSilence(sockets, live)
  const endpoint = new DocumentEndpoint(server, { ...hands, clock: systemClock })
  return { sockets, endpoint, stopPresence }
}
