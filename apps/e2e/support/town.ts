import { startProxy, type Proxy } from '@witboek/infra/proxy'
import { aDatabase, aPortToKeep, aPostgres, aRedis, aWitboek, type ThrowawayServer } from '@witboek/testkit/servers'

/** One of them, and where it tells how it is. */
interface TownServer {
  readonly process: ThrowawayServer
  readonly metrics: string
}

/** Three servers on one PostgreSQL and one Redis, behind nginx with the settings of `infra/proxy`. */
export class Town {
  readonly servers: TownServer[] = []
  private readonly stops: (() => Promise<void>)[] = []
  private proxy: Proxy | null = null

  /** What people type into their browser. */
  get address(): string {
    if (!this.proxy) throw new Error('the town is not open yet')
    return this.proxy.address
  }

  async open(): Promise<this> {
    const postgres = this.kept(await aPostgres())
    const redis = this.kept(await aRedis())
    const port = await aPortToKeep()
    const environment = {
      DATABASE_URL: await aDatabase(postgres.url),
      REDIS_URL: redis.url,
      PUBLIC_ORIGIN: `https://localhost:${port}`,
      TRUST_PROXY: 'on',
      WEB: 'built',
    }
    for (let i = 0; i < 3; i++) {
      const metrics = await aPortToKeep()
      const process = this.kept(await aWitboek({ environment: { ...environment, METRICS_PORT: String(metrics) } }))
      this.servers.push({ process, metrics: `http://127.0.0.1:${metrics}/metrics` })
    }
    const hosts = this.servers.map(({ process }) => new URL(process.url).host)
    const proxy = await startProxy('nginx', port, hosts as [string, string, string])
    this.proxy = proxy
    this.stops.push(() => proxy.stop())
    return this
  }

  /** How many lines to books each server has. */
  async lines(): Promise<readonly number[]> {
    return Promise.all(
      this.servers.map(async ({ metrics }) => {
        const text = await (await fetch(metrics)).text()
        return Number(/^witboek_connections\{kind="book"\} (\d+)/m.exec(text)?.[1] ?? 0)
      }),
    )
  }

  async close(): Promise<void> {
    for (const stop of this.stops.splice(0).reverse()) await stop()
  }

  private kept(server: ThrowawayServer): ThrowawayServer {
    this.stops.push(() => server.stop())
    return server
  }
}
