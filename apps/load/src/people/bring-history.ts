import { syncFrame } from '@witboek/book'
import type { Orders } from '../generator/orders.ts'
import { ClientSocket } from './client-socket.ts'
import { historyOf } from './history.ts'
import type { HistoryPlan } from './plans.ts'
import { nothingHeard } from './wire.ts'
import { wires } from './wires.ts'

const cache = new Map<string, Uint8Array>()

function cached(plan: HistoryPlan): Uint8Array {
  const key = JSON.stringify(plan)
  const history = cache.get(key) ?? historyOf(plan)
  cache.set(key, history)
  return history
}

/**
 * Somebody puts a text with a past into every section of a book, over the line, as one who comes back from long work
 * offline; so it goes through the same door as any edit, and works with every server. Resolves when that is acknowledged,
 * or, where nothing ever is, when the line has been quiet for a moment.
 */
export async function bringHistory({ person, history, within }: Orders['bring']['asked']): Promise<{ bytes: number }> {
  const wire = wires[person.wire]
  const heard = nothingHeard()
  const open: { sent: number; acknowledged: number }[] = []
  let [bytes, refused, quietSince] = [0, '', performance.now()]
  const say = (section: number, message: Uint8Array) => socket.send(wire.wrap(person.room, section, message))
  const opensSections = (count: number): void => {
    for (let section = 0; section < count; section++) {
      open.push({ sent: 0, acknowledged: 0 })
      say(section, syncFrame('step1', Uint8Array.from([0])))
      if (!wire.welcomes) write(section)
    }
  }
  const write = (section: number): void => {
    const update = cached({ ...history, seed: history.seed + section })
    const seen = open[section]
    if (!seen) return
    bytes += update.byteLength
    seen.sent += 1
    say(section, syncFrame('update', update))
  }
  const socket = new ClientSocket(wire.address(person.server, person.room), person.cookie, 64 * 1024, {
    opened() {
      const greeting = wire.greeting(person.room)
      if (greeting.length > 0) socket.send(...greeting)
      if (!wire.welcomes) opensSections(1)
    },
    received(message, start, end) {
      quietSince = performance.now()
      wire.read(message, start, end, heard)
      if (heard.kind === 'welcome') return opensSections(heard.count)
      const seen = open[heard.section]
      if (!seen) return
      if (heard.kind === 'step1' && wire.welcomes && seen.sent === 0) {
        seen.sent += 1
        say(heard.section, syncFrame('step2', Uint8Array.from([0, 0])))
        write(heard.section)
      }
      if (heard.kind === 'acknowledged')
        seen.acknowledged = wire.acknowledges === 'each' ? seen.acknowledged + 1 : heard.count
      if (heard.kind === 'setAside') refused = 'the history was not accepted'
    },
    closed: (code) => (refused ||= `the line ended with ${code}`),
  })
  const deadline = performance.now() + within
  const done = () => {
    if (open.length === 0 || open.some(({ sent }) => sent === 0)) return false
    if (wire.acknowledges !== 'none') return open.every(({ sent, acknowledged }) => acknowledged >= sent)
    return performance.now() - quietSince > 300
  }
  while (!done()) {
    if (refused !== '') throw new Error(`${person.room}: ${refused}`)
    if (performance.now() > deadline) throw new Error(`${person.room}: the history was not acknowledged in time`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  socket.drop()
  return { bytes }
}
