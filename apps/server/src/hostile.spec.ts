import { closeCode, digestOf, syncFrame } from '@witboek/book'
import type { BookLine } from '@witboek/book/client'
import type { SectionId } from '@witboek/domain'
import { hostileUpdates, until, victimWords } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { aServer, type TestServer } from './testing/a-server.ts'
import { bookLine, meetingLine, stockClient, types } from './testing/clients.ts'
import { inSeat, sportBook } from './testing/the-example.ts'

const book = sportBook.book.id
const [first, second] = sportBook.sections.map(({ section }) => section) as [SectionId, SectionId]

let server: TestServer
/** Two honest people on the book: one who writes, one who looks on. */
let victim: BookLine
let onlooker: BookLine

beforeAll(async () => {
  // The stock client tells the console of each refusal.
  vi.spyOn(console, 'warn').mockReturnValue()
  server = await aServer()
  victim = bookLine(server.ws, book, await server.seat(inSeat('expert')))
  onlooker = bookLine(server.ws, book, await server.seat(inSeat('expert', { nth: 1 })))
  for (const line of [victim, onlooker]) for (const section of [first, second]) await line.section(section).synced
  types(victim, first, victimWords)
  await until('the words are there', () => onlooker.section(first).text.toString().includes(victimWords))
})
afterAll(async () => {
  victim.close()
  onlooker.close()
  await server.close()
})

/** Another expert of the same theme group, with a program instead of a page, in sync with the section. */
async function attacker(section = first) {
  const client = stockClient(server.ws, book, section, { cookie: await server.seat(inSeat('expert', { nth: 2 })) })
  await until('the attacker is in', () => client.provider.synced)
  const sends = (update: Uint8Array) => client.provider.ws?.send(syncFrame('update', update) as Uint8Array<ArrayBuffer>)
  return { ...client, sends }
}

/** The others notice nothing: same text, same lines, and they write on. */
let told = 0
async function expectOthersUnharmed(before: string): Promise<void> {
  const { doc } = onlooker.section(first)
  expect(digestOf(doc)).toBe(before)
  const word = `verder-${++told}`
  types(victim, second, word)
  await until('the others write on', () => onlooker.section(second).text.toString().includes(word))
  expect(digestOf(doc)).toBe(before)
  for (const { state } of [victim, onlooker]) expect(state).toMatchObject({ line: 'open', setAside: [] })
}

describe('a hostile client', () => {
  it.each(hostileUpdates)('[I4] [I5] is turned away with $name', async ({ make, expect: outcome, code }) => {
    const client = await attacker()
    const { doc } = onlooker.section(first)
    const before = digestOf(doc)
    const counted = outcome === 'malformed' ? 'witboek_malformed_total' : 'witboek_edits_refused_total'
    const noted = await server.count(counted)
    const seen = new Y.Doc()
    Y.applyUpdate(seen, Y.encodeStateAsUpdate(client.doc))
    client.sends(make({ doc: seen, own: client.doc.clientID, foreign: victim.section(first).doc.clientID }))
    await until('it is out', () => client.closes.length > 0)
    expect(client.closes[0]).toEqual(
      outcome === 'malformed'
        ? { code: closeCode.notUnderstood, reason: 'not-understood' }
        : { code: closeCode.refused, reason: code },
    )
    expect(await server.count(counted), 'and it is on record').toBe(noted + 1)
    await expectOthersUnharmed(before)
    client.leave()
  })

  it('[LOCK-2] gets nothing into a locked section, and is told why', async () => {
    const chef = meetingLine(server.address, await server.seat(inSeat('chef')))
    const client = await attacker(first)
    const before = digestOf(onlooker.section(first).doc)
    const wish = { book, section: first, reason: '', until: null }
    expect(await chef.timeout(5000).emitWithAck('section:lock', wish)).toMatchObject({ ok: true })
    client.types('toch maar')
    await until('it is out', () => client.closes.length > 0)
    expect(client.closes[0]).toEqual({ code: closeCode.refused, reason: 'section-locked' })
    await expectOthersUnharmed(before)
    expect(await chef.timeout(5000).emitWithAck('section:unlock', { book, section: first })).toMatchObject({ ok: true })
    chef.close()
    client.leave()
  })

  it('[I5] stands under the own name, whatever name it gives its caret', async () => {
    const client = await attacker()
    const caret = () => onlooker.section(first).awareness.getStates().get(client.doc.clientID)
    client.provider.awareness.setLocalState({ user: { id: inSeat('lead'), name: 'De burgemeester' }, cursor: null })
    await until('the caret is there', () => caret() !== undefined)
    const shown = JSON.stringify(caret())
    expect(shown).not.toContain('De burgemeester')
    expect(shown).toContain(inSeat('expert', { nth: 2 }))
    client.leave()
  })

  it('[I6] that floods its line is read no faster than it may; the others write on meanwhile', async () => {
    const client = await attacker()
    const before = digestOf(onlooker.section(first).doc)
    let answers = 0
    client.provider.ws?.addEventListener('message', () => (answers += 1))
    // Asking for what it has already, over and over: nothing that could be refused for what it is.
    const asks = 12_000
    const ask = syncFrame('step1', Y.encodeStateVector(client.doc)) as Uint8Array<ArrayBuffer>
    for (let i = 0; i < asks; i++) client.provider.ws?.send(ask)
    await until('it is being answered', () => answers > 100)
    await expectOthersUnharmed(before)
    expect(answers, 'most of it still waits in the network').toBeLessThan(asks / 2)
    client.leave()
  })
})
