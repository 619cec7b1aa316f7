import type { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openInProcessLive, openRedisLive, type Live } from '@witboek/live'
import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { accountRates } from '../books/reading-pace.ts'
import type { Events } from '../events.ts'
import type { Settings } from '../settings.ts'
import { openMetricsPage, type MetricsPage } from '../watch/metrics-page.ts'
import type { Metrics } from '../watch/metrics.ts'

/** What all rooms stand on. */
interface Foundation {
  readonly port: number
  /** Where the metrics are read; `null`: nowhere. */
  readonly metricsPage: MetricsPage | null
  readonly store: Store
}

/** The port is held before anything else is touched, so that a taken one leaves no trace; what fails lets go what was held. */
export async function layFoundation(
  server: ReturnType<typeof createServer>,
  settings: Settings,
  { metrics, events }: { readonly metrics: Metrics; readonly events: Events },
): Promise<Foundation> {
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
  return { port, metricsPage, store }
}

/** Shared with other servers by Redis, or this process's own. */
export async function openLive(
  { redisUrl }: Settings,
  events: Events,
  surprised: (cause: unknown) => void,
): Promise<Live> {
  if (redisUrl === null) return openInProcessLive({ accountRates })
  return openRedisLive(redisUrl, { accountRates, lost: events.redisLost, back: events.redisBack, surprised })
}

/** Shared with other servers in PostgreSQL, or in this process's own folder. */
function openStore({ databaseUrl, dataFolder }: Settings, events: Events): Promise<Store> {
  const notes = { newerTables: events.newerTables, connectionLost: events.databaseLineLost }
  return databaseUrl === null ? openEmbeddedStore(dataFolder, notes) : openPostgresStore(databaseUrl, notes)
}

async function openMetrics(
  metrics: Metrics,
  { metricsHost: host, metricsPort: port }: Settings,
): Promise<MetricsPage | null> {
  if (port === null) return null
  metrics.watchProcess()
  return openMetricsPage(metrics, { host, port })
}

function listen(server: ReturnType<typeof createServer>, { host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
