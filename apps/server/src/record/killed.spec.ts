import { openEmbeddedStore, openPostgresStore, type Store } from '@witboek/store'
import { chanceFrom, seedOfToday, takeSeat, until } from '@witboek/testkit'
import { aDatabase, aWitboek, type ThrowawayServer } from '@witboek/testkit/servers'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { exampleDialogue } from '../example/index.ts'
import { aFolder } from '../testing/a-server.ts'
import { asks, bookLine, meetingLine, types, type MeetingLine } from '../testing/clients.ts'
import { inSeat } from '../testing/the-example.ts'
import { verifyRecord } from './verify.ts'

const { books, people, frame } = exampleDialogue()
const { dialogue } = frame
const chefOf = (theme: string): string =>
  people.find(({ seats }) => seats.some((seat) => seat.role === 'chef' && seat.theme === theme))?.id ??
  expect.fail(theme)

const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** What its people were told that is done. */
interface Acknowledged {
  facts: number
  commands: number
}

/** All Chefs lock and open, the lead changes their mind, and experts write, as fast as they are answered, until told to stop. */
async function aBusyHall(address: string, acknowledged: Acknowledged) {
  let over = false
  const lines: { close(): void }[] = []
  const comes = async (person: string): Promise<MeetingLine> => {
    const line = meetingLine(address, await takeSeat(address, person))
    lines.push(line)
    await until('the line is open', () => line.connected)
    return line
  }
  const goesOn = async (line: MeetingLine, done: () => void, ask: (turn: number) => readonly [string, object]) => {
    for (let turn = 0; !over && line.connected; turn++) {
      const answer = await asks(line, ...ask(turn)).catch(() => null)
      if (answer?.ok) done()
    }
  }
  const working: Promise<void>[] = []
  for (const { book, sections } of books) {
    const [first] = sections
    if (!first) continue
    const chef = await comes(chefOf(book.theme))
    const which = { book: book.id, section: first.section }
    working.push(
      goesOn(
        chef,
        () => (acknowledged.facts += 1),
        (turn) => (turn % 2 === 0 ? ['section:remove', which] : ['section:restore', which]),
      ),
    )
  }
  const lead = await comes(inSeat('lead'))
  working.push(
    goesOn(
      lead,
      () => (acknowledged.commands += 1),
      (turn) => ['remarks:allow', { allowed: turn % 2 === 0 }],
    ),
  )
  const [written] = books
  const page = bookLine(
    address.replace('http', 'ws'),
    written?.book.id ?? '',
    await takeSeat(address, inSeat('expert')),
  )
  lines.push(page)
  const typing = setInterval(() => types(page, written?.sections[1]?.section as never, 'en nog een zin'), 10)
  return async () => {
    over = true
    clearInterval(typing)
    for (const line of lines) line.close()
    await Promise.all(working)
  }
}

/** How many facts and commands are in the books and the tables, and whether the record has all of them. */
async function counted(store: Store) {
  const { chains } = await verifyRecord(store)
  const verdict = chains.find(({ chain }) => chain === dialogue.id) ?? expect.fail('a chain')
  let facts = 0
  for (const { book } of books) {
    const { seq } = await store.bookLog.head(book.id)
    for (const entry of await store.bookLog.facts(book.id, seq))
      if (entry.kind === 'fact' && /^section:(removed|restored)$/.test(entry.fact.type)) facts += 1
  }
  const events = await store.events.read(dialogue.id, { after: 0, limit: 1_000_000 })
  const commands = events.filter(({ type }) => type === 'remarks:allow')
  const copied = events.filter(({ type }) => /^section:(removed|restored)$/.test(type))
  const now = (await store.dialogues.currentDialogue())?.editorialRemarks
  return { verdict, facts, commands, copied: copied.length, now }
}

/** Nothing that was acknowledged is missing, nothing is there twice, and the tables are as the last command left them. */
async function expectWhole(store: Store, acknowledged: Acknowledged): Promise<void> {
  const { verdict, facts, commands, copied, now } = await counted(store)
  expect(verdict).toMatchObject({ fault: null, waiting: 0 })
  expect(copied).toBe(facts)
  expect(facts).toBeGreaterThanOrEqual(acknowledged.facts)
  expect(commands.length).toBeGreaterThanOrEqual(acknowledged.commands)
  expect(commands.map(({ details }) => details['allowed'])).toEqual(commands.map((_, i) => i % 2 === 0))
  expect(now).toBe(commands.at(-1)?.details['allowed'] ?? dialogue.editorialRemarks)
}

describe('[RECORD-1] [RECORD-2] a server that is killed while people work', () => {
  it('leaves a record that is whole again after the next start, each time', async () => {
    const chance = chanceFrom(seedOfToday())
    const folder = aFolder()
    ends.push(folder.remove)
    const server = await aWitboek({ environment: { DATA_DIR: folder.path } })
    ends.push(() => server.stop())
    const acknowledged = { facts: 0, commands: 0 }
    let behind = 0
    const times = 6
    for (let i = 0; i < times; i++) {
      const stops = await aBusyHall(server.url, acknowledged)
      const before = acknowledged.facts
      const enough = before + 20 + chance.below(60)
      await until('they are at work', () => acknowledged.facts >= enough)
      await server.kill()
      await stops()
      const store = await openEmbeddedStore(folder.path)
      const { verdict } = await counted(store)
      await store.close()
      expect(verdict.fault, `SEED=${chance.seed}`).toBeNull()
      behind += verdict.waiting
      await server.restart()
    }
    await server.stop()
    const store = await openEmbeddedStore(folder.path)
    await expectWhole(store, acknowledged).finally(() => store.close())
    console.info(
      `SEED=${chance.seed}: killed ${times} times after ${acknowledged.facts} facts and ${acknowledged.commands} commands; ` +
        `${behind} facts were not on the record yet, and are now`,
    )
  }, 120_000)
})

describe('[RECORD-2] two servers on one PostgreSQL', () => {
  it('record each fact once, also when one of them is killed and the other goes on', async () => {
    const DATABASE_URL = await aDatabase(inject('postgres'))
    const servers: ThrowawayServer[] = []
    for (let i = 0; i < 2; i++) servers.push(await aWitboek({ environment: { DATABASE_URL } }))
    for (const server of servers) ends.push(() => server.stop())
    const [one, other] = servers as [ThrowawayServer, ThrowawayServer]
    const acknowledged = { facts: 0, commands: 0 }
    const stops = await Promise.all([aBusyHall(one.url, acknowledged), aBusyHall(other.url, acknowledged)])
    await until('both are at work', () => acknowledged.facts > 150)
    await one.kill()
    const then = acknowledged.facts
    await until('the other goes on', () => acknowledged.facts > then + 50)
    for (const stop of stops) await stop()
    // Whichever starts next makes good what the killed one left behind.
    await one.restart()
    await Promise.all([one.stop(), other.stop()])
    const store = await openPostgresStore(DATABASE_URL)
    const { verdict, facts, copied } = await counted(store)
    await store.close()
    expect(verdict).toMatchObject({ fault: null, waiting: 0 })
    expect(copied).toBe(facts)
    expect(facts).toBeGreaterThanOrEqual(acknowledged.facts)
    console.info(`two servers, one killed: ${facts} facts, ${verdict.events} events`)
  }, 120_000)
})
