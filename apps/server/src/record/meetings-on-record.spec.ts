import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openInProcessLive } from '@witboek/live'
import { openEmbeddedStore, readFolder } from '@witboek/store'
import { HandClock } from '@witboek/testkit'
import type { Actor, Instant, Meeting, MeetingFact, MeetingId, PersonId } from '@witboek/domain'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountRates } from '../books/reading-pace.ts'
import { OpenMeetings } from '../meetings/open-meetings.ts'
import { aFolder } from '../testing/a-server.ts'
import { sport } from '../testing/the-example.ts'
import { dialogue, marit, setUp, start } from './testing/a-book.ts'
import { verifyRecord } from './verify.ts'

const meeting: Meeting = {
  ...{ id: 'evening' as MeetingId, dialogue: dialogue.id, theme: sport.id, kind: 'green1', title: 'Avond', place: '' },
  ...{ remoteLink: '', startsAt: start, endsAt: (start + 1) as Instant, state: 'open', code: null, roomKey: null },
  ...{ version: 1, cancelReason: '' },
}
const chef: Actor = { person: marit, name: '', seat: { role: 'chef', theme: sport.id } }
const facts: readonly MeetingFact[] = [
  { type: 'meeting:opened' },
  { type: 'queue:closed' },
  { type: 'attendance:away', person: 'tom' as PersonId },
  { type: 'reactions:muted', muted: true },
  { type: 'queue:opened' },
]

let folder: ReturnType<typeof aFolder>
beforeEach(async () => {
  folder = aFolder()
  const store = await openEmbeddedStore(folder.path)
  await setUp(store)
  await store.meetings.add(meeting)
  const live = openInProcessLive({ accountRates })
  const surprised = (cause: unknown) => expect.fail(String(cause))
  const openMeetings = new OpenMeetings({ store, notices: live.notices, clock: new HandClock(start), surprised })
  for (const fact of facts) await openMeetings.act(meeting, chef, () => ({ ok: true, value: [fact] }))
  await openMeetings.close()
  await live.close()
  await store.close()
})
afterEach(() => folder.remove())

/** As no program of ours could do it. */
function tampers(order: string): void {
  const database = new DatabaseSync(join(folder.path, 'witboek.sqlite'))
  database.exec(order)
  database.close()
}

async function verdict() {
  const read = await readFolder(folder.path, (reading) => verifyRecord(reading))
  return read?.chains.find(({ chain }) => chain === dialogue.id)
}

describe('[RECORD-2] [RECORD-4] what happens at a meeting', () => {
  it('stands on the record as it stands in the log of the meeting; what passes stands in the log alone', async () => {
    expect(await verdict()).toMatchObject({ fault: null, events: 3, waiting: 0 })
  })

  it.each([
    ['another fact', `update meeting_fact set content = '{"type":"queue:opened"}' where seq = 2`, 2, 'changed'],
    [
      'another value',
      `update meeting_fact set content = '{"type":"reactions:muted","muted":false}' where seq = 4`,
      4,
      'changed',
    ],
    ['somebody else', `update meeting_fact set person = 'tom' where seq = 4`, 4, 'changed'],
    ['another time', `update meeting_fact set at = at + 1 where seq = 4`, 4, 'changed'],
    ['nothing where something was', `delete from meeting_fact where seq = 5`, 5, 'gone'],
    [
      'something where nothing was recorded',
      `update meeting_fact set content = '{"type":"queue:closed"}' where seq = 3`,
      3,
      'unrecorded',
    ],
    [
      'more than the record',
      `insert into meeting_fact select meeting, 6, at, person, role, content from meeting_fact where seq = 2`,
      6,
      'unrecorded',
    ],
  ] as const)('that says %s is found out', async (_, order, seq, why) => {
    tampers(order)
    expect((await verdict())?.fault).toEqual({ what: 'meeting-fact', meeting: meeting.id, seq, why })
  })

  it('is not looked for where the tables are older', async () => {
    tampers('drop table meeting_fact; delete from event')
    expect(await verdict()).toMatchObject({ fault: null, events: 0 })
  })
})
