import type { BookAnswer } from '@witboek/contract'
import { type PersonId, type RecordedEntry, type SectionId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '@witboek/testkit'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { asks, no, stockClient, types } from '../../testing/clients.ts'
import { aParagraph, RawLine } from '../../testing/raw-line.ts'
import { inSeat, sport, sportBook } from '../../testing/the-example.ts'

const book = sportBook.book.id
const sections = sportBook.sections.map(({ section }) => section)
const at = (index: number): SectionId => sections[index] as SectionId
const [writer, other, chef, lead] = [inSeat('expert'), inSeat('expert', { nth: 1 }), inSeat('chef'), inSeat('lead')]
const done = { ok: true, value: null }
const gone = { person: writer, theme: sport.id }

let meeting: Meeting
beforeEach(async () => {
  meeting = await aMeeting()
})
afterEach(() => meeting.close())

const sequence = ({ bookLog }: Store, of = book): Promise<readonly RecordedEntry[]> =>
  bookLog.read(of, { after: 0, limit: 100_000 })

describe('a seat that the lead ends', () => {
  it('[ACCESS-1] [ACCESS-4] ends every line, socket and login of that person, and nobody else’s', async () => {
    const [page, tablet, bystander] = [
      await meeting.opens(writer),
      await meeting.opens(writer),
      await meeting.opens(other),
    ]
    const elsewhere = await meeting.opens(writer, 'example-book-zorg-en-welzijn-green')
    const cookie = await meeting.server.seat(writer)
    const stock = stockClient(meeting.server.ws, book, at(1), { cookie })
    const [line, leads] = [await meeting.comes(writer), await meeting.comes(lead)]
    await until('all are in', () => stock.provider.synced && line.connected)
    await until('all lines are open', () =>
      [page, tablet, bystander, elsewhere].every(({ state }) => state.line === 'open'),
    )
    expect(await asks(leads, 'seat:end', gone)).toEqual(done)
    await until('their lines have ended', () =>
      [page, tablet, elsewhere].every(({ state }) => state.line === 'refused'),
    )
    await until('and the others too', () => stock.closes.length > 0 && !line.connected)
    expect(stock.closes[0]?.code).toBe(4403)
    const again = await RawLine.open(`${meeting.server.ws}/collab/${book}`, { cookie })
    expect(await again.ended()).toEqual({ code: 4401, reason: 'not-signed-in' })
    expect(bystander.state.line).toBe('open')
    expect(leads.connected).toBe(true)
    stock.leave()
  })

  it('[ACCESS-3] [I3] ends the writing at its place in the sequence: all that was acknowledged is before it, and nothing behind it', async () => {
    const leads = await meeting.comes(lead)
    const [line, colleague] = [await meeting.speaks(writer), await meeting.opens(other)]
    await line.doc(at(0))
    await colleague.section(at(0)).synced
    let sent = 0
    const typing = setInterval(() => {
      types(colleague, at(0), 'gewoon door')
      if (!line.closedWith) void line.edits(at(0), aParagraph(`regel ${(sent += 1)}`))
    }, 3)
    await until('they are well under way', () => line.fromSection(at(0), 'acknowledged').length > 5)
    expect(await asks(leads, 'seat:end', gone)).toEqual(done)
    expect(await line.ended()).toEqual({ code: 4403, reason: 'not-for-your-role' })
    clearInterval(typing)
    types(colleague, at(0), 'en dit is erna')
    await until('the colleague is saved', () => colleague.state.unsaved === 0)
    const last = line.fromSection(at(0), 'acknowledged').at(-1)

    const entries = await meeting.server.leaves((store) => sequence(store))
    const end = entries.find((entry) => entry.kind === 'fact' && entry.fact.type === 'seat:ended')
    expect(end).toMatchObject({ person: lead, fact: { type: 'seat:ended', person: writer } })
    const live = entries.filter((entry) => entry.kind === 'edit' && entry.seq > firstLive(entries))
    const [own, others] = [live.filter(isBy(writer)), live.filter(isBy(other))]
    expect(own.length).toBeGreaterThanOrEqual(last?.count ?? 0)
    expect(last?.seq).toBeLessThan(end?.seq ?? 0)
    expect(own.filter(({ seq }) => seq > (end?.seq ?? 0))).toEqual([])
    expect(others.some(({ seq }) => seq > (end?.seq ?? 0))).toBe(true)
  })

  it('[ACCESS-3] leaves no line open that was coming in at that very moment', async () => {
    const leads = await meeting.comes(lead)
    const cookie = await meeting.server.seat(writer)
    const address = `${meeting.server.ws}/collab/${book}`
    const coming = Array.from({ length: 20 }, (_, i) =>
      new Promise((resolve) => setTimeout(resolve, i)).then(() => RawLine.open(address, { cookie })),
    )
    await new Promise((resolve) => setTimeout(resolve, 8))
    expect(await asks(leads, 'seat:end', gone)).toEqual(done)
    for (const line of await Promise.all(coming)) {
      expect([4401, 4403]).toContain((await line.ended())?.code)
    }
  })

  it.each([
    ['by an expert', other, gone, 'not-for-your-role'],
    ['by the Chef of the theme', chef, gone, 'not-for-your-role'],
    ['of somebody who is not there', lead, { ...gone, person: 'nobody' }, 'seat-not-found'],
    ['in a theme where they have none', lead, { ...gone, theme: 'example-theme-onderwijs' }, 'seat-not-found'],
    ['of the only Chef', lead, { ...gone, person: chef }, 'last-seat'],
    ['without saying whose', lead, { theme: sport.id }, 'not-understood'],
    ['with more than there is to say', lead, { ...gone, role: 'expert' }, 'not-understood'],
  ] as const)('[ACCESS-1] is not ended %s', async (_, person, wish, code) => {
    const page = await meeting.opens(writer)
    await page.section(at(0)).synced
    expect(await asks(await meeting.comes(person), 'seat:end', wish)).toMatchObject(no(code))
    types(page, at(0), 'nog steeds aan tafel')
    await until('the writer is saved', () => page.state.unsaved === 0 && page.state.savedAt !== null)
    expect(page.state.line).toBe('open')
  })

  it('[ACCESS-4] is not taken again with an old login, and nobody slides into another seat', async () => {
    const leads = await meeting.comes(lead)
    const cookie = await meeting.server.seat(writer)
    expect(await asks(leads, 'seat:end', gone)).toEqual(done)
    expect(await asks(leads, 'seat:end', gone)).toMatchObject(no('seat-not-found'))
    const visit = await fetch(`${meeting.server.address}/api/visit`, { headers: { cookie } })
    expect(await visit.json()).toMatchObject({ actor: null })
    await expect(meeting.server.seat(writer)).rejects.toThrow('404')
  })
})

describe('a phase that the lead reaches', () => {
  it('[ACCESS-2] [ACCESS-3] is in force on every open page: who wrote reads on, and late words are set aside', async () => {
    const leads = await meeting.comes(lead)
    const page = await meeting.opens(writer)
    const line = await meeting.speaks(other)
    await line.doc(at(0))
    await page.section(at(0)).synced
    types(page, at(0), 'op tijd')
    await until('it is saved', () => page.state.unsaved === 0 && page.state.savedAt !== null)
    expect(page.state.rights.write).toBe(true)
    expect(await asks(leads, 'phase:reach', { phase: 'green_review' })).toEqual(done)
    await until('the page is told', () => !page.state.rights.write)
    await line.edits(at(0), aParagraph('te laat'))
    await until('it is set aside', () => line.fromSection(at(0), 'setAside').length > 0)
    expect(line.fromSection(at(0), 'setAside')[0]).toMatchObject({ count: 1, code: 'not-for-your-role' })
    const kinds = line.heard.flatMap((heard) => ('type' in heard ? [heard.type] : []))
    expect(kinds, 'first the fact, in its place, and then what it means for this page').toEqual([
      'welcome',
      'fact',
      'rights',
    ])
    expect([page.state.line, line.closedWith]).toEqual(['open', null])
    expect(page.section(at(0)).text.toString()).toContain('op tijd')
    expect(page.section(at(0)).text.toString()).not.toContain('te laat')

    const entries = await meeting.server.leaves(async (store) => {
      const books = await store.books.of(sportBook.book.dialogue)
      return Promise.all(books.map(({ id }) => sequence(store, id)))
    })
    expect(entries).toHaveLength(8)
    for (const own of entries)
      expect(own.at(-1)).toMatchObject({ person: lead, fact: { type: 'phase:reached', phase: 'green_review' } })
  })

  it('[ACCESS-2] [BOOK-3] [BOOK-4] takes the locks from the Chef, and lets the Council read', async () => {
    const [leads, chefsLine, councillor] = [
      await meeting.comes(lead),
      await meeting.comes(chef),
      await meeting.comes(inSeat('councillor')),
    ]
    const lock = { book, section: at(0), reason: '', until: null }
    expect(await asks(councillor, 'presence:enter', { book })).toMatchObject(no('book-not-yet-readable'))
    expect(await asks(leads, 'phase:reach', { phase: 'green_review' })).toEqual(done)
    expect(await asks(chefsLine, 'section:lock', lock)).toMatchObject(no('not-for-your-role'))
    expect(await asks(councillor, 'presence:enter', { book })).toEqual(done)
    const { body } = await meeting.gets<BookAnswer>('/api/themes/sport/books/green', inSeat('councillor'))
    expect(body.dialogue.phase).toBe('green_review')
  })

  it.each([
    ['by an expert', writer, { phase: 'green_review' }, 'not-for-your-role'],
    ['by the clerk', inSeat('clerk'), { phase: 'green_review' }, 'not-for-your-role'],
    ['that is not the next', lead, { phase: 'white' }, 'phase-not-next'],
    ['that was before', lead, { phase: 'started' }, 'phase-not-next'],
    ['that it is in already', lead, { phase: 'green' }, 'phase-not-next'],
    ['that is none', lead, { phase: 'blauw' }, 'not-understood'],
    ['without a name', lead, {}, 'not-understood'],
  ] as const)('[ACCESS-2] is not reached %s', async (_, person, wish, code) => {
    const reader = await meeting.speaks(writer)
    expect(await asks(await meeting.comes(person), 'phase:reach', wish)).toMatchObject(no(code))
    expect(reader.fromBook('fact')).toEqual([])
  })

  it('[ACCESS-2] [I3] is reached once when two ask at the same moment', async () => {
    const leads = await Promise.all([meeting.comes(lead), meeting.comes(lead)])
    const answers = await Promise.all(leads.map((line) => asks(line, 'phase:reach', { phase: 'green_review' })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(no('phase-not-next'))
    const entries = await meeting.server.leaves((store) => sequence(store))
    expect(entries.filter((entry) => entry.kind === 'fact' && entry.fact.type === 'phase:reached')).toHaveLength(1)
  })
})

describe('a login that ends', () => {
  it('[ACCESS-4] ends its own lines and sockets, and those of another login of the same person go on', async () => {
    const cookie = await meeting.server.seat(writer)
    const own = await RawLine.open(`${meeting.server.ws}/collab/${book}`, { cookie })
    const tablet = await meeting.opens(writer)
    await tablet.section(at(0)).synced
    const headers = { cookie, Origin: meeting.server.address }
    await fetch(`${meeting.server.address}/logout`, { method: 'POST', redirect: 'manual', headers })
    expect(await own.ended()).toEqual({ code: 4401, reason: 'not-signed-in' })
    types(tablet, at(0), 'op de tablet')
    await until('the tablet is saved', () => tablet.state.unsaved === 0 && tablet.state.savedAt !== null)
  })
})

const isBy =
  (person: string) =>
  (entry: RecordedEntry): boolean =>
    entry.person === (person as PersonId)

/** Where the example ends and the live text begins: the first edit that is not by the set-up's own hand. */
const firstLive = (entries: readonly RecordedEntry[]): number => {
  const contributions = sportBook.sections.reduce((sum, { contributions }) => sum + contributions.length, 0)
  return entries.filter(({ kind }) => kind === 'edit')[contributions - 1]?.seq ?? 0
}
