import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { io, type Socket } from 'socket.io-client'
import { WebSocket } from 'ws'
import type { Proxy } from './a-proxy.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Somebody at the proxy's public side, who trusts its certificate. */
export class Visitor {
  private readonly proxy: Proxy

  constructor(proxy: Proxy) {
    this.proxy = proxy
  }

  asks(path: string, headers: Record<string, string> = {}, form?: Record<string, string>): Promise<Answer> {
    const body = form && new URLSearchParams(form).toString()
    const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.proxy.address}${path}`,
        {
          ca: this.proxy.certificate,
          method: body === undefined ? 'GET' : 'POST',
          headers: { ...headers, ...type },
          agent: false,
        },
        (response) => {
          let text = ''
          response.on('data', (data: Buffer) => (text += data.toString()))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  }

  /** Is there somebody to ask, and do they answer? */
  isAnswered(path: string): Promise<boolean> {
    return this.asks(path).then(
      ({ status }) => status === 200,
      () => false,
    )
  }

  /** Opens a WebSocket; answers it with the first message that came. */
  async opens(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ readonly line: WebSocket; readonly first: Buffer }> {
    const line = new WebSocket(`${this.proxy.address.replace('https', 'wss')}${path}`, {
      ca: this.proxy.certificate,
      headers,
    })
    const first = await new Promise<Buffer>((resolve, reject) => {
      line.once('message', (data: Buffer) => resolve(data))
      line.once('error', reject)
      line.once('close', (code) => reject(new Error(`closed with ${code}`)))
    })
    return { line, first }
  }

  /** The line for commands, as a page opens it: it begins with requests, and goes on over a WebSocket. */
  meets(headers: Record<string, string>): Socket {
    return io(this.proxy.address, { ca: this.proxy.certificate, extraHeaders: headers, forceNew: true })
  }
}
