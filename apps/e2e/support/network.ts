import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** The way between one browser and the server: it can be cut, as in a tunnel, and mended; answers can be held up. */
export class Network {
  private readonly sockets = new Set<Socket>()
  private readonly ways = new Set<{ readonly near: Socket; readonly far: Socket }>()
  private readonly server: Server
  private readonly hostname: string
  private whole = true
  private answering = true
  address = ''

  constructor(to: string) {
    const { hostname, port } = new URL(to)
    this.hostname = hostname
    this.server = createServer((near) => {
      if (!this.whole) return void near.destroy()
      const far = connect(Number(port), hostname)
      const way = { near, far }
      this.ways.add(way)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one)
        if (one === near || this.answering) one.pipe(other)
        one.on('error', () => other.destroy())
        one.on('close', () => {
          this.sockets.delete(one)
          this.ways.delete(way)
          other.destroy()
        })
      }
    })
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, this.hostname, resolve))
    this.address = `http://${this.hostname}:${(this.server.address() as AddressInfo).port}`
    return this
  }

  cut(): void {
    this.whole = false
    for (const socket of this.sockets) socket.destroy()
  }

  mend(): void {
    this.whole = true
  }

  /** What the server says stays on the way, as on a slow line, until it is let through. */
  holdAnswers(): void {
    this.answering = false
    for (const { near, far } of this.ways) far.unpipe(near)
  }

  letAnswersThrough(): void {
    this.answering = true
    for (const { near, far } of this.ways) far.pipe(near)
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
