import { statfsSync } from 'node:fs'
import { systemClock, type OpenBooks } from '@witboek/book'
import type { Store } from '@witboek/store'
import type { DocumentEndpoint } from '../books/endpoint.ts'
import type { Events } from '../events.ts'
import type { Readiness } from '../readiness.ts'
import type { Settings } from '../settings.ts'
import type { BookSockets } from '../sockets.ts'
import type { Metrics } from '../watch/metrics.ts'
import { StoreWatch } from '../watch/store-watch.ts'

interface Around {
  readonly settings: Settings
  readonly store: Store
  readonly readiness: Readiness
  readonly events: Events
  readonly open: OpenBooks
  readonly endpoint: DocumentEndpoint
  readonly sockets: BookSockets
}

/** What is looked up whenever somebody reads the metrics, and whether a store elsewhere still answers. */
export function keepFigures(metrics: Metrics, around: Around): { stop(): void } {
  const { settings, readiness, open, endpoint, sockets } = around
  const storeWatch = settings.databaseUrl === null ? null : watchStore(metrics, around)
  metrics.onRead(() => {
    metrics.ready.set(readiness.whyNot === null ? 1 : 0)
    metrics.connections.set({ kind: 'book' }, endpoint.size)
    metrics.connections.set({ kind: 'commands' }, sockets.engine.clientsCount)
    metrics.openBooks.set(open.size)
    if (settings.databaseUrl === null) metrics.dataFreeBytes.set(roomLeft(settings.dataFolder))
  })
  return { stop: () => storeWatch?.stop() }
}

/** On the disk of this folder (bytes). */
function roomLeft(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Is the store there? Asked for a login that nobody has. */
function watchStore(metrics: Metrics, { store, readiness, events }: Around): StoreWatch {
  return new StoreWatch({
    clock: systemClock,
    ask: () => store.logins.find('', systemClock.now()),
    away(away) {
      readiness.noteStore(away)
      metrics.storeAnswers.set(away ? 0 : 1)
      events.storeAway(away)
    },
  })
}
