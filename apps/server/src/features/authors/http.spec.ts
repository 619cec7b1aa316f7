import type { AuthorsAnswer } from '@witboek/contract'
import type { SectionId } from '@witboek/domain'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { types } from '../../testing/clients.ts'
import { inSeat, sportBook } from '../../testing/the-example.ts'

const section = sportBook.sections[0]?.section as SectionId
const path = `/api/books/${sportBook.book.id}/authors`
const writer = inSeat('expert', { nth: 5 })

let meeting: Meeting
beforeAll(async () => {
  meeting = await aMeeting()
})
afterEach(() => meeting.everyoneLeaves())
afterAll(() => meeting.close())

const authors = async (person = writer): Promise<AuthorsAnswer> =>
  (await meeting.gets<AuthorsAnswer>(path, person)).body

describe('who wrote what', () => {
  it('[I5] is told by the server’s record: the account that wrote under a client id first has it', async () => {
    const [page, again] = [await meeting.opens(writer), await meeting.opens(writer)]
    const reader = await meeting.opens(inSeat('expert', { nth: 1 }))
    for (const line of [page, again, reader]) await line.section(section).synced
    expect((await authors()).sections[section]?.writers).not.toContain(writer)
    types(page, section, 'op de telefoon')
    types(again, section, 'en op de laptop')
    await until('both are saved', () =>
      [page, again].every(({ state }) => state.unsaved === 0 && state.savedAt !== null),
    )

    const { people, sections } = await authors()
    const own = sections[section]?.clients.filter(([, person]) => person === writer).map(([client]) => client)
    expect(own?.sort()).toEqual([page, again].map((line) => line.section(section).doc.clientID).sort())
    expect(sections[section]?.writers.filter((person) => person === writer)).toHaveLength(1)
    expect(sections[section]?.writers.at(-1), 'in the order of their first words').toBe(writer)
    expect(people.find(({ person }) => person === writer)?.name).not.toBe('')
  })

  it('[I5] names those who wrote in this book, and nobody else', async () => {
    const { people, sections } = await authors()
    const writers = new Set(Object.values(sections).flatMap((section) => section.writers))
    expect(new Set(people.map(({ person }) => person))).toEqual(writers)
    expect(people.map(({ person }) => person)).not.toContain(inSeat('expert', { elsewhere: true }))
  })

  it.each([
    ['an expert of another theme', inSeat('expert', { elsewhere: true })],
    ['the Chef', inSeat('chef')],
    ['the clerk', inSeat('clerk')],
  ])('is told to %s, who reads the book', async (_, person) => {
    expect((await authors(person)).people.length).toBeGreaterThan(2)
  })

  it.each([
    ['nobody who has not signed in', null, path, 401, 'not-signed-in'],
    ['no councillor before the gate [BOOK-3]', inSeat('councillor'), path, 403, 'book-not-yet-readable'],
    ['nobody of a book that is not there', writer, '/api/books/nowhere/authors', 404, 'book-not-found'],
    ['nobody of a book with a strange name', writer, '/api/books/..%2Fpeople/authors', 404, 'book-not-found'],
  ] as const)('is told to %s', async (_, person, asked, status, code) => {
    expect(await meeting.gets(asked, person)).toMatchObject({ status, body: { type: `/problems/${code}` } })
  })
})
