import type { ListedPerson, MailboxAnswer, PeopleAnswer, PersonAdded, VisitAnswer } from '@witboek/contract'
import {
  roles,
  type Instant,
  type InvitationId,
  type Person,
  type PersonId,
  type Role,
  type ThemeId,
} from '@witboek/domain'
import type { Store } from '@witboek/store'
import { stopwatch, until } from '@witboek/testkit'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { aHouse, type House } from '../../testing/a-house.ts'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { aTownsperson, townspeople } from '../../testing/a-townsperson.ts'
import { bookLine, meetingLine, types } from '../../testing/clients.ts'
import { sends } from '../../testing/sends.ts'
import { inSeat, sport, sportBook } from '../../testing/the-example.ts'

const [administrator, lead, auditor] = [inSeat('administrator'), inSeat('lead'), inSeat('auditor')]
const [writer, chef] = [inSeat('expert'), inSeat('chef')]
const care = 'example-theme-zorg-en-welzijn' as ThemeId
const book = sportBook.book.id
const section = sportBook.sections[0]?.section ?? expect.fail('a section')
/** Known in the town, and in no seat yet. */
const nora = aTownsperson('Nora', { seats: [], realName: 'N. Tersteeg-Vos' })
const done = { status: 200, body: null }
const no = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } })

let meeting: Meeting

const cookieOf = (person: string) => meeting.server.seat(person)
/** One command, in the seat of somebody of the example; `null`: of nobody. */
async function asks(act: string, body: unknown, by: string | null = administrator) {
  const cookie = by === null ? '' : await cookieOf(by)
  return sends(meeting.server.address, `/api/people/${act}`, body, { cookie })
}
const listFor = async (person: string) => (await meeting.gets<PeopleAnswer>('/api/people', person)).body
const listed = ({ people }: PeopleAnswer, id: string): ListedPerson =>
  people.find(({ person }) => person === id) ?? expect.fail(`${id} is not in the list`)
const visitOf = async (cookie: string): Promise<VisitAnswer> =>
  (await (await fetch(`${meeting.server.address}/api/visit`, { headers: { cookie } })).json()) as VisitAnswer
const eventsIn = async ({ events }: Store) => events.read('example-dialogue', { after: 0, limit: 1000 })

const read = new Set<string>()
/** Signs in by the link that the example's mail brings. */
async function signsIn(email: string): Promise<string> {
  const { address } = meeting.server
  expect(await sends(address, '/api/sign-in/link', { email, keep: false })).toMatchObject({ status: 200 })
  let token = ''
  await until('the mail is there', async () => {
    const { mails } = (await (await fetch(`${address}/api/example/mailbox`)).json()) as MailboxAnswer
    const mail = mails.find(({ to, id }) => to === email && !read.has(id))
    token = /\/aanmelden\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    if (mail) read.add(mail.id)
    return token !== ''
  })
  const response = await fetch(`${address}/login/link`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: address },
    body: new URLSearchParams({ token }),
  })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? expect.fail('no cookie')
}

const staff = {
  realName: 'Geertje Adema',
  name: 'Geertje',
  email: 'Geertje.Adema@Wilgenrade.example',
  language: 'nl',
  role: 'clerk',
  theme: null,
}

describe('everybody in the dialogue', () => {
  beforeAll(async () => {
    meeting = await aMeeting({}, { before: townspeople(nora) })
  })
  afterAll(() => meeting.close())

  it('[PEOPLE-5] are listed for the lead and the administrator, with who they are outside it', async () => {
    for (const reader of [lead, administrator]) {
      const list = await listFor(reader)
      expect(list.people.length).toBeGreaterThan(60)
      expect(list.themes).toContainEqual({ id: sport.id, slug: 'sport', name: sport.name })
      expect(listed(list, nora.id)).toEqual({
        person: nora.id,
        name: 'Nora',
        background: '',
        seats: [],
        seen: 'never',
        contact: { realName: 'N. Tersteeg-Vos', email: 'nora@voorbeeld.example' },
      })
      expect(listed(list, reader)).toMatchObject({ seen: 'today' })
      expect(listed(list, chef).seats).toEqual([{ role: 'chef', theme: sport.id }])
    }
  })

  it('[PEOPLE-5] say to each reader in which roles that one gives seats', async () => {
    const all = roles.filter((role) => role !== 'guest')
    const byLead = all.filter((role) => !['lead', 'administrator', 'auditor'].includes(role))
    expect(await listFor(administrator)).toMatchObject({ gives: all, ends: [...all, 'guest'] })
    expect(await listFor(lead)).toMatchObject({ gives: byLead, ends: [...byLead, 'guest'] })
    expect(await listFor(auditor)).toMatchObject({ gives: [], ends: [] })
  })

  it('[PEOPLE-5] are listed for the auditor without a real name, an address or a time', async () => {
    const { status, body } = await meeting.gets<PeopleAnswer>('/api/people', auditor)
    expect(status).toBe(200)
    expect(listed(body, nora.id)).toEqual({ person: nora.id, name: 'Nora', background: '', seats: [], seen: 'never' })
    expect(JSON.stringify(body)).not.toMatch(/@|Tersteeg-Vos|\d{12}/)
  })

  it.each(['expert', 'chef', 'civilServant', 'financialAdviser', 'clerk', 'college', 'councillor'] as const)(
    '[PEOPLE-5] are not listed for a %s',
    async (role) => {
      expect(await meeting.gets('/api/people', inSeat(role))).toMatchObject(no(403, 'not-for-your-role'))
    },
  )

  it('[PEOPLE-5] are not listed for somebody who has not signed in', async () => {
    expect(await meeting.gets('/api/people', null)).toMatchObject(no(401, 'not-signed-in'))
  })

  it.each<[string, string, unknown, string | null, [number, string]]>([
    ['by nobody', 'add', staff, null, [401, 'not-signed-in']],
    ['by an expert', 'add', staff, writer, [403, 'not-for-your-role']],
    ['by the auditor', 'add', staff, auditor, [403, 'not-for-your-role']],
    ['with an id of one’s own choice', 'add', { ...staff, person: 'my-own' }, administrator, [400, 'not-understood']],
    [
      'with more seats',
      'add',
      { ...staff, seats: [{ role: 'lead', theme: null }] },
      administrator,
      [400, 'not-understood'],
    ],
    ['as an administrator by the lead', 'add', { ...staff, role: 'administrator' }, lead, [403, 'not-for-your-role']],
    ['as a guest', 'add', { ...staff, role: 'guest', theme: sport.id }, administrator, [403, 'not-for-your-role']],
    ['as a king', 'add', { ...staff, role: 'king' }, administrator, [400, 'not-understood']],
    ['as a Chef of no theme', 'add', { ...staff, role: 'chef' }, administrator, [404, 'seat-not-found']],
    [
      'as a Chef of a theme that is none',
      'add',
      { ...staff, role: 'chef', theme: 'none' },
      administrator,
      [404, 'theme-not-found'],
    ],
    ['as a clerk of a theme', 'add', { ...staff, theme: sport.id }, administrator, [404, 'seat-not-found']],
    ['without a name', 'add', { ...staff, name: ' \u200B ' }, administrator, [422, 'name-empty']],
    ['without a real name', 'add', { ...staff, realName: '' }, administrator, [422, 'name-empty']],
    [
      'under a name that fits nowhere',
      'add',
      { ...staff, name: 'x'.repeat(61) },
      administrator,
      [422, 'name-too-long'],
    ],
    ['at no address', 'add', { ...staff, email: 'geertje' }, administrator, [400, 'not-understood']],
    [
      'at two addresses',
      'add',
      { ...staff, email: 'a@b.example, c@d.example' },
      administrator,
      [400, 'not-understood'],
    ],
    [
      'at the address of somebody',
      'add',
      { ...staff, email: ' nora@VOORBEELD.example'.trim() },
      administrator,
      [409, 'address-known'],
    ],
    [
      'for nobody',
      'give-seat',
      { person: 'nobody', role: 'clerk', theme: null },
      administrator,
      [404, 'person-not-found'],
    ],
    [
      'to themselves, by an expert',
      'give-seat',
      { person: writer, role: 'lead', theme: null },
      writer,
      [403, 'not-for-your-role'],
    ],
    [
      'by the Chef',
      'give-seat',
      { person: nora.id, role: 'expert', theme: sport.id },
      chef,
      [403, 'not-for-your-role'],
    ],
    [
      'of a lead by the lead',
      'give-seat',
      { person: nora.id, role: 'lead', theme: null },
      lead,
      [403, 'not-for-your-role'],
    ],
    [
      'as a guest who writes',
      'give-seat',
      { person: nora.id, role: 'guest', theme: sport.id, guest: { meeting: 'x', writes: true } },
      administrator,
      [400, 'not-understood'],
    ],
    [
      'in two theme groups',
      'give-seat',
      { person: writer, role: 'expert', theme: care },
      administrator,
      [409, 'one-theme-group'],
    ],
    ['twice', 'give-seat', { person: chef, role: 'chef', theme: sport.id }, administrator, [409, 'seat-already-held']],
    [
      'of a Chef who writes',
      'give-seat',
      { person: chef, role: 'expert', theme: sport.id },
      administrator,
      [409, 'roles-do-not-go-together'],
    ],
    [
      'of theirs',
      'end-seat',
      { person: administrator, role: 'administrator', theme: null },
      administrator,
      [409, 'last-seat'],
    ],
    [
      'of the only Chef',
      'end-seat',
      { person: chef, role: 'chef', theme: sport.id },
      administrator,
      [409, 'last-seat'],
    ],
    [
      'of the administrator by the lead',
      'end-seat',
      { person: administrator, role: 'administrator', theme: null },
      lead,
      [403, 'not-for-your-role'],
    ],
    [
      'that they do not hold',
      'end-seat',
      { person: writer, role: 'chef', theme: sport.id },
      administrator,
      [404, 'seat-not-found'],
    ],
    ['themselves', 'remove', { person: administrator }, administrator, [409, 'last-seat']],
    ['the only Chef', 'remove', { person: chef }, lead, [409, 'last-seat']],
    ['the auditor by the lead', 'remove', { person: auditor }, lead, [403, 'not-for-your-role']],
    ['nobody', 'remove', { person: 'nobody' }, administrator, [404, 'person-not-found']],
    ['two at once', 'remove', { person: writer, people: [chef] }, administrator, [400, 'not-understood']],
    ['by an expert', 'remove', { person: chef }, writer, [403, 'not-for-your-role']],
  ])('[RIGHTS-3] [RIGHTS-4] [PEOPLE-2] [PEOPLE-3] [PEOPLE-4] no: %s (%s)', async (_, act, body, by, [status, code]) => {
    expect(await asks(act, body, by)).toMatchObject(no(status, code))
  })

  it('and nothing of all that has changed anything', async () => {
    const list = await listFor(administrator)
    expect(listed(list, nora.id).seats).toEqual([])
    expect(list.people.some(({ contact }) => contact?.email?.startsWith('geertje'))).toBe(false)
    expect(listed(list, chef).seats).toHaveLength(1)
  })
})

describe('somebody of the staff', () => {
  beforeEach(async () => {
    meeting = await aMeeting({}, { before: townspeople(nora) })
  })
  afterEach(() => meeting.close())

  it('[PEOPLE-2] is added by hand, and signs in by mail in the seat that was given', async () => {
    const added = await asks('add', staff)
    expect(added).toMatchObject({ status: 200, body: { person: expect.stringMatching(/^[0-9a-z]{26}$/) } })
    const { person } = added.body as PersonAdded
    const cookie = await signsIn('geertje.adema@wilgenrade.example')
    expect(await visitOf(cookie)).toMatchObject({ actor: { person, name: 'Geertje', role: 'clerk', theme: null } })
    expect(listed(await listFor(lead), person)).toMatchObject({
      seats: [{ role: 'clerk', theme: null }],
      seen: 'today',
      contact: { realName: 'Geertje Adema', email: 'geertje.adema@wilgenrade.example' },
    })
    const events = await meeting.server.leaves(eventsIn)
    expect(events.find(({ type }) => type === 'person:add')).toMatchObject({
      type: 'person:add',
      actor: administrator,
      role: 'administrator',
      subject: person,
      details: { role: 'clerk', theme: null },
    })
    expect(JSON.stringify([events, meeting.server.log])).not.toMatch(/geertje|adema/i)
  })

  it('[PEOPLE-5] has been here once they have signed in, also when that login is long gone', async () => {
    const { person } = (await asks('add', staff)).body as PersonAdded
    expect(listed(await listFor(lead), person).seen).toBe('never')
    const { address } = meeting.server
    for (let times = 0; times < 2; times++) {
      const cookie = await signsIn('geertje.adema@wilgenrade.example')
      await fetch(`${address}/logout`, { method: 'POST', redirect: 'manual', headers: { cookie, Origin: address } })
    }
    expect(listed(await listFor(lead), person).seen).toBe('longerAgo')
    const events = await meeting.server.leaves(eventsIn)
    expect(events.filter(({ actor }) => actor === person)).toMatchObject([
      { type: 'person:arrive', subject: person, role: null, details: {} },
    ])
  })

  it('[PEOPLE-3] is given one seat more while signed in: it is there at the next page, and nobody is thrown out', async () => {
    expect(await asks('give-seat', { person: nora.id, role: 'expert', theme: sport.id }, lead)).toMatchObject(done)
    const cookie = await signsIn(nora.contact.email)
    const line = bookLine(meeting.server.ws, book, cookie)
    await line.section(section).synced
    expect(await asks('give-seat', { person: nora.id, role: 'councillor', theme: null }, lead)).toMatchObject(done)
    expect(await visitOf(cookie)).toMatchObject({
      actor: { role: 'expert' },
      person: { seats: [{ role: 'expert' }, { role: 'councillor', theme: null }], seat: 0 },
    })
    types(line, section, 'ik zit hier nog')
    await until('it is saved', () => line.state.unsaved === 0 && line.state.savedAt !== null)
    expect(line.state.line).toBe('open')
    line.close()
    const given = (await meeting.server.leaves(eventsIn)).filter(({ type }) => type === 'seat:give')
    expect(given).toMatchObject([
      { subject: nora.id, actor: lead, details: { role: 'expert', theme: sport.id } },
      { subject: nora.id, actor: lead, details: { role: 'councillor', theme: null } },
    ])
  })

  it('[ACCESS-1] loses a seat of the dialogue as a whole: what is open of it ends, and the fact stands in every book', async () => {
    const official = inSeat('civilServant')
    const line = await meeting.opens(official)
    await until('it reads', () => line.state.line === 'open')
    const ended = { person: official, role: 'civilServant', theme: null }
    expect(await asks('end-seat', ended, lead)).toMatchObject(done)
    await until('the line has ended', () => line.state.line === 'refused')
    expect(await asks('end-seat', ended, lead)).toMatchObject(no(404, 'seat-not-found'))
    const facts = await meeting.server.leaves(async (store) => {
      const books = await store.books.of(sportBook.book.dialogue)
      const all = await Promise.all(books.map(({ id }) => store.bookLog.read(id, { after: 0, limit: 10_000 })))
      return all.map((entries) => entries.at(-1))
    })
    expect(facts).toHaveLength(8)
    for (const entry of facts) expect(entry).toMatchObject({ fact: { type: 'seat:ended', person: official } })
  })

  it('[ACCESS-1] is ended as an administrator by another, who then cannot be missed', async () => {
    expect(await asks('give-seat', { person: nora.id, role: 'administrator', theme: null })).toMatchObject(done)
    const cookie = await signsIn(nora.contact.email)
    const end = (person: string) =>
      sends(meeting.server.address, '/api/people/end-seat', { person, role: 'administrator', theme: null }, { cookie })
    expect(await end(administrator)).toMatchObject(done)
    expect(await end(nora.id)).toMatchObject(no(409, 'last-seat'))
    await expect(cookieOf(administrator), 'signed out, and no way back in').rejects.toThrow('404')
  })

  it('[PEOPLE-4] is removed: no way back in is left, and what they wrote and who they are stays', async () => {
    expect(await asks('give-seat', { person: nora.id, role: 'expert', theme: sport.id }, lead)).toMatchObject(done)
    const cookie = await signsIn(nora.contact.email)
    const line = bookLine(meeting.server.ws, book, cookie)
    await line.section(section).synced
    types(line, section, 'dit blijft')
    await until('it is saved', () => line.state.unsaved === 0 && line.state.savedAt !== null)
    expect(await asks('remove', { person: nora.id }, lead)).toMatchObject(done)
    await until('the line has ended', () => line.state.line === 'refused')
    line.close()
    expect((await visitOf(cookie)).person).toBeNull()
    expect(listed(await listFor(lead), nora.id)).toMatchObject({ seats: [], contact: { email: nora.contact.email } })
    const again = await signsIn(nora.contact.email)
    expect(await visitOf(again), 'who they are is known, and where they sit is nowhere').toMatchObject({
      actor: null,
      person: { id: nora.id, seats: [] },
    })
    const reader = await meeting.opens(inSeat('expert', { nth: 1 }))
    await reader.section(section).synced
    expect(reader.section(section).text.toString()).toContain('dit blijft')
    const events = await meeting.server.leaves(eventsIn)
    expect(events.at(-1)).toMatchObject({
      type: 'person:remove',
      actor: lead,
      subject: nora.id,
      details: { seats: 1, invitations: 0 },
    })
  })
})

it('[PEOPLE-4] invitations and lobbies that somebody was in end with them, and so do links that were not used', async () => {
  const invitation = (id: string, email: string) => ({
    id: id as InvitationId,
    dialogue: sportBook.book.dialogue,
    theme: care,
    role: 'chef' as const,
    email,
    name: '',
    language: 'nl' as const,
    letter: '',
    by: administrator as PersonId,
    state: 'sent' as const,
    createdAt: 1 as Instant,
    sentAt: 1 as Instant,
    sends: 1,
    expiresAt: (Date.now() + 1e9) as Instant,
    answeredAt: null,
    person: null,
  })
  const admission = {
    id: 'ask',
    meeting: 'evening',
    person: nora.id,
    state: 'waiting',
    writes: false,
    askedAt: 1,
  } as const
  const link = { hash: 'hash', kind: 'link', person: nora.id, content: {}, expiresAt: (Date.now() + 1e6) as Instant }
  meeting = await aMeeting(
    {},
    {
      async before(store) {
        await townspeople(nora)(store)
        await store.invitations.add(invitation('hers', nora.contact.email), 'one')
        await store.invitations.add(invitation('not-hers', 'else@voorbeeld.example'), 'two')
        await store.admissions.ask(admission as never)
        await store.tickets.issue(link)
      },
    },
  )
  try {
    expect(await asks('remove', { person: nora.id })).toMatchObject(done)
    await meeting.server.leaves(async (store) => {
      expect(await store.invitations.find('hers' as InvitationId)).toMatchObject({ state: 'withdrawn' })
      expect(await store.invitations.find('not-hers' as InvitationId)).toMatchObject({ state: 'sent' })
      expect(await store.admissions.find('ask' as never)).toMatchObject({ state: 'ended' })
      expect(await store.tickets.take('hash', 'link', Date.now() as Instant)).toBeNull()
    })
  } finally {
    await meeting.close()
  }
})

it('[PEOPLE-5] who was erased is not in the list, and is given no seat', async () => {
  meeting = await aMeeting(
    {},
    {
      async before(store) {
        await townspeople(nora)(store)
        await store.people.erase(nora.id, 'Oud-deelnemer 1', 1 as Instant)
      },
    },
  )
  try {
    expect((await listFor(administrator)).people.some(({ person }) => person === nora.id)).toBe(false)
    const seat = { person: nora.id, role: 'expert', theme: sport.id }
    expect(await asks('give-seat', seat)).toMatchObject(no(404, 'person-not-found'))
    expect(await asks('remove', { person: nora.id })).toMatchObject(no(404, 'person-not-found'))
  } finally {
    await meeting.close()
  }
})

describe('in a house of two servers', () => {
  let house: House
  /** Experts in no theme group yet, one for each race. */
  const racers = Array.from({ length: 6 }, (_, i) => aTownsperson(`Racer ${'abcdef'[i] ?? ''}`, { seats: [] }))
  beforeAll(async () => {
    house = await aHouse(inject('postgres'), {}, { before: townspeople(nora, ...racers) })
    meeting = house.one
  })
  afterAll(() => house.close())

  it('[PEOPLE-4] who is removed while typing is out within a second, on both', async () => {
    const [first, second] = [await house.one.server.seat(writer), await house.other.server.seat(writer)]
    const lines = [bookLine(house.one.server.ws, book, first), bookLine(house.other.server.ws, book, second)]
    const sockets = [meetingLine(house.one.server.address, first), meetingLine(house.other.server.address, second)]
    for (const line of lines) await line.section(section).synced
    await until('all are connected', () => sockets.every(({ connected }) => connected))
    let words = 0
    const typing = setInterval(() => {
      for (const line of lines) if (line.state.line === 'open') types(line, section, `woord ${(words += 1)}`)
    }, 10)
    await until('they are under way', () => lines.every(({ state }) => state.savedAt !== null))
    const cookie = await house.one.server.seat(lead)
    const since = stopwatch()
    const removed = sends(house.one.server.address, '/api/people/remove', { person: writer }, { cookie })
    const out = () =>
      lines.every(({ state }) => state.line === 'refused') && sockets.every(({ connected }) => !connected)
    await until('everything has ended', out)
    const took = since()
    clearInterval(typing)
    expect(await removed).toMatchObject(done)
    expect(took).toBeLessThan(1_000)
    for (const open of [...lines, ...sockets]) open.close()
  })

  it('[RIGHTS-3] two seats that do not go together, given on both at the same moment: one wins', async () => {
    const [one, other] = [await house.one.server.seat(lead), await house.other.server.seat(administrator)]
    const give = (server: Meeting, cookie: string, person: Person, role: Role, theme: ThemeId | null) =>
      sends(server.server.address, '/api/people/give-seat', { person: person.id, role, theme }, { cookie })
    for (const [i, racer] of racers.entries()) {
      const wishes = [
        give(house.one, one, racer, 'expert', sport.id),
        i % 2 ? give(house.other, other, racer, 'expert', care) : give(house.other, other, racer, 'chef', sport.id),
      ]
      const answers = await Promise.all(wishes)
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    }
    const { people } = await listFor(lead)
    for (const racer of racers) expect(people.find(({ person }) => person === racer.id)?.seats).toHaveLength(1)
  })

  it('[PEOPLE-2] the same address, added on both at the same moment: one is somebody', async () => {
    const [one, other] = [await house.one.server.seat(lead), await house.other.server.seat(administrator)]
    const answers = await Promise.all([
      sends(house.one.server.address, '/api/people/add', staff, { cookie: one }),
      sends(house.other.server.address, '/api/people/add', { ...staff, role: 'college' }, { cookie: other }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const { people } = await listFor(lead)
    expect(people.filter(({ name }) => name === 'Geertje')).toHaveLength(1)
  })

  it('[ACCESS-1] two administrators who end each other at the same moment: one is left', async () => {
    const seat = { role: 'administrator', theme: null }
    expect(await asks('give-seat', { person: nora.id, ...seat })).toMatchObject(done)
    const one = await house.one.server.seat(administrator)
    const hers = await signsIn(nora.contact.email)
    const answers = await Promise.all([
      sends(house.one.server.address, '/api/people/end-seat', { person: nora.id, ...seat }, { cookie: one }),
      sends(house.other.server.address, '/api/people/end-seat', { person: administrator, ...seat }, { cookie: hers }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
    const { people } = await listFor(lead)
    const left = people.filter(({ seats }) => seats.some(({ role }) => role === 'administrator'))
    expect(left).toHaveLength(1)
  })
})
