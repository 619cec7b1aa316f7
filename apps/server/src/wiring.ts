import { createServer, type RequestListener } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '@witboek/book'
import { PdfRenderer, PdfShelf } from '@witboek/publish'
import { events as eventsOf } from './events.ts'
import { setUpExample } from './example/set-up.ts'
import { tellOneByOne } from './goodbye.ts'
import { newInstance } from './http/answers.ts'
import { openApp } from './http/app.ts'
import { guardedAnswers } from './http/headers.ts'
import { Origins } from './http/origin.ts'
import { probes } from './http/probes.ts'
import type { Log } from './log.ts'
import { MeetingKeeper } from './meetings/meeting-keeper.ts'
import { openPages } from './pages.ts'
import { Readiness } from './readiness.ts'
import { RetentionKeeper } from './retention/retention-keeper.ts'
import type { Settings } from './settings.ts'
import { Surprises } from './surprises.ts'
import { Metrics } from './watch/metrics.ts'
import { openTraces } from './watch/open-traces.ts'
import { watchedRequests } from './watch/watched-requests.ts'
import { openBooks } from './wiring/books.ts'
import { keepFigures } from './wiring/figures.ts'
import { layFoundation, openLive } from './wiring/foundation.ts'
import { openLines } from './wiring/lines.ts'
import { openMeetings } from './wiring/meetings.ts'
import { openPeople } from './wiring/people.ts'

export interface RunningServer {
  readonly address: string
  /** The port of the metrics; `null` when they are off. */
  readonly metricsPort: number | null
  /** How often something was counted since the start, by the name of its metric. */
  count(metric: string): Promise<number>
  /** Not ready from now on; then everyone is told to come back elsewhere, all is made durable, and folder and port are let go. */
  close(): Promise<void>
}

/** Wires the rooms together: one process, one port. Throws `FolderRefused`, `DatabaseRefused`, or the error of a port that is taken. */
export async function startServer(settings: Settings, log: Log): Promise<RunningServer> {
  const startedAt = performance.now()
  const { now } = systemClock
  const metrics = new Metrics()
  const events = eventsOf(log, metrics)
  const surprises = new Surprises(log, metrics)
  const surprised = (cause: unknown) => void surprises.problem(cause, newInstance())
  const readiness = new Readiness()
  const probe = probes(readiness)
  let answer = stillStarting
  const server = createServer({ ServerResponse: guardedAnswers(settings) }, (request, response) =>
    probe(request, response, () => answer(request, response)),
  )
  const { port, metricsPage, store } = await layFoundation(server, settings, { metrics, events })
  const traces = await openTraces(settings.tracesTo)
  const live = await openLive(settings, events, surprised)
  if (settings.example) await setUpExample(store, now(), events, { evenings: settings.exampleEvenings })

  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const address = `http://${settings.host === '127.0.0.1' ? 'localhost' : host}:${port}`
  const site = settings.publicOrigin ?? address
  const around = { settings, site, store, live, events, surprises, surprised, now }
  const people = await openPeople(around)
  const books = openBooks({ ...around, visitors: people.visitors, metrics, traces })
  const meetings = openMeetings(around)
  const origins = new Origins(settings.publicOrigin)
  const pages = settings.web === 'built' ? await openPages(`http://${host}:${port}`, settings.videoFrames) : null
  const renderer = new PdfRenderer()
  const pdf = new PdfShelf(renderer)
  const hands = { ...around, ...people, ...meetings.hands, open: books.open, origins, pages, pdf }

  answer = watchedRequests(metrics, traces, openApp(hands))
  const { sockets, endpoint, stopPresence } = openLines(server, { hands, meetings, metrics, traces })
  const figures = keepFigures(metrics, { ...hands, readiness, endpoint, sockets })
  const retention = new RetentionKeeper(hands, systemClock)
  const meetingKeeper = new MeetingKeeper(hands, systemClock)
  readiness.started()
  books.record.start()
  retention.start()
  meetingKeeper.start()
  people.invitationPost.wake()
  people.meetingPost.wake()
  if (settings.production && settings.securityContact === null) events.noSecurityContact()
  events.started(address, Math.round(performance.now() - startedAt))
  return {
    address,
    metricsPort: metricsPage?.port ?? null,
    count: (metric) => metrics.total(metric),
    async close() {
      readiness.drains()
      events.draining(settings.drainMs)
      if (settings.drainMs > 0) await pause(settings.drainMs)
      server.close()
      figures.stop()
      stopPresence()
      await meetings.stop()
      // Closed under Socket.IO, and not by it: a page that it says goodbye to does not come back.
      const moveOn = tellOneByOne(sockets.sockets.sockets.values(), (socket) => socket.conn.close())
      await Promise.all([endpoint.leave(), moveOn])
      await meetingKeeper.close()
      await retention.close()
      await books.open.close()
      endpoint.close()
      await sockets.close()
      meetings.news.close()
      await renderer.close()
      await meetings.hands.openMeetings.close()
      server.closeAllConnections()
      people.visitors.close()
      const posted = [people.invitationPost.close(), people.meetingPost.close()]
      await people.mailer.close()
      await Promise.all(posted)
      await books.record.close()
      await live.close()
      await store.close()
      metricsPage?.close()
      await traces.close()
      events.stopped()
    },
  }
}

/** Who knocks before all is wired is asked to come back: it takes a moment, not a person. */
const stillStarting: RequestListener = (_request, response) => {
  response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'text/plain' }).end('starting')
}
