import { statfsSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { OpenBooks, systemClock } from '@witboek/book'
import { openInProcessLive, openRedisLive, type Live } from '@witboek/live'
import { PdfRenderer, PdfShelf } from '@witboek/publish'
import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { bookAccess, rightsInStore } from './books/book-access.ts'
import { DocumentEndpoint } from './books/endpoint.ts'
import { accountRates } from './books/reading-pace.ts'
import { events as eventsOf, type Events } from './events.ts'
import { setUpExample } from './example/set-up.ts'
import { access } from './features/access/socket.ts'
import { editorialRemark } from './features/editorial-remark/socket.ts'
import { LobbyNews } from './features/guests/lobby-news.ts'
import { lobby as lobbyDoor } from './features/guests/socket.ts'
import { openInvitationPost } from './features/invitations/invitation-post.ts'
import { lookAgainAfterSilence } from './features/parked-edit/look-again.ts'
import { meetingLine } from './features/meeting-acts/socket.ts'
import { MeetingPost } from './features/meeting-mail/meeting-post.ts'
import { parkedEdit } from './features/parked-edit/socket.ts'
import { FillingIn } from './features/polls/filling.ts'
import { PollClock } from './features/polls/poll-clock.ts'
import { PollsShown } from './features/polls/shown.ts'
import { announcePresence, presence } from './features/presence/socket.ts'
import { sectionLock } from './features/section-lock/socket.ts'
import { sectionStructure } from './features/section-structure/socket.ts'
import { tellOneByOne } from './goodbye.ts'
import { newInstance } from './http/answers.ts'
import { openApp } from './http/app.ts'
import type { Hands } from './http/hands.ts'
import { guardedAnswers } from './http/headers.ts'
import { Origins } from './http/origin.ts'
import { probes } from './http/probes.ts'
import type { Log } from './log.ts'
import { Visitors } from './login/visitors.ts'
import { openPost } from './mail/post.ts'
import { LineWatch } from './meetings/line-watch.ts'
import { MeetingKeeper } from './meetings/meeting-keeper.ts'
import { MeetingNews } from './meetings/meeting-news.ts'
import { OpenMeetings } from './meetings/open-meetings.ts'
import { PeopleNow } from './meetings/people-now.ts'
import { Reactions } from './meetings/reactions.ts'
import { openPages } from './pages.ts'
import { Readiness } from './readiness.ts'
import { RecordKeeper } from './record/record-keeper.ts'
import { RetentionKeeper } from './retention/retention-keeper.ts'
import type { Settings } from './settings.ts'
import { openSockets } from './sockets.ts'
import { Surprises } from './surprises.ts'
import { openMetricsPage } from './watch/metrics-page.ts'
import { Metrics } from './watch/metrics.ts'
import { StoreWatch } from './watch/store-watch.ts'
import { openTraces } from './watch/traces.ts'
import { watchCommands } from './watch/watched-commands.ts'
import { watchedLog } from './watch/watched-log.ts'
import { watchedRequests } from './watch/watched-requests.ts'

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
  const readiness = new Readiness()
  const probe = probes(readiness)
  let answer = stillStarting
  const server = createServer({ ServerResponse: guardedAnswers(settings) }, (request, response) =>
    probe(request, response, () => answer(request, response)),
  )
  const port = await listen(server, settings)
  const metricsPage = await openMetrics(metrics, settings).catch((cause: unknown) => {
    server.close()
    throw cause
  })
  const store = await openStore(settings, events).catch((cause: unknown) => {
    metricsPage?.close()
    server.close()
    throw cause
  })
  const traces = await openTraces(settings.tracesTo)
  const surprised = (cause: unknown) => void surprises.problem(cause, newInstance())
  const live = await openLive(settings, events, surprised)
  if (settings.example) await setUpExample(store, now(), events, { evenings: settings.exampleEvenings })

  const visitors = new Visitors({
    logins: store.logins,
    people: store.people,
    clock: systemClock,
    notices: live.notices,
    surprised,
  })
  const record = new RecordKeeper({ store, clock: systemClock, events })
  const open = new OpenBooks({
    log: record.recorded(watchedLog(store.bookLog, metrics, traces)),
    bus: live.books,
    clock: systemClock,
    rightsNow: (book) => rightsInStore({ store, visitors }, book),
    gaveUp: events.roomGivenUp,
    noted: events.roomNoted,
  })
  const origins = new Origins(settings.publicOrigin)
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  const pages = settings.web === 'built' ? await openPages(`http://${host}:${port}`, settings.videoFrames) : null
  const address = `http://${settings.host === '127.0.0.1' ? 'localhost' : host}:${port}`
  const site = settings.publicOrigin ?? address
  const { mailer, outbox } = await openPost(settings, { now, events })
  const post = { store, mailer, clock: systemClock, site, events, surprised }
  const invitationPost = openInvitationPost(post)
  const meetingPost = new MeetingPost({ ...post, settings })
  const lobby = new LobbyNews()
  const openMeetings = new OpenMeetings({ store, notices: live.notices, clock: systemClock, surprised })
  const retention = new RetentionKeeper({ store, open, openMeetings, visitors, events, surprises }, systemClock)
  const shown = new PollsShown({ store, live, now })
  const evening = {
    openMeetings,
    peopleNow: new PeopleNow(store.people, now),
    pollsShown: (...asked: Parameters<Hands['pollsShown']>) => shown.of(...asked),
    filling: new FillingIn(live.presence),
  }
  const pollClock = new PollClock({ store, openMeetings, events, clock: systemClock, surprised })
  const news = new MeetingNews({ ...evening, store, now, surprises })
  const reactions = new Reactions()
  const lineWatch = new LineWatch({ ...evening, store, live, clock: systemClock, surprised })
  const around = { settings, site, store, live, open, visitors, origins, events, surprises, pages, now, ...evening }
  const renderer = new PdfRenderer()
  const pdf = new PdfShelf(renderer)
  const hands = { ...around, mailer, outbox, invitationPost, meetingPost, lobby, pdf, meetingNews: news }

  answer = watchedRequests(metrics, traces, openApp(hands))
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
    meetingLine(socket, hands, { news, reactions })
  })
  lobby.goesOver(sockets)
  news.goesOver(sockets)
  reactions.goesOver(sockets)
  const stopPresence = announcePresence(sockets, live)
  lookAgainAfterSilence(sockets, live)
  const endpoint = new DocumentEndpoint(server, { ...hands, clock: systemClock })

  const storeWatch = settings.databaseUrl === null ? null : watchStore(store, readiness, metrics, events)
  metrics.onRead(() => {
    metrics.ready.set(readiness.whyNot === null ? 1 : 0)
    metrics.connections.set({ kind: 'book' }, endpoint.size)
    metrics.connections.set({ kind: 'commands' }, sockets.engine.clientsCount)
    metrics.openBooks.set(open.size)
    if (settings.databaseUrl === null) metrics.dataFreeBytes.set(roomLeft(settings.dataFolder))
  })
  const meetingKeeper = new MeetingKeeper(hands, systemClock)
  readiness.started()
  record.start()
  retention.start()
  meetingKeeper.start()
  invitationPost.wake()
  meetingPost.wake()
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
      storeWatch?.stop()
      stopPresence()
      await Promise.all([lineWatch.close(), pollClock.close()])
      reactions.close()
      // Closed under Socket.IO, and not by it: a page that it says goodbye to does not come back.
      const moveOn = tellOneByOne(sockets.sockets.sockets.values(), (socket) => socket.conn.close())
      await Promise.all([endpoint.leave(), moveOn])
      await meetingKeeper.close()
      await retention.close()
      await open.close()
      endpoint.close()
      await sockets.close()
      news.close()
      await renderer.close()
      await openMeetings.close()
      server.closeAllConnections()
      visitors.close()
      const posted = [invitationPost.close(), meetingPost.close()]
      await mailer.close()
      await Promise.all(posted)
      await record.close()
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

/** On the disk of this folder (bytes). */
function roomLeft(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Is the store there? Asked for a login that nobody has. */
function watchStore({ logins }: Store, readiness: Readiness, metrics: Metrics, events: Events): StoreWatch {
  return new StoreWatch({
    clock: systemClock,
    ask: () => logins.find('', systemClock.now()),
    away(away) {
      readiness.noteStore(away)
      metrics.storeAnswers.set(away ? 0 : 1)
      events.storeAway(away)
    },
  })
}

/** Shared with other servers in PostgreSQL, or in this process's own folder. */
function openStore({ databaseUrl, dataFolder }: Settings, events: Events): Promise<Store> {
  const notes = { newerTables: events.newerTables, connectionLost: events.databaseLineLost }
  return databaseUrl === null ? openEmbeddedStore(dataFolder, notes) : openPostgresStore(databaseUrl, notes)
}

/** Shared with other servers by Redis, or this process's own. */
async function openLive({ redisUrl }: Settings, events: Events, surprised: (cause: unknown) => void): Promise<Live> {
  if (redisUrl === null) return openInProcessLive({ accountRates })
  return openRedisLive(redisUrl, { accountRates, lost: events.redisLost, back: events.redisBack, surprised })
}

/** Where the metrics are read; `null`: nowhere. */
async function openMetrics(metrics: Metrics, { metricsHost: host, metricsPort: port }: Settings) {
  if (port === null) return null
  metrics.watchProcess()
  return openMetricsPage(metrics, { host, port })
}

/** Holds the port before anything else is touched, so that a taken one leaves no trace. */
function listen(server: ReturnType<typeof createServer>, { host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
