import type { Scenario } from '../scenario.ts'
import { locksTurn } from './locks-turn.ts'
import { oneOfThreeKilled } from './one-of-three-killed.ts'
import { postgresStopped } from './postgres-stopped.ts'
import { redisAway } from './redis-away.ts'
import { rollingUpdate } from './rolling-update.ts'
import { serverKilled } from './server-killed.ts'
import { serverPaused } from './server-paused.ts'
import { wholeEvening } from './whole-evening.ts'

export const scenarios: readonly Scenario[] = [
  serverKilled,
  oneOfThreeKilled,
  redisAway,
  postgresStopped,
  serverPaused,
  locksTurn,
  rollingUpdate,
  wholeEvening,
]
