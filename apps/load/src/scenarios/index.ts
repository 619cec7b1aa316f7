import { ballots } from './ballots.ts'
import { coldOpen } from './cold-open.ts'
import { coldStart } from './cold-start.ts'
import { durable } from './durable.ts'
import { joinStorm } from './join-storm.ts'
import { manyWriters } from './many-writers.ts'
import { memory } from './memory.ts'
import { mostTypists } from './most-typists.ts'
import { observers } from './observers.ts'
import { oneBigBook } from './one-big-book.ts'
import { presence } from './presence.ts'
import { reconnectStorm } from './reconnect-storm.ts'
import type { Scenario } from './scenario.ts'
import { slowReaders } from './slow-readers.ts'
import { typingEvening } from './typing-evening.ts'

/** In the order of the figures page. */
export const scenarios: readonly Scenario[] = [
  typingEvening,
  oneBigBook,
  mostTypists,
  manyWriters,
  durable,
  observers,
  presence,
  joinStorm,
  reconnectStorm,
  slowReaders,
  ballots,
  coldOpen,
  coldStart,
  memory,
]
