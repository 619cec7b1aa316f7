import type { SectionId } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { asks, bookLine, meetingLine, types } from '../../testing/clients.ts'
import { readZip } from '../../testing/read-zip.ts'
import { sportBook } from '../../testing/the-example.ts'
import { chefCookie, chefsBook, cookieOf, leaveTraces, noortje, rik, tom } from '../../testing/traces.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section as SectionId

let meeting: Meeting
beforeEach(async () => {
  meeting = await aMeeting({}, { before: leaveTraces })
})
afterEach(() => meeting.close())

const takes = (form: 'json' | 'odt', cookie: string, query = '') =>
  fetch(`${meeting.server.address}/api/account/data.${form}${query}`, { headers: { cookie } })
const data = async (cookie: string, query = '') => {
  const answer = await takes('json', cookie, query)
  return { text: await answer.clone().text(), json: (await answer.json()) as Record<string, unknown> }
}

/** Noortje writes in the book about sport, Tom beside her and inside her words; as a Chef she locks a section elsewhere. */
async function writes(): Promise<void> {
  const { ws, address } = meeting.server
  const [hers, his] = [bookLine(ws, book, cookieOf(noortje)), bookLine(ws, book, cookieOf(tom))]
  for (const line of [hers, his]) await line.section(section).synced
  types(hers, section, 'het bad gaat ’s maandags dicht')
  await until('his page has it', () => his.section(section).text.toString().includes('maandags'))
  types(his, section, 'dat vindt Tom geen goed idee')
  await until('all is saved', () => [hers, his].every(({ state }) => state.unsaved === 0 && state.savedAt !== null))
  const chef = meetingLine(address, chefCookie)
  const other = bookLine(ws, chefsBook, chefCookie)
  await until('the shape is there', () => other.state.manifest.sections.length > 0)
  const [first] = other.state.manifest.sections
  const lock = { book: chefsBook, section: first?.id, reason: 'Eerst aan tafel praten', until: null }
  expect(await asks(chef, 'section:lock', lock)).toMatchObject({ ok: true })
  for (const line of [hers, his, other]) line.close()
  chef.close()
}

describe('[PRIVACY-2] somebody’s own data', () => {
  it('is everything that every table has about them', async () => {
    await writes()
    const { json } = await data(cookieOf(noortje))
    expect(json).toMatchObject({
      schema: 'witboek-own-data/1',
      person: {
        id: noortje.id,
        publicName: noortje.name,
        realName: noortje.contact.realName,
        email: noortje.contact.email,
        language: 'nl',
        background: noortje.background,
      },
      seats: [{ role: 'expert', theme: 'Sport' }, { role: 'chef' }],
      consents: [{ text: 'participation', version: 1 }],
      logins: [{ device: 'Firefox, NoortjePhone' }, { device: 'Firefox, NoortjePhone' }],
      passkeys: [{ name: 'Noortjes telefoon', usedAt: null }],
      calendar: true,
      meetingMail: false,
      identities: [{ issuer: 'https://inloggen.voorbeeld.example', subject: 'sub-noortje' }],
      invitationsSent: 1,
      meetings: [{ title: 'Eerste avond in de kantine', state: 'waiting', writes: false }],
      notes: [{ title: 'Eerste avond in de kantine', text: 'mijn eigen aantekening' }],
      asChef: [{ section: expect.any(String), kind: 'reason', text: 'Eerst aan tafel praten' }],
    })
    const { invitations, setAside, words, events } = json as Record<string, readonly Record<string, unknown>[]>
    expect(invitations?.map(({ state, email }) => [state, email]).sort()).toEqual([
      ['accepted', noortje.contact.email],
      ['sent', noortje.contact.email],
    ])
    expect(setAside?.map(({ state }) => state).sort()).toEqual(['handed', 'kept', 'returned'])
    expect(words).toEqual([
      {
        book: 'Groenboek Sport',
        section: sportBook.sections[0]?.heading,
        blocks: [{ kind: 'paragraph', text: [{ text: 'het bad gaat ’s maandags dicht' }] }],
      },
    ])
    expect(events?.map(({ type }) => type)).toContain('seat:choose')
  })

  it('has nothing of anybody else, and no secret', async () => {
    await writes()
    const { text } = await data(cookieOf(noortje))
    for (const others of ['Tom', 'Anders', 'sub-tom', 'Westerbad', 'kladje van een ander', 'aantekening van een ander'])
      expect(text).not.toContain(others)
    for (const secret of ['token', 'ticket', 'publicKey', 'hash']) expect(text).not.toContain(secret)
    const names = await meeting.server.leaves(async (store) => (await store.people.all()).map(({ name }) => name))
    expect(names.filter((name) => name !== noortje.name && text.includes(name))).toEqual([])
  })

  it('is a document to read as well, in the language of the page', async () => {
    await writes()
    const answer = await takes('odt', cookieOf(noortje), '?language=nl')
    expect(answer.headers.get('content-type')).toBe('application/vnd.oasis.opendocument.text')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=witboek-mijn-gegevens.odt')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const files = readZip(Buffer.from(await answer.arrayBuffer()))
    expect(files.get('mimetype')).toBe('application/vnd.oasis.opendocument.text')
    const content = files.get('content.xml') ?? ''
    for (const words of ['het bad gaat ’s maandags dicht', 'Eerst aan tafel praten', noortje.contact.realName])
      expect(content).toContain(words)
    expect(content).not.toContain('Tom')
    const english = await takes('odt', cookieOf(noortje), '?language=en')
    expect(english.headers.get('content-disposition')).toContain('witboek-my-data.odt')
  })

  it('is a file to keep, and nobody on the way keeps it', async () => {
    const answer = await takes('json', cookieOf(noortje))
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=witboek-mijn-gegevens.json')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  })

  it('is on the record when it is taken out, in the seat they sit in', async () => {
    await (await takes('json', cookieOf(noortje))).text()
    await (await takes('odt', chefCookie)).arrayBuffer()
    const events = await meeting.server.leaves((store) => store.events.of(noortje.id))
    expect(events.filter(({ type }) => type === 'data:export')).toMatchObject([
      { role: 'expert', subject: noortje.id, details: { form: 'json' } },
      { role: 'chef', subject: noortje.id, details: { form: 'odt' } },
    ])
    expect(JSON.stringify(meeting.server.log)).not.toContain('Noortje')
  })

  it('is taken out by no page of another site, and by nobody who only asks whether it is there', async () => {
    const asks = (method: string, site: string) => {
      const headers = { cookie: cookieOf(noortje), 'sec-fetch-site': site }
      return fetch(`${meeting.server.address}/api/account/data.json`, { method, headers })
    }
    for (const site of ['cross-site', 'same-site']) expect((await asks('GET', site)).status, site).toBe(403)
    expect((await asks('HEAD', 'same-origin')).status).toBe(200)
    const events = await meeting.server.leaves((store) => store.events.of(noortje.id))
    expect(events.filter(({ type }) => type === 'data:export')).toEqual([])
  })

  it('is there for whoever holds no seat, or does so no longer', async () => {
    const { json } = await data(cookieOf(rik))
    expect(json).toMatchObject({ person: { publicName: 'Rik', realName: null, email: null }, seats: [], words: [] })
  })

  it.each(['json', 'odt'] as const)('is for nobody without a login: %s', async (form) => {
    const answer = await takes(form, '')
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ type: '/problems/not-signed-in' })
  })

  it('is not made all day', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 12; i += 1) statuses.push((await takes('json', cookieOf(noortje))).status)
    expect([statuses.at(0), statuses.at(-1)]).toEqual([200, 429])
    expect((await takes('json', cookieOf(tom))).status, 'and nobody else waits for it').toBe(200)
  })
})

describe('[PRIVACY-1] whom to ask', () => {
  it('is told to everybody, as the municipality has set it', async () => {
    expect(await meeting.gets('/api/privacy', null)).toEqual({
      status: 200,
      body: { contact: null, municipality: expect.any(String) },
    })
    await meeting.close()
    meeting = await aMeeting({ PRIVACY_CONTACT: 'mailto:privacy@voorbeeld.example', EXAMPLE: 'off' })
    const answer = await fetch(`${meeting.server.address}/api/privacy`)
    expect(await answer.json()).toEqual({ contact: 'mailto:privacy@voorbeeld.example', municipality: null })
  })
})
