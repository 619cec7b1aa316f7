import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire to a Redis that can be cut, while others still reach it. */
interface Wire {
  readonly url: string
  cut(): void
  mend(): void
  /** From now on no command with this name gets through, nor what comes after it on its connection; `null`: everything does. */
  holdBack(command: string | null): void
  close(): void
}

export async function aWire(redis: string): Promise<Wire> {
  const open = new Set<Socket>()
  let whole = true
  let heldBack: string | null = null
  const cut = () => {
    whole = false
    for (const socket of open) socket.destroy()
  }
  const server = createServer((near) => {
    if (!whole) return near.destroy()
    const far = connect(Number(new URL(redis).port), '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    near.on('data', (said) => {
      if (heldBack !== null && said.toString('latin1').toUpperCase().includes(heldBack)) near.pause()
      else far.write(said)
    })
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    mend: () => (whole = true),
    holdBack: (command) => (heldBack = command),
    close() {
      cut()
      server.close()
    },
  }
}
