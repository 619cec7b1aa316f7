import type { Instant, Meeting, MeetingId, ThemeId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { until } from '@witboek/testkit'
import { afterEach, expect, it } from 'vitest'
import { events } from '../events.ts'
import { setUpExample } from '../example/set-up.ts'
import { openLog } from '../log.ts'
import { aServer, type TestServer } from '../testing/a-server.ts'
import { browserOf, plan } from '../testing/an-evening.ts'
import { inSeat, sport } from '../testing/the-example.ts'
import { Metrics } from '../watch/metrics.ts'

const hour = 60 * 60 * 1000
let server: TestServer
afterEach(() => server.close())

/** Two evenings of yesterday that nobody closed; of the first there is nobody who led it or could have. */
async function forgotten(store: Store): Promise<void> {
  const now = Date.now() as Instant
  await setUpExample(store, now, events(openLog('silent'), new Metrics()))
  const dialogue = (await store.dialogues.currentDialogue())?.id as Meeting['dialogue']
  const open = { state: 'open', roomKey: 'key', version: 1, cancelReason: '' } as const
  const meetings: readonly (readonly [string, ThemeId, number, string])[] = [
    ['of-nobody', 'theme-that-is-gone' as ThemeId, 30, 'CDFHJK'],
    ['forgotten', sport.id, 20, 'KJHFDC'],
  ]
  for (const [id, theme, ago, code] of meetings) {
    const times = { startsAt: (now - ago * hour) as Instant, endsAt: (now - (ago - 2) * hour) as Instant }
    await store.meetings.add({ ...plan, ...open, ...times, code, id: id as MeetingId, dialogue, theme })
  }
}

it('[MEET-4] the clock closes what nobody closed, also when it fails to close another one', async () => {
  server = await aServer({}, { before: forgotten })
  const chef = await browserOf(server, inSeat('chef'))
  const stateOf = async () =>
    ((await chef.goes('/api/meetings/forgotten')).body as { meeting: { state: string } }).meeting.state
  await until('it is closed', async () => (await stateOf()) === 'closed')
  expect(server.log.some(({ msg }) => msg === 'surprise')).toBe(true)
})
