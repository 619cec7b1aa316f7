import { until } from '@witboek/testkit'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMeeting, type Meeting } from './testing/a-meeting.ts'
import { asks, no, type MeetingLine } from './testing/clients.ts'
import { RawLine } from './testing/raw-line.ts'
import { sends } from './testing/sends.ts'
import { inSeat, sport, sportBook } from './testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section
const [expert, other, chef, lead] = [inSeat('expert'), inSeat('expert', { nth: 1 }), inSeat('chef'), inSeat('lead')]

let meeting: Meeting
beforeAll(async () => {
  meeting = await aMeeting()
})
afterAll(() => meeting.close())

describe('[RIGHTS-6] who somebody is, and in which role, comes from the login alone', () => {
  it.each([
    ['role', 'lead'],
    ['person', lead],
    ['actor', { person: lead, seat: { role: 'lead', theme: null } }],
    ['seat', { role: 'chef', theme: sport.id }],
    ['rights', { write: true, order: true }],
    ['name', 'De burgemeester'],
  ])('a message that says its own %s is not understood', async (key, value) => {
    const line = await meeting.comes(expert)
    const messages: readonly (readonly [string, Record<string, unknown>])[] = [
      ['section:lock', { book, section, reason: '', until: null }],
      ['seat:end', { person: other, theme: sport.id }],
      ['phase:reach', { phase: 'green_review' }],
      ['presence:enter', { book }],
    ]
    for (const [name, message] of messages) {
      const forged = { ...message, [key]: value }
      // What a message is about is its own field, and no claim.
      if (Object.hasOwn(message, key)) continue
      expect(await asks(line, name, forged), name).toMatchObject(no('not-understood'))
    }
  })

  it('a line that says so while it opens gets what its login gives', async () => {
    const cookie = await meeting.server.seat(expert)
    const claims = { role: 'lead', person: lead, actor: { person: lead, seat: { role: 'lead', theme: null } } }
    const line: MeetingLine = io(meeting.server.address, {
      extraHeaders: { cookie, origin: meeting.server.address, 'x-role': 'lead', 'x-person': lead },
      auth: claims,
      query: { role: 'lead', person: lead },
      forceNew: true,
      transports: ['websocket'],
    })
    await until('it is open', () => line.connected)
    expect(await asks(line, 'phase:reach', { phase: 'green_review' })).toMatchObject(no('not-for-your-role'))
    expect(await asks(line, 'section:lock', { book, section, reason: '', until: null })).toMatchObject(
      no('not-for-your-role'),
    )
    line.close()
    const address = `${meeting.server.ws}/collab/${book}?role=chef&person=${chef}&name=Chef`
    const raw = await RawLine.open(address, { cookie, 'x-role': 'chef' })
    expect(raw.welcome?.rights).toMatchObject({ role: 'expert', order: false })
    raw.close()
  })

  it('messages that only the server says are nobody’s to say', async () => {
    const line = await meeting.comes(expert)
    const heard: unknown[] = []
    const bystander = await meeting.comes(other)
    bystander.on('presence:changed', (fact) => heard.push(fact))
    await asks(bystander, 'presence:enter', { book })
    await until('the bystander is in', () => heard.length > 0)
    const before = heard.length
    const says = line.emit.bind(line) as (name: string, message: unknown) => unknown
    says('presence:changed', { book, present: [{ person: lead, name: 'x', role: 'lead' }] })
    says('parked:changed', { book })
    // Answered by the server, so whatever came before it has been read.
    expect(await asks(line, 'presence:enter', { book: 'nowhere' })).toMatchObject(no('book-not-found'))
    expect(JSON.stringify(heard.slice(before))).not.toContain('"lead"')
  })

  it.each([
    ['/api/account/name', { name: 'Nieuw', person: lead }],
    ['/api/account/name', { name: 'Nieuw', role: 'lead' }],
    ['/api/account/devices/end-all', { alsoHere: false, person: lead }],
    ['/api/account/passkeys/begin', { person: lead }],
  ])('a command to %s with more than there is to say is not understood', async (path, message) => {
    const cookie = await meeting.server.seat(expert)
    expect(await sends(meeting.server.address, path, message, { cookie })).toMatchObject({ status: 400 })
  })

  it('headers that name a person or an address inside are not looked at', async () => {
    const headers = { 'x-user': lead, 'x-forwarded-user': lead, authorization: `Bearer ${lead}`, 'remote-user': lead }
    const visit = await fetch(`${meeting.server.address}/api/visit`, { headers })
    expect(await visit.json()).toMatchObject({ actor: null, person: null })
  })
})
