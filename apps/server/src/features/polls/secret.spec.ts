import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { MeetingNow, RecordAnswer } from '@witboek/contract'
import { checkAudit, type PersonId } from '@witboek/domain'
import { eventHash } from '@witboek/store'
import { chanceFrom, options, seedOfToday, until } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Browser } from '../../testing/a-browser.ts'
import { runsToEnd } from '../../testing/a-command.ts'
import { aHall, type Hall } from '../../testing/a-hall.ts'
import { aHouse, type House } from '../../testing/a-house.ts'
import { aPoll, codeOf, must, type PollAtEvening } from '../../testing/a-poll.ts'
import { aFolder, aServer } from '../../testing/a-server.ts'
import { anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { asks, meetingLine, type MeetingLine } from '../../testing/clients.ts'
import { inSeat } from '../../testing/the-example.ts'

const runs = promisify(execFile)
const size = 12
const ranked = ['noord', 'oost', 'zuid', 'west', 'midden']
const plan = { kind: 'rank', visibility: 'secret', options: options(...ranked), reveal: 'live' } as const

let house: House
let hall: Hall
let evening: Evening
let voters: readonly Browser[]
let poll: PollAtEvening
/** What each of them votes: nobody votes as somebody else does. */
let ballots: ReadonlyMap<PersonId, readonly string[]>
const ends: (() => unknown)[] = []

/** All that was told since the poll was opened: to the pages, to Redis, to a collector of traces. */
const told = { pages: [] as string[], redis: [] as string[], traces: [] as string[] }
/** What was told to the page of one person alone. */
const own: string[] = []
let logged: readonly number[] = []

beforeAll(async () => {
  hall = aHall(size)
  const collector = createServer((request, response) => {
    request.on('data', (data: Buffer) => told.traces.push(data.toString())).on('end', () => response.end('{}'))
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  ends.push(() => collector.close())
  const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  house = await aHouse(inject('postgres'), { LOG_LEVEL: 'debug', OTEL_EXPORTER_OTLP_ENDPOINT }, hall)
  const servers = [house.one.server, house.other.server]
  evening = await anEvening(house.one.server)
  const there = hall.at(house.other.server.address)
  voters = hall.at(house.one.server.address).map((voter, i) => (i % 2 ? (there[i] ?? voter) : voter))
  const chance = chanceFrom(seedOfToday())
  console.info(`SEED=${chance.seed}`)
  const orders = new Set<string>()
  while (orders.size < size) orders.add(shuffled(ranked, chance.next).join())
  const each = [...orders].map((order) => order.split(','))
  ballots = new Map(hall.people.map((person, i) => [person, each[i] ?? []]))

  const lines = voters.map(({ cookie }, i) => meetingLine(servers[i % 2]?.address ?? '', cookie))
  const desk = meetingLine(house.one.server.address, evening.chef.cookie)
  for (const line of [...lines, desk]) {
    ends.push(() => line.close())
    expect(await asks(line, 'meeting:watch', { meeting: evening.id })).toMatchObject({ ok: true })
  }
  let open = 0
  for (const line of lines) line.on('meeting:own', ({ votes }) => void (open += votes.length))
  poll = await aPoll(evening, plan)
  // Before that, what is for one person alone has nothing to do with their ballot.
  await until('everybody has been told that they may vote', () => open >= size)
  for (const line of lines)
    expect(await asks(line, 'meeting:fill', { meeting: evening.id, poll: poll.id })).toMatchObject({ ok: true })
  await until('all fill it in', async () => (await poll.shownTo(evening.chef)).filling === size)

  const monitor = await aMonitor(house.redis.url)
  ends.push(() => monitor.destroy())
  for (const line of [...lines, desk]) hears(line)
  logged = servers.map(({ log }) => log.length)
})
afterAll(async () => {
  for (const end of ends.splice(0)) end()
  await house.close()
})

/** Everything that comes in over a line, and once more what is for one person alone. */
function hears(line: MeetingLine): void {
  line.onAny((name: string, ...values: unknown[]) => {
    told.pages.push(JSON.stringify([name, values]))
    if (name === 'meeting:own') own.push(JSON.stringify(values))
  })
}

/** Redis repeats every command that anybody gives it. */
async function aMonitor(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject).once('data', () => resolve())
    socket.write('MONITOR\r\n')
  })
  socket.on('data', (data) => told.redis.push(...data.toString().split('\r\n')))
  return socket
}

/** Every row of every table, as text. */
async function everyRow(): Promise<readonly { readonly table: string; readonly text: string }[]> {
  const { stdout } = await runs('pg_dump', ['--data-only', '--inserts', house.databaseUrl], { maxBuffer: 2 ** 28 })
  return stdout.split('\n').flatMap((line) => {
    const [, table, text] = /^INSERT INTO \w+\.(\w+) VALUES (.*);$/.exec(line) ?? []
    return table && text ? [{ table, text }] : []
  })
}
const valuesIn = (text: string): readonly string[] =>
  [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, value = '']) => value)

const logSince = () =>
  [house.one.server, house.other.server].flatMap(({ log }, i) =>
    log.slice(logged[i]).map((line) => JSON.stringify(line)),
  )
const peopleIn = (text: string) => hall.people.filter((person) => text.includes(person))
/** A ballot as it may stand in a text, also in one that stands in a text itself. */
const ballotsIn = (text: string) =>
  [...ballots.values()].filter((order) => text.replaceAll('\\', '').includes(`"${order.join('","')}"`))
const shuffled = <Item>(items: readonly Item[], next: () => number): readonly Item[] =>
  items
    .map((item) => [next(), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item)

describe('[POLL-18] [POLL-10] while people vote in secret', () => {
  it('each of them is told that it was received, and no more than that', async () => {
    await Promise.all(
      hall.people.map(async (person, i) => {
        const seen = must(await poll.castsInSecret(voters[i] as Browser, { ranking: ballots.get(person) }))
        expect(seen.body).toEqual({ cast: 'now' })
      }),
    )
    expect(must(await poll.castsInSecret(voters[0] as Browser, { ranking: ['west'] })).body).toEqual({ cast: 'before' })
    expect(await poll.own(voters[0] as Browser)).toEqual({ poll: poll.id, voted: 'ballot', voter: null, versions: [] })
    await until('everybody sees that all have voted', () =>
      told.pages.some((page) => page.includes(`"cast":${size}`) && page.includes('"filling":0')),
    )
  })

  it('no page is told anything of anybody', async () => {
    expect(await poll.shownTo(evening.chef)).toMatchObject({ cast: size, filling: 0, result: null, votes: null })
    expect(told.pages.filter((page) => ballotsIn(page).length > 0)).toEqual([])
    expect(own, 'what is for one person alone would tell when they voted').toEqual([])
  })

  it('no line of a log and no word to another server has a voter or a choice', async () => {
    expect(logSince().filter((line) => peopleIn(line).length + ballotsIn(line).length > 0)).toEqual([])
    expect(told.redis.length).toBeGreaterThan(10)
    const about = told.redis.filter((command) => command.includes(poll.id))
    expect(about.length, 'that somebody has stopped filling it in').toBeGreaterThan(0)
    expect(about.filter((command) => peopleIn(command).length > 0)).toEqual([])
    expect(told.redis.filter((command) => ballotsIn(command).length > 0 || /tally/.test(command))).toEqual([])
  })

  it('no row of any table leads from a person to a ballot', async () => {
    const rows = await everyRow()
    expect(rows.filter(({ text }) => peopleIn(text).length > 0 && ballotsIn(text).length > 0)).toEqual([])
    const [roll = [], cast = []] = ['secret_roll_open', 'secret_ballot_open'].map((name) =>
      rows.filter(({ table }) => table === name).map(({ text }) => valuesIn(text)),
    )
    expect([roll.length, cast.length]).toEqual([size, size])
    const shared = new Set(roll.flat())
    for (const row of cast) expect(row.filter((value) => shared.has(value))).toEqual([poll.id])
    const elsewhere = rows.filter(({ table, text }) => ballotsIn(text).length > 0 && table !== 'secret_ballot_open')
    expect(elsewhere, 'a choice stands in the box alone').toEqual([])
    const events = rows.filter(({ table, text }) => /event|fact/.test(table) && peopleIn(text).length === 1)
    expect(events, 'nobody is on the record for having voted').toEqual([])
  })

  it('nobody finds out by asking: not the Chef, the lead, the auditor, or who takes their own data out', async () => {
    const auditor = await browserOf(house.one.server, inSeat('auditor'))
    const { lines } = (await auditor.goes('/api/record')).body as RecordAnswer
    expect(lines.filter(({ type }) => type === 'ballot:cast')).toEqual([])
    const history = `/api/meetings/${evening.id}/polls/${poll.id}/history?person=${String(hall.people[0])}`
    expect(codeOf(await auditor.goes(history))).toBe('poll-secret')
    for (const who of [evening.chef, auditor, voters[0] as Browser])
      expect(codeOf(await poll.asks(who, 'audit'))).toBe('poll-not-published')
    expect(await poll.own(auditor)).toMatchObject({ voted: null })
    const data = JSON.stringify((await (voters[0] as Browser).goes('/api/account/data.json')).body)
    expect(data).not.toContain(poll.id)
    expect(ballotsIn(data)).toEqual([])
  })

  it('no backup holds what was voted, nor who has', async () => {
    const folder = aFolder()
    const file = join(folder.path, 'backup')
    const { code, said } = await runsToEnd('backup/back-up.ts', [file], { DATABASE_URL: house.databaseUrl })
    expect(code, said).toBe(0)
    const { stdout: dump } = await runs('pg_restore', ['--data-only', '--file=-', file], { maxBuffer: 2 ** 28 })
    folder.remove()
    expect(dump).toContain(poll.id)
    expect(ballotsIn(dump)).toEqual([])
    expect(dump.split('\n').filter((row) => row.startsWith(poll.id) && peopleIn(row).length > 0)).toEqual([])
  })
})

describe('[POLL-13] [POLL-18] once it is closed and published', () => {
  it('everybody sees what was voted and how often, in an order that tells nothing, and can count again', async () => {
    must(await poll.does('poll:close'))
    expect(await poll.shownTo(evening.chef), 'and not before that').toMatchObject({ state: 'closed', result: null })
    must(await poll.does('poll:publish'))
    const proof = await poll.audit(voters[3] as Browser)
    expect(checkAudit(proof, eventHash)).toEqual([])
    expect(proof.ballots.every(({ voter }) => voter === null)).toBe(true)
    const listed = proof.ballots.map(({ choices }) => (choices as { ranking: string[] }).ranking.join())
    expect(listed.toSorted()).toEqual([...ballots.values()].map((order) => order.join()).toSorted())
    expect(listed, 'in order of what they say').toEqual(listed.toSorted())
    expect(peopleIn(JSON.stringify(proof))).toEqual([])
    expect((await poll.shownTo(voters[0] as Browser)).votes).toBeNull()
  })

  it('no collector of traces was told that anybody voted', async () => {
    await until('what came after it was told', () => told.traces.some((trace) => trace.includes('poll/publish')))
    expect(told.traces.filter((trace) => /cast-secret/.test(trace) || peopleIn(trace).length > 0)).toEqual([])
  })

  it('no row and no line tells more than before', async () => {
    const rows = await everyRow()
    expect(rows.filter(({ text }) => peopleIn(text).length > 0 && ballotsIn(text).length > 0)).toEqual([])
    expect(rows.filter(({ table }) => table.endsWith('_open'))).toEqual([])
    expect(
      logSince().filter((line) => ballotsIn(line).length > 0 || (line.includes(poll.id) && peopleIn(line).length > 0)),
    ).toEqual([])
    expect(new Set(own.map((text) => /"votes":\[\]/.test(text))), 'that it is closed, to all of them').toEqual(
      new Set([true]),
    )
  })
})

describe('[POLL-4] [POLL-6] [POLL-13] a secret poll among few', () => {
  it('does not open for four, takes nobody late, and is not published with four ballots', async () => {
    const server = await aServer()
    const there = await anEvening(server)
    const browsers = await Promise.all([0, 1, 2, 3, 4, 5].map((nth) => browserOf(server, inSeat('expert', { nth }))))
    const [first, ...others] = browsers as [Browser, ...Browser[]]
    const none = await aPoll(there, { ...plan, requiresPresence: true }, { opens: false })
    const comes = (browser: Browser) =>
      browser.commands('/api/meetings/attendance/check-in', { meeting: there.id, mode: 'remote', roomCode: '' })
    for (const browser of others.slice(0, 4)) must(await comes(browser))
    expect(codeOf(await none.does('poll:open'))).toBe('electorate-too-small')
    must(await comes(others[4] as Browser))
    must(await none.does('poll:open'))
    must(await comes(first))
    expect(codeOf(await none.castsInSecret(first, { ranking: ['west'] }))).toBe('not-in-electorate')
    const { own: late } = (await first.goes(`/api/meetings/${there.id}/now`)).body as MeetingNow
    expect(late).toMatchObject({ votes: [], votesNot: { [none.id]: 'too-late' }, voted: {} })
    expect(codeOf(await none.casts(others[0] as Browser, { ranking: ['west'] }))).toBe('poll-secret')
    for (const browser of others.slice(0, 4)) must(await none.castsInSecret(browser, { ranking: ['west'] }))
    must(await none.does('poll:close'))
    expect(codeOf(await none.does('poll:publish'))).toBe('too-few-ballots')
    expect((await none.shownTo(first)).result).toBeNull()
    await server.close()
  })
})
