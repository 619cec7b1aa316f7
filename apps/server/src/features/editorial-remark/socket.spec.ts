import type { Answer, BookAnswer } from '@witboek/contract'
import type { SectionId } from '@witboek/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { bookLine, meetingLine, types, type MeetingLine } from '../../testing/clients.ts'
import { inSeat, sportBook } from '../../testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section as SectionId

let server: TestServer
const open: MeetingLine[] = []
beforeAll(async () => {
  server = await aServer()
})
afterAll(async () => {
  for (const socket of open) socket.close()
  await server.close()
})

async function comes(person: string): Promise<MeetingLine> {
  const socket = meetingLine(server.address, await server.seat(person))
  open.push(socket)
  return socket
}

const asks = (socket: MeetingLine, name: string, message: object): Promise<Answer<unknown>> =>
  socket.timeout(5000).emitWithAck(name as 'remark:place', message as never)
const no = (code: string) => ({ ok: false, problem: { type: `/problems/${code}` } })

describe('editorial remarks', () => {
  it('[REMARK-1] a Chef places none until the lead says so; then at once, without opening the page again', async () => {
    const chef = await comes(inSeat('chef'))
    const lead = await comes(inSeat('lead'))
    const chefsPage = bookLine(server.ws, book, await server.seat(inSeat('chef')))
    await until('the page knows its rights', () => chefsPage.state.rights.order)
    const text = 'Dit zijn de cijfers van 2011.'
    expect(chefsPage.state.rights.remark).toBe(false)
    expect(await asks(chef, 'remark:place', { book, section, text })).toMatchObject(no('remarks-not-allowed'))

    expect(await asks(chef, 'remarks:allow', { allowed: true })).toMatchObject(no('not-for-your-role'))
    expect(await asks(lead, 'remarks:allow', { allowed: true })).toEqual({ ok: true, value: null })
    expect(await asks(lead, 'remarks:allow', { allowed: true })).toMatchObject(no('remarks-already-so'))
    await until('the open page is told', () => chefsPage.state.rights.remark)
    expect(await asks(chef, 'remark:place', { book, section, text })).toMatchObject({ ok: true })
    chefsPage.close()
  })

  it('[REMARK-3] everyone in the book sees it beside the text, which it never touches; it goes when a Chef takes it away', async () => {
    const chef = await comes(inSeat('chef'))
    const page = bookLine(server.ws, book, await server.seat(inSeat('expert')))
    const line = page.section(section)
    await line.synced
    types(page, section, 'van de experts')
    const before = line.text.toString()
    expect(await asks(chef, 'remark:place', { book, section, text: ' Reken ook de huur. ' })).toMatchObject({
      ok: true,
    })
    const remarks = () => page.state.manifest.sections.find(({ id }) => id === section)?.remarks ?? []
    await until('it is there', () => remarks().some(({ text }) => text === 'Reken ook de huur.'))
    const remark = remarks().at(-1)
    expect(remark?.chef).toBe(inSeat('chef'))
    expect(line.text.toString()).toBe(before)

    const wish = { book, section, remark: remark?.id ?? '' }
    expect(await asks(await comes(inSeat('expert')), 'remark:remove', wish)).toMatchObject(no('not-for-your-role'))
    expect(await asks(chef, 'remark:remove', wish)).toMatchObject({ ok: true })
    await until('it is gone', () => remarks().every(({ id }) => id !== remark?.id))
    expect(await asks(chef, 'remark:remove', wish)).toMatchObject(no('remark-not-found'))
    page.close()
  })

  it('[REMARK-4] whoever comes later reads it with the book, and who placed it', async () => {
    const answer = await fetch(`${server.address}/api/themes/sport/books/green`, {
      headers: { cookie: await server.seat(inSeat('expert')) },
    })
    const { manifest, people } = (await answer.json()) as BookAnswer
    const [remark] = manifest.sections[0]?.remarks ?? []
    expect(remark?.text).toBe('Dit zijn de cijfers van 2011.')
    expect(people.map(({ person }) => person)).toContain(remark?.chef)
  })

  it.each([
    [{ book, section, text: ' ' }, 'remark-empty'],
    [{ book, section, text: 'x'.repeat(501) }, 'remark-too-long'],
    [{ book, section, text: 'x'.repeat(5001) }, 'not-understood'],
    [{ book, section: 'nowhere', text: 'x' }, 'section-not-found'],
    [{ book: 'nowhere', section, text: 'x' }, 'book-not-found'],
    [{ book, section }, 'not-understood'],
  ])('[REMARK-2] %j is refused: %s', async (message, code) => {
    expect(await asks(await comes(inSeat('chef')), 'remark:place', message)).toMatchObject(no(code))
  })
})
