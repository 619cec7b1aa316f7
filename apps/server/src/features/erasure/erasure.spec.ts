import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import type { AuthorsAnswer, VisitAnswer } from '@witboek/contract'
import { checkChain, type SectionId } from '@witboek/domain'
import { stopwatch, until } from '@witboek/testkit'
import { aDatabase } from '@witboek/testkit/servers'
import { afterEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { aFolder } from '../../testing/a-server.ts'
import { bookLine, meetingLine, types } from '../../testing/clients.ts'
import { sends } from '../../testing/sends.ts'
import { inSeat, sportBook } from '../../testing/the-example.ts'
import {
  administrator,
  chefCookie,
  cookieOf,
  dialogue,
  leaveTraces,
  noortje,
  rik,
  tom,
  tracesOfNoortje,
} from '../../testing/traces.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section as SectionId
const text = 'het bad gaat ’s maandags dicht'
const done = { status: 200, body: null }

let meeting: Meeting
afterEach(() => meeting.close())

async function opens(environment: Record<string, string> = {}): Promise<void> {
  meeting = await aMeeting(environment, { before: leaveTraces })
}

const stops = (cookie: string, { confirm = noortje.name, keepName = false } = {}) =>
  sends(meeting.server.address, '/api/account/erase', { confirm, keepName }, { cookie })
const erases = (cookie: string, person: string, keepName = false) =>
  sends(meeting.server.address, '/api/people/erase', { person, keepName }, { cookie })
const asks = async <Value>(path: string, cookie: string): Promise<Value> =>
  (await (await fetch(meeting.server.address + path, { headers: { cookie } })).json()) as Value
const nameIn = ({ people }: AuthorsAnswer) => people.find(({ person }) => person === noortje.id)?.name

/** Noortje writes a sentence, with a page and a socket open; both stay. */
async function writes() {
  const { ws, address } = meeting.server
  const page = bookLine(ws, book, cookieOf(noortje))
  const [socket, chefs] = [meetingLine(address, cookieOf(noortje)), meetingLine(address, chefCookie)]
  onTestFinished(() => {
    page.close()
    socket.close()
    chefs.close()
  })
  await page.section(section).synced
  types(page, section, text)
  await until('it is saved', () => page.state.unsaved === 0 && page.state.savedAt !== null)
  await until('all are in', () => socket.connected && chefs.connected)
  return { page, socket, chefs }
}

/** Every row of every table as text, and bytes as what they say. */
type Tables = () => Promise<string>

const everyPlace: readonly (readonly [
  string,
  () => Promise<{ environment: Record<string, string>; tables: Tables }>,
])[] = [
  [
    'SQLite',
    async () => {
      const folder = aFolder()
      onTestFinished(folder.remove)
      return { environment: { DATA_DIR: folder.path }, tables: async () => inSqlite(folder.path) }
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const url = await aDatabase(inject('postgres'))
      return { environment: { DATABASE_URL: url }, tables: () => inPostgres(url) }
    },
  ],
]

function inSqlite(folder: string): string {
  const database = new DatabaseSync(join(folder, 'witboek.sqlite'), { readOnly: true })
  const names = database.prepare(`select name from sqlite_master where type = 'table'`).all()
  const rows = names.flatMap(({ name }) => database.prepare(`select * from "${String(name)}"`).all())
  database.close()
  return rows.map((row) => Object.values(row).map(inWords).join('|')).join('\n')
}

const inWords = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString() : String(value)

async function inPostgres(url: string): Promise<string> {
  const { stdout } = await promisify(execFile)('pg_dump', ['--data-only', '--inserts', `--dbname=${url}`], {
    maxBuffer: 256 * 1024 * 1024,
  })
  return stdout.replaceAll(/'\\x([0-9a-f]*)'/g, (_, hex: string) => Buffer.from(hex, 'hex').toString())
}

describe.each(everyPlace)('[PRIVACY-5] somebody who stops, in %s', (_, aPlace) => {
  it('is in no table any more, and the text stays under a pseudonym', async () => {
    const { environment, tables } = await aPlace()
    await opens(environment)
    await writes()
    // The place itself is watched too: a scan that finds nothing before proves nothing after.
    await until('all traces are there', async () => {
      const before = await tables()
      return tracesOfNoortje.every((trace) => before.includes(trace))
    })
    expect(await stops(cookieOf(noortje))).toMatchObject(done)

    const authors = await asks<AuthorsAnswer>(`/api/books/${book}/authors`, cookieOf(tom))
    expect(nameIn(authors)).toBe('Oud-deelnemer 1')
    expect(authors.sections[section]?.writers).toContain(noortje.id)
    const reader = await meeting.opens(inSeat('expert', { nth: 1 }))
    await reader.section(section).synced
    expect(reader.section(section).text.toString()).toContain(text)

    const { events, fault, parked } = await meeting.server.leaves(async (store) => {
      const events = await store.events.read(dialogue, { after: 0, limit: 1_000 })
      const hash = (text: string) => createHash('sha256').update(text).digest('hex')
      return {
        events,
        fault: checkChain(dialogue, events, null, hash).fault,
        parked: await store.parkedEdits.of(noortje.id),
      }
    })
    expect(fault).toBeNull()
    expect(events.filter(({ type }) => type === 'person:erase')).toMatchObject([
      { actor: noortje.id, role: 'expert', subject: noortje.id, details: { keptName: false } },
    ])
    expect(parked.map(({ state }) => state).sort()).toEqual(['handed', 'withdrawn', 'withdrawn'])
    const after = await tables()
    expect(tracesOfNoortje.filter((trace) => after.includes(trace))).toEqual([])
    for (const others of [tom.name, tom.contact.email, 'sub-tom', text, 'gegeven aan de Chef'])
      expect(after).toContain(others)
    expect(JSON.stringify(meeting.server.log)).not.toMatch(/Noortje|Linden/)
  })

  it('may leave the public name with the words: all else goes', async () => {
    const { environment, tables } = await aPlace()
    await opens(environment)
    await writes()
    expect(await stops(cookieOf(noortje), { keepName: true })).toMatchObject(done)
    expect(nameIn(await asks<AuthorsAnswer>(`/api/books/${book}/authors`, cookieOf(tom)))).toBe(noortje.name)
    const erased = await meeting.server.leaves((store) => store.people.erased())
    expect(erased).toEqual([noortje.id])
    const after = await tables()
    expect(tracesOfNoortje.filter((trace) => trace !== 'Noortje' && after.includes(trace))).toEqual([])
    expect(after.split(noortje.name)).toHaveLength(2)
  })
})

describe('[PRIVACY-5] somebody who stops', () => {
  it('[ACCESS-4] is out at once: every line, socket and login, on every device', async () => {
    await opens()
    const { page, socket, chefs } = await writes()
    const bystander = await meeting.opens(inSeat('expert', { nth: 1 }))
    await until('the other is in', () => bystander.state.line === 'open')
    const took = stopwatch()
    const answer = await stops(cookieOf(noortje), { confirm: ' noortje  UIT oost ' })
    await until('all has ended', () => page.state.line === 'refused' && !socket.connected && !chefs.connected)
    expect(took()).toBeLessThan(1_000)
    expect(answer.headers.getSetCookie()[0]).toMatch(/^witboek-login=;.*Expires=Thu, 01 Jan 1970/)
    for (const cookie of [cookieOf(noortje), chefCookie])
      expect((await asks<VisitAnswer>('/api/visit', cookie)).person).toBeNull()
    expect(bystander.state.line).toBe('open')
    const entries = await meeting.server.leaves(({ bookLog }) => bookLog.read(book, { after: 0, limit: 10_000 }))
    expect(entries.at(-1)).toMatchObject({ fact: { type: 'seat:ended', person: noortje.id } })
  })

  it('needs no seat, and is counted on', async () => {
    await opens()
    expect(await stops(cookieOf(noortje))).toMatchObject(done)
    expect(await stops(cookieOf(rik), { confirm: 'Rik' })).toMatchObject(done)
    const people = await meeting.server.leaves((store) => store.people.all())
    expect(people.find(({ id }) => id === rik.id)).toMatchObject({ name: 'Oud-deelnemer 2', seats: [] })
  })

  it('opens no invitation any more that was sent before, and waits before no door', async () => {
    await opens()
    expect(await stops(cookieOf(noortje))).toMatchObject(done)
    const { invitations, admissions } = await meeting.server.leaves(async (store) => ({
      invitations: await store.invitations.of(dialogue),
      admissions: await store.admissions.ofPerson(noortje.id),
    }))
    expect(invitations.map(({ state, email }) => [state, email]).sort()).toEqual([
      ['accepted', ''],
      ['sent', tom.contact.email],
      ['withdrawn', ''],
    ])
    expect(admissions.map(({ state }) => state)).toEqual(['ended'])
  })

  it.each([
    ['without the right name typed', cookieOf(noortje), { confirm: 'Noortje', keepName: false }, 422],
    ['without a choice about the name', cookieOf(noortje), { confirm: noortje.name }, 400],
    ['without a login', '', { confirm: noortje.name, keepName: false }, 401],
  ] as const)('[PRIVACY-4] does not do so %s', async (_, cookie, message, status) => {
    await opens()
    const answer = await sends(meeting.server.address, '/api/account/erase', message, { cookie })
    expect(answer.status).toBe(status)
    expect(await meeting.server.leaves((store) => store.people.erased())).toEqual([])
  })

  it('[PRIVACY-4] does not do so as the only Chef of a theme group at work', async () => {
    await opens()
    const cookie = await meeting.server.seat(inSeat('chef'))
    const { person } = await asks<VisitAnswer>('/api/visit', cookie)
    expect(await stops(cookie, { confirm: person?.name ?? '' })).toMatchObject({
      status: 409,
      body: { type: '/problems/last-seat' },
    })
    expect((await asks<VisitAnswer>('/api/visit', cookie)).person, 'and stays in').toEqual(person)
  })

  it('[PRIVACY-4] does so once, whoever presses twice', async () => {
    await opens()
    const answers = await Promise.all([1, 2, 3].map(() => stops(cookieOf(noortje))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const events = await meeting.server.leaves((store) => store.events.of(noortje.id))
    expect(events.filter(({ type }) => type === 'person:erase')).toHaveLength(1)
  })
})

describe('[PRIVACY-4] an administrator who erases on request', () => {
  it('does what the person would have done, and stands in the record as the one who did', async () => {
    await opens()
    const { page } = await writes()
    expect(await erases(cookieOf(administrator), noortje.id)).toMatchObject(done)
    await until('her page has ended', () => page.state.line === 'refused')
    expect(await erases(cookieOf(administrator), noortje.id)).toMatchObject({
      status: 404,
      body: { type: '/problems/person-not-found' },
    })
    const events = await meeting.server.leaves((store) => store.events.of(administrator.id))
    expect(events).toMatchObject([{ type: 'person:erase', role: 'administrator', subject: noortje.id }])
  })

  it.each([
    ['an expert', cookieOf(tom), 403],
    ['somebody without a seat', cookieOf(rik), 401],
    ['nobody', '', 401],
  ] as const)('is not %s', async (_, cookie, status) => {
    await opens()
    expect((await erases(cookie, noortje.id)).status).toBe(status)
    const lead = await meeting.server.seat(inSeat('lead'))
    expect((await erases(lead, noortje.id)).status, 'nor the lead').toBe(403)
    expect((await asks<VisitAnswer>('/api/visit', cookieOf(noortje))).person?.name).toBe(noortje.name)
  })
})
