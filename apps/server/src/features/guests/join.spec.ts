import type { Admission, Instant, Meeting, MeetingId, Person } from '@witboek/domain'
import { openInProcessLive } from '@witboek/live'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountRates } from '../../books/reading-pace.ts'
import { events as eventsOf } from '../../events.ts'
import { setUpExample } from '../../example/set-up.ts'
import { openLog } from '../../log.ts'
import { aFolder } from '../../testing/a-server.ts'
import { sport } from '../../testing/the-example.ts'
import { Metrics } from '../../watch/metrics.ts'
import { askToJoin, type Wish } from './join.ts'
import { LobbyNews } from './lobby-news.ts'

const now = () => 1_800_000_000_000 as Instant
const events = eventsOf(openLog('silent'), new Metrics())
const live = openInProcessLive({ accountRates })
const wish: Wish = {
  ...{ code: 'CDFHJK', name: 'Els', email: '', consent: true, language: 'nl', room: '' },
  form: '0b8ad37e-6d5f-4c60-9d2e-3a7c5b1f0e11',
}

let folder: ReturnType<typeof aFolder>
let store: Store
let meeting: Meeting
beforeEach(async () => {
  folder = aFolder()
  store = await openEmbeddedStore(folder.path)
  await setUpExample(store, now(), events)
  const ids = { id: 'avond' as MeetingId, dialogue: sport.dialogue, theme: sport.id }
  const times = { startsAt: now(), endsAt: (now() + 3_600_000) as Instant }
  meeting = {
    ...{ ...ids, ...times, kind: 'green1', title: 'Eerste avond', place: '', state: 'open', code: wish.code },
    ...{ remoteLink: '', roomKey: null, version: 0, cancelReason: '' },
  }
  await store.meetings.add(meeting)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const joins = (at: Store = store) =>
  askToJoin(
    { store: at, live, mailer: { kind: 'none' } as never, now, events, lobby: new LobbyNews() },
    wish,
    '192.0.2.1',
    null,
  )

/** This visit becomes that one, as a Chef says. */
async function becomes(guest: Person, to: Admission['state'], seats: Person['seats']): Promise<void> {
  await store.people.save({ ...guest, seats })
  for (const { id, state } of await store.admissions.ofPerson(guest.id))
    await store.admissions.change(id, state, { state: to })
}

describe('[GUEST-6] a guest whose form comes once more', () => {
  it('keeps no seat that was taken away at that very moment', async () => {
    const asked = await joins()
    if (!asked.ok || asked.value.kind !== 'asked') throw new Error('not in the lobby')
    const { person } = asked.value
    const seat = { role: 'guest', theme: sport.id, guest: { meeting: meeting.id, writes: true } } as const
    await becomes(person, 'admitted', [seat])
    const justBefore: Store = Object.assign(Object.create(store) as Store, {
      together: async (work: Parameters<Store['together']>[0]) => {
        await becomes(person, 'ended', [])
        return store.together(work)
      },
    })
    expect(await joins(justBefore)).toMatchObject({ ok: true, value: { person: { id: person.id } } })
    expect((await store.people.find(person.id))?.seats).toEqual([])
  })
})
