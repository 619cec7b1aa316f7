import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RecordAnswer, RecordCheck } from '@witboek/contract'
import {
  roles,
  type Instant,
  type MeetingId,
  type NewEvent,
  type Person,
  type PersonId,
  type Role,
} from '@witboek/domain'
import { openEmbeddedStore, type EventChains, type Store } from '@witboek/store'
import { until } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleDialogue } from '../../example/index.ts'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { aFolder } from '../../testing/a-server.ts'
import { asks } from '../../testing/clients.ts'
import { inSeat, sport, sportBook } from '../../testing/the-example.ts'
import { exportedRecord } from './export-record.ts'

const {
  frame: { dialogue },
  people,
} = exampleDialogue()
const nameOf = (person: string): string => people.find(({ id }) => id === person)?.name ?? expect.fail(person)
const guest: Person = {
  id: 'a-guest' as PersonId,
  name: 'Gast',
  background: '',
  seats: [{ role: 'guest', theme: sport.id, guest: { meeting: 'evening' as MeetingId, writes: true } }],
}
const start = 1_301_680_800_000 as Instant
const [auditor, chef, lead, expert] = [inSeat('auditor'), inSeat('chef'), inSeat('lead'), inSeat('expert')]
const book = sportBook.book.id
const section = sportBook.sections[0]?.section

let meeting: Meeting
beforeAll(async () => {
  meeting = await aMeeting({}, { before: ({ people }) => people.save(guest) })
  const [leads, chefs] = [await meeting.comes(lead), await meeting.comes(chef)]
  await asks(leads, 'remarks:allow', { allowed: true })
  await asks(chefs, 'section:lock', { book, section, reason: 'Even praten', until: null })
  await asks(chefs, 'section:unlock', { book, section })
  await asks(leads, 'remarks:allow', { allowed: false })
  await until('all of it is on the record', async () => (await reads('?type=section:unlocked')).body.lines.length > 0)
})
afterAll(() => meeting.close())

const reads = (query = '', person: string | null = auditor) => meeting.gets<RecordAnswer>(`/api/record${query}`, person)

async function takes(path: string, { person = auditor, headers = {} }: { person?: string; headers?: object } = {}) {
  const response = await fetch(`${meeting.server.address}/api/record/${path}`, {
    headers: { cookie: await meeting.server.seat(person), ...headers },
  })
  // Read as text the mark of UTF-8 would go unseen.
  return { response, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()) }
}

describe('[RECORD-3] the record', () => {
  it.each(roles)('is read by the auditor alone: %s', async (role: Role) => {
    const status = role === 'auditor' ? 200 : 403
    const person = role === 'guest' ? guest.id : inSeat(role)
    expect((await reads('', person)).status).toBe(status)
    expect((await meeting.gets('/api/record/check', person)).status).toBe(status)
    for (const form of ['jsonl', 'csv']) {
      const { response } = await takes(`export.${form}`, { person })
      expect(response.status).toBe(status)
    }
  })

  it('is not read by whoever has not signed in', async () => {
    expect((await reads('', null)).status).toBe(401)
    for (const path of ['check', 'export.jsonl', 'export.csv'])
      expect((await fetch(`${meeting.server.address}/api/record/${path}`)).status).toBe(401)
  })

  it('has every command and every fact, the newest first, with who, in which role, for which theme', async () => {
    const { body } = await reads('?type=section:locked')
    expect(body.lines).toMatchObject([
      {
        actor: { id: chef },
        role: 'chef',
        theme: sport.name,
        type: 'section:locked',
        subject: book,
        details: { section, sections: 1 },
      },
    ])
    expect(body.lines[0]?.actor?.name).not.toBe('')
    const { lines, head } = (await reads()).body
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map(({ seq }) => seq).toSorted((a, b) => b - a))
    expect(lines[0]).toMatchObject(head ?? {})
    expect(JSON.stringify(lines)).not.toContain('Even praten')
  })

  it('is read page by page, down and up again, and no event is missed or seen twice', async () => {
    const seen: number[] = []
    let page = (await reads()).body
    for (;;) {
      seen.push(...page.lines.map(({ seq }) => seq))
      if (page.older === null) break
      page = (await reads(`?before=${page.older}`)).body
    }
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, i) => seen.length - i))
    const up: number[] = page.lines.map(({ seq }) => seq)
    while (page.newer !== null) {
      page = (await reads(`?after=${page.newer}`)).body
      up.unshift(...page.lines.map(({ seq }) => seq))
    }
    expect(up.slice(-seen.length)).toEqual(seen)
  })

  it.each([
    ['kind', '?type=remarks:allow', ['remarks:allow', 'remarks:allow']],
    ['person', `?person=${lead}`, ['remarks:allow', 'remarks:allow']],
    ['theme, of the seat', `?theme=${sport.id}&type=section:locked`, ['section:locked']],
    ['kind and person', `?type=section:unlocked&person=${chef}`, ['section:unlocked']],
    ['what nobody did', `?type=section:unlocked&person=${lead}`, []],
    [
      'what a form without JavaScript sends',
      '?type=remarks:allow&person=&theme=&before=',
      Array(2).fill('remarks:allow'),
    ],
  ])('is searched by %s', async (_, query, types) => {
    const { lines, newer } = (await reads(query)).body
    expect(lines.map(({ type }) => type)).toEqual(types)
    expect(newer, 'these are the newest').toBeNull()
  })

  it.each(['?before=x', '?before=-1', '?type=<b>', '?person=../x', '?theme=a b', '?chain=other', '?type=a:b&type=c:d'])(
    'is not asked like this: %s',
    async (query) => {
      expect(await reads(query)).toMatchObject({ status: 400, body: { type: '/problems/not-understood' } })
    },
  )

  it('outside any dialogue stands in a chain of its own', async () => {
    expect((await reads('?chain=installation')).body).toMatchObject({ lines: [], head: null, older: null, newer: null })
  })

  it('is checked for whoever asks, once a minute, and the page says what was found', async () => {
    const checks = await Promise.all(
      Array.from({ length: 5 }, () => meeting.gets<RecordCheck>('/api/record/check', auditor)),
    )
    const [first] = checks
    expect(first?.body).toMatchObject({ fault: null, waiting: 0 })
    expect(new Set(checks.map(({ body }) => body.at)).size).toBe(1)
    const { checked } = (await reads()).body
    expect(checked).toEqual(first?.body)
  })
})

describe('[RECORD-3] the record that is taken out', () => {
  it('is every event on a line as it was hashed, and its head; taking it out is the last of them', async () => {
    const { response, text } = await takes('export.jsonl')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="vastlegging-.*\.jsonl"$/)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const lines = text.trimEnd().split('\n')
    const end = JSON.parse(lines.at(-1) ?? '') as { events: number; head: string; chain: string }
    expect(end).toMatchObject({ chain: dialogue.id, events: lines.length - 1 })
    const last = JSON.parse(lines.at(-2) ?? '') as unknown[]
    expect(last.slice(0, 8)).toEqual([
      ...[dialogue.id, lines.length - 1, last[2], auditor, 'auditor', null, 'record:export', dialogue.id],
    ])
    expect((await reads('?type=record:export')).body.lines[0]).toMatchObject({
      hash: end.head,
      details: { form: 'jsonl' },
    })
  })

  it('is a table for a spreadsheet', async () => {
    const { response, text } = await takes('export.csv')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    const [head, first] = text.slice(1).split('\r\n')
    expect(head).toBe('seq;at;actor;role;theme;type;subject;details;previous;hash')
    expect(first).toMatch(/^1;\d{4}-\d\d-\d\dT[\d:.]+Z;/)
  })

  it('is not taken out by a page of another site in the name of the auditor', async () => {
    const before = (await reads('?type=record:export')).body.lines.length
    const { response } = await takes('export.jsonl', { headers: { 'Sec-Fetch-Site': 'cross-site' } })
    expect(response.status).toBe(403)
    const { status } = await fetch(`${meeting.server.address}/api/record/export.jsonl`, {
      method: 'HEAD',
      headers: { cookie: await meeting.server.seat(auditor) },
    })
    expect(status).toBe(200)
    expect((await reads('?type=record:export')).body.lines).toHaveLength(before)
  })
})

describe('[RECORD-3] somebody who was erased', () => {
  it('is no longer named on the page, and the chain is as right as before', async () => {
    const folder = aFolder()
    const before = await aMeeting({ DATA_DIR: folder.path })
    expect(await asks(await before.comes(lead), 'seat:end', { person: expert, theme: sport.id })).toMatchObject({
      ok: true,
    })
    const query = '/api/record?type=seat:end'
    const [known] = (await before.gets<RecordAnswer>(query, auditor)).body.lines
    expect(known?.actor?.name).toBe(nameOf(lead))
    before.everyoneLeaves()
    await before.server.leaves(async ({ people, contacts }) => {
      await people.erase(lead as PersonId, 'Deelnemer 7', start)
      await contacts.forget(lead as PersonId)
    })
    await before.close()

    const after = await aMeeting({ DATA_DIR: folder.path })
    const { body } = await after.gets<RecordAnswer>(query, auditor)
    expect(body.lines).toEqual([{ ...known, actor: { id: lead, name: null } }])
    expect(body.people.map(({ id }) => id)).not.toContain(lead)
    expect((await after.gets<RecordCheck>('/api/record/check', auditor)).body).toMatchObject({
      fault: null,
      waiting: 0,
    })
    const cookie = await after.server.seat(auditor)
    const taken = await fetch(`${after.server.address}/api/record/export.jsonl`, { headers: { cookie } })
    expect(await taken.text()).not.toContain(nameOf(lead))
    await after.close()
    folder.remove()
  })
})

describe('[RECORD-3] a long record', () => {
  const many = 20_000
  const folder = aFolder()
  beforeAll(async () => {
    const store = await openEmbeddedStore(folder.path)
    await fills(store, many)
    await store.close()
  }, 120_000)
  afterAll(() => folder.remove())

  it('is searched for what is rare, piece by piece', async () => {
    const evening = await aMeeting({ DATA_DIR: folder.path })
    let page: Pick<RecordAnswer, 'lines' | 'older'> = { lines: [], older: 10 ** 9 }
    let asked = 0
    while (page.lines.length === 0 && page.older !== null) {
      page = (await evening.gets<RecordAnswer>(`/api/record?type=phase:reach&before=${page.older}`, auditor)).body
      asked += 1
    }
    expect(page).toMatchObject({ lines: [{ seq: 1 }], older: null })
    expect(asked).toBe(2)
    await evening.close()
  })

  it('is taken out as a whole', async () => {
    const evening = await aMeeting({ DATA_DIR: folder.path })
    const cookie = await evening.server.seat(auditor)
    for (const form of ['jsonl', 'csv']) {
      const { body } = await fetch(`${evening.server.address}/api/record/export.${form}`, { headers: { cookie } })
      let lines = 0
      for await (const piece of body ?? []) for (const byte of piece as Uint8Array) if (byte === 10) lines += 1
      expect(lines).toBeGreaterThan(many)
    }
    await evening.close()
  })

  it('is read no further than its reader takes it: a slow one costs no memory', async () => {
    const store = await openEmbeddedStore(folder.path)
    const head = (await store.events.last(dialogue.id)) ?? expect.fail('a head')
    let [read, taken, ahead] = [0, 0, 0]
    const counted: Pick<EventChains, 'read'> = {
      async read(chain, range) {
        const events = await store.events.read(chain, range)
        read += events.length
        ahead = Math.max(ahead, read - taken)
        return events
      },
    }
    const slow = new Writable({
      highWaterMark: 1,
      write(piece: Buffer, _encoding, next) {
        taken += piece.filter((byte) => byte === 10).length
        setImmediate(next)
      },
    })
    await pipeline(exportedRecord(counted, dialogue.id, head, 'jsonl'), slow)
    await store.close()
    expect(taken).toBe(head.seq + 1)
    expect(ahead).toBeLessThanOrEqual(2_000)
  })
})

/** A chain of so many events, in which the first is the only one of its kind. */
async function fills(store: Store, many: number): Promise<void> {
  const event = (i: number): NewEvent => ({
    at: (start + i) as Instant,
    actor: lead as PersonId,
    role: 'lead',
    theme: null,
    type: i === 0 ? 'phase:reach' : 'seat:choose',
    subject: lead,
    details: {},
  })
  for (let i = 0; i < many; i += 1_000)
    await store.events.append(
      dialogue.id,
      Array.from({ length: 1_000 }, (_, n) => event(i + n)),
    )
}
