import type { WireName } from '../people/wires.ts'

/** What can be put under load. */
export const systemNames = [
  'witboek',
  'relay',
  'relay-tick',
  'y-websocket',
  'y-websocket-leveldb',
  'hocuspocus',
] as const

export type SystemName = (typeof systemNames)[number]

/** How each is called in tables, and what it promises. */
export const systemTitles: Readonly<Record<SystemName, string>> = {
  witboek: 'Witboek',
  relay: 'bare relay',
  'relay-tick': 'bare relay, 10 ms tick',
  'y-websocket': 'y-websocket server',
  'y-websocket-leveldb': 'y-websocket server + LevelDB',
  hocuspocus: 'Hocuspocus + SQLite',
}

export const wireOf: Readonly<Record<SystemName, WireName>> = {
  witboek: 'book',
  relay: 'relay',
  'relay-tick': 'relay',
  'y-websocket': 'plain',
  'y-websocket-leveldb': 'plain',
  hocuspocus: 'hocuspocus',
}
