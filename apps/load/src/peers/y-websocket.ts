import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

/**
 * The server that comes with y-websocket, around its own connection function as its own `bin/server` has it – only on a
 * free port. With YPERSISTENCE (a folder) it keeps documents in LevelDB.
 */
const { setupWSConnection } = createRequire(import.meta.url)('y-websocket-server/bin/utils') as {
  setupWSConnection: (line: WebSocket, request: unknown) => void
}

const sockets = new WebSocketServer({ noServer: true })
const server = createServer((_request, response) => void response.end('okay'))
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (line) => setupWSConnection(line, request))
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready: http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
