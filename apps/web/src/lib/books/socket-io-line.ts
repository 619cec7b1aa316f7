/** Names of messages with what is told by them, as functions of what is told. */
type Told<Messages> = { readonly [Name in keyof Messages]: (...told: never[]) => void }
/** What a line tells of itself, by Socket.IO's own names. */
interface OfTheLine {
  connect: () => void
  disconnect: () => void
  /** An attempt failed; there will be another one. */
  connect_error: () => void
}
interface Asked {
  readonly packet: string
  readonly answered: (answer: unknown) => void
  sent: boolean
}

/** How long (ms) an attempt may take, and until the next one: longer each time, and not for everybody at once. */
const attempt = { lasts: 20_000, firstPause: 1_000, longestPause: 5_000, afterRefusal: 30_000 }

/**
 * A line to a Socket.IO server, by its protocol (Engine.IO 4, Socket.IO 5) as far as pages need it: over a WebSocket, one
 * namespace, text alone (decision 0028). A packet is a string: `0` open, `2` ping, `3` pong, `4` message; a message goes on
 * with `0` connected, `1` ended, `2` event, `3` answer, `4` refused.
 */
export class SocketIoLine<FromServer extends Told<FromServer>> {
  /** The server lets this page in, and hears it. */
  connected = false
  readonly #address: string
  readonly #hearers = new Map<unknown, Set<(...told: never[]) => void>>()
  readonly #asked = new Map<number, Asked>()
  #socket: WebSocket | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** How long (ms) a server may be silent. */
  #patience = attempt.lasts
  #attempts = 0
  #number = 0
  /** With these a server that keeps sessions goes on where the line was lost. */
  #session: { pid: string; offset?: string } | null = null
  #ended = false

  /** `server`: its origin, with `ws:` or `wss:`. */
  constructor(server: string) {
    this.#address = `${server}/socket.io/?EIO=4&transport=websocket`
    if (typeof window !== 'undefined') window.addEventListener('offline', this.#offline)
    this.#open()
  }

  on<Name extends keyof (FromServer & OfTheLine)>(name: Name, hear: (FromServer & OfTheLine)[Name]): void {
    const hearers = this.#hearers.get(name) ?? new Set()
    this.#hearers.set(name, hearers.add(hear as (...told: never[]) => void))
  }

  off<Name extends keyof (FromServer & OfTheLine)>(name: Name, hear: (FromServer & OfTheLine)[Name]): void {
    this.#hearers.get(name)?.delete(hear as (...told: never[]) => void)
  }

  /**
   * One message, one answer. What is asked before there is a line waits for it; `null`: no answer came within `patience` (ms),
   * or the line was lost meanwhile.
   */
  ask(name: string, message: unknown, patience: number): Promise<unknown> {
    const number = this.#number++
    return new Promise((resolve) => {
      const answered = (answer: unknown): void => {
        clearTimeout(timer)
        this.#asked.delete(number)
        resolve(answer)
      }
      const timer = setTimeout(() => answered(null), patience)
      this.#asked.set(number, { packet: `42${number}${JSON.stringify([name, message])}`, answered, sent: false })
      if (this.connected) this.#askAll()
    })
  }

  disconnect(): void {
    if (this.connected) this.#socket?.send('41')
    this.#end()
  }

  readonly #offline = (): void => {
    if (this.#socket) this.#lost()
  }

  #open(): void {
    const socket = new WebSocket(this.#address)
    this.#socket = socket
    this.#patience = attempt.lasts
    this.#listen()
    socket.onclose = () => socket === this.#socket && this.#lost()
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      if (socket !== this.#socket) return
      this.#take(data[0], data.slice(1))
      // Whatever it was, the server is there.
      if (socket === this.#socket) this.#listen()
    }
  }

  #listen(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#lost(), this.#patience)
  }

  #take(kind: string | undefined, rest: string): void {
    if (kind === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(rest) as { pingInterval: number; pingTimeout: number }
      this.#patience = pingInterval + pingTimeout
      this.#socket?.send(`40${this.#session ? JSON.stringify(this.#session) : ''}`)
    } else if (kind === '2') this.#socket?.send('3')
    else if (kind === '4') this.#takeMessage(rest)
  }

  #takeMessage(message: string): void {
    const [, kind, number, rest = ''] = /^(\d)(\d*)(.*)$/s.exec(message) ?? []
    const told: unknown = rest === '' ? null : JSON.parse(rest)
    if (kind === '0') this.#connected(told as { readonly pid?: string })
    else if (kind === '1') this.#end()
    else if (kind === '2') this.#event(told as [string, ...never[]])
    else if (kind === '3') this.#asked.get(Number(number))?.answered((told as unknown[])[0])
    // Let in later, perhaps: after signing in, or when the store is back.
    else if (kind === '4') this.#lost(attempt.afterRefusal)
  }

  #connected({ pid }: { readonly pid?: string }): void {
    this.#session = pid === undefined ? null : { ...this.#session, pid }
    this.#attempts = 0
    this.connected = true
    this.#askAll()
    this.#tell('connect')
  }

  #event([name, ...told]: [string, ...never[]]): void {
    const last: unknown = told.at(-1)
    if (this.#session && typeof last === 'string') this.#session.offset = last
    this.#tell(name, ...told)
  }

  #askAll(): void {
    for (const asked of this.#asked.values())
      if (!asked.sent) {
        asked.sent = true
        this.#socket?.send(asked.packet)
      }
  }

  /** It is tried again after a pause (ms). */
  #lost(pause = Math.min(attempt.longestPause, attempt.firstPause * 2 ** this.#attempts++)): void {
    const wasConnected = this.#close()
    this.#timer = setTimeout(() => this.#open(), pause * (0.5 + Math.random()))
    this.#tell(wasConnected ? 'disconnect' : 'connect_error')
  }

  /** For good: this page wants no more, or the server has shown it out. */
  #end(): void {
    if (this.#ended) return
    this.#ended = true
    if (typeof window !== 'undefined') window.removeEventListener('offline', this.#offline)
    const wasConnected = this.#close()
    for (const { answered } of this.#asked.values()) answered(null)
    if (wasConnected) this.#tell('disconnect')
  }

  /** Answers whether there was a line. */
  #close(): boolean {
    const [socket, wasConnected] = [this.#socket, this.connected]
    ;[this.#socket, this.connected] = [null, false]
    clearTimeout(this.#timer)
    socket?.close()
    // Nobody knows whether these came over.
    for (const { sent, answered } of this.#asked.values()) if (sent) answered(null)
    return wasConnected
  }

  #tell(name: string, ...told: never[]): void {
    for (const hear of [...(this.#hearers.get(name) ?? [])]) hear(...told)
  }
}
