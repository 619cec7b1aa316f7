import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

/** A server that tells who it is, over HTTP and over a WebSocket, and what the proxy told it about the visitor. */
interface NamedServer {
  readonly host: string
  /** Like a server that drains: not ready, and open lines stay. */
  drains(): void
  stop(): Promise<void>
}

export async function aNamedServer(name: string): Promise<NamedServer> {
  let ready = true
  const server = createServer((request, response) => {
    if (request.url === '/health/ready') response.writeHead(ready ? 200 : 503).end()
    else response.end(JSON.stringify({ name, headers: request.headers }))
  })
  const lines = new WebSocketServer({ server })
  lines.on('connection', (line) => {
    line.send(name)
    line.on('message', (data) => line.send(data.toString()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  let stopping: Promise<void> | null = null
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    drains: () => (ready = false),
    stop() {
      for (const line of lines.clients) line.terminate()
      stopping ??= new Promise((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      return stopping
    },
  }
}
