import type { AccountAnswer, VisitAnswer } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { aHouse } from '../../testing/a-house.ts'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { bookLine, meetingLine } from '../../testing/clients.ts'
import { sends } from '../../testing/sends.ts'
import { inSeat, sportBook } from '../../testing/the-example.ts'

const expert = inSeat('expert')
const other = inSeat('expert', { nth: 1 })
const book = sportBook.book.id
const done = { status: 200, body: null }

let meeting: Meeting
beforeEach(async () => {
  meeting = await aMeeting()
})
afterEach(() => meeting.close())

const asks = async <Value>(path: string, cookie: string): Promise<Value> =>
  (await (await fetch(meeting.server.address + path, { headers: { cookie } })).json()) as Value

describe('one’s own devices', () => {
  it('[SIGN-7] are listed, newest first, with what one recognises them by', async () => {
    const { address } = meeting.server
    const cookie = await meeting.server.seat(expert)
    await meeting.server.seat(other)
    const { devices } = await asks<AccountAnswer>('/api/account', cookie)
    expect(devices).toHaveLength(1)
    expect(devices[0]).toMatchObject({ here: true })
    const phone = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
    await fetch(`${address}/login/example`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: address, 'User-Agent': phone },
      body: new URLSearchParams({ person: expert }),
    })
    const { devices: both } = await asks<AccountAnswer>('/api/account', cookie)
    expect(both.map(({ device, here }) => [device, here])).toEqual([
      ['Firefox, Android', false],
      [devices[0]?.device, true],
    ])
  })

  it('[SIGN-7] can be signed out from another: what is open there ends', async () => {
    const { address, ws } = meeting.server
    const [here, there] = [await meeting.server.seat(expert), await meeting.server.seat(expert)]
    const [line, socket] = [bookLine(ws, book, there), meetingLine(address, there)]
    const own = bookLine(ws, book, here)
    await until('all are open', () => line.state.line === 'open' && own.state.line === 'open' && socket.connected)
    const { devices } = await asks<AccountAnswer>('/api/account', here)
    const login = devices.find((device) => !device.here)?.login
    expect(await sends(address, '/api/account/devices/end', { login }, { cookie: here })).toMatchObject(done)
    await until('the other has ended', () => line.state.line === 'refused' && !socket.connected)
    expect(own.state.line).toBe('open')
    expect((await asks<VisitAnswer>('/api/visit', there)).person).toBeNull()
    for (const open of [line, own, socket]) open.close()
  })

  it('[SIGN-7] can all be signed out at once, with this one or without', async () => {
    const { address } = meeting.server
    const cookies = await Promise.all([1, 2, 3].map(() => meeting.server.seat(expert)))
    const stranger = await meeting.server.seat(other)
    const [here = ''] = cookies
    const signedIn = async () =>
      (await Promise.all(cookies.map((cookie) => asks<VisitAnswer>('/api/visit', cookie)))).map(
        ({ person }) => person !== null,
      )
    expect(await sends(address, '/api/account/devices/end-all', { alsoHere: false }, { cookie: here })).toMatchObject(
      done,
    )
    expect(await signedIn()).toEqual([true, false, false])
    expect(await sends(address, '/api/account/devices/end-all', { alsoHere: true }, { cookie: here })).toMatchObject(
      done,
    )
    expect(await signedIn()).toEqual([false, false, false])
    expect((await asks<VisitAnswer>('/api/visit', stranger)).person).not.toBeNull()
  })

  it('[SIGN-7] are not those of somebody else', async () => {
    const { address } = meeting.server
    const [own, theirs] = [await meeting.server.seat(expert), await meeting.server.seat(other)]
    const { devices } = await asks<AccountAnswer>('/api/account', theirs)
    const message = { login: devices[0]?.login }
    expect(await sends(address, '/api/account/devices/end', message, { cookie: own })).toMatchObject(done)
    expect((await asks<VisitAnswer>('/api/visit', theirs)).person?.id).toBe(other)
  })

  it('[SIGN-7] on all servers', async () => {
    const house = await aHouse(inject('postgres'))
    try {
      const [one, two] = [house.one.server, house.other.server]
      const [here, there] = [await one.seat(expert), await one.seat(expert)]
      const line = bookLine(two.ws, book, there)
      await until('it is open', () => line.state.line === 'open')
      const at = performance.now()
      await sends(one.address, '/api/account/devices/end-all', { alsoHere: false }, { cookie: here })
      await until('it has ended on the other', () => line.state.line === 'refused')
      console.info(`a line on another server ended ${Math.round(performance.now() - at)} ms after the command`)
      line.close()
    } finally {
      await house.close()
    }
  })
})

describe('[PEOPLE-1] one’s public name', () => {
  it('is what others see from now on, and the change is on the record without the name', async () => {
    const { address } = meeting.server
    const cookie = await meeting.server.seat(expert)
    const message = { name: '  Fatima uit  Oost ' }
    expect(await sends(address, '/api/account/name', message, { cookie })).toMatchObject(done)
    expect((await asks<VisitAnswer>('/api/visit', cookie)).person?.name).toBe('Fatima uit Oost')
    const { body } = await meeting.gets<{ experts: { name: string }[] }>('/api/themes/sport', other)
    expect(body.experts.map(({ name }) => name)).toContain('Fatima uit Oost')
    const events = await meeting.server.leaves((store) => store.events.of(expert as never))
    expect(events).toMatchObject([{ type: 'name:change', subject: expert, role: 'expert', details: {} }])
  })

  it.each([
    ['empty', { name: ' ' }, 422],
    ['endless', { name: 'a'.repeat(61) }, 422],
    ['not a text', { name: 7 }, 400],
    ['somebody else’s', { name: 'Noor', person: other }, 400],
  ] as const)('is not %s', async (_, message, status) => {
    const cookie = await meeting.server.seat(expert)
    expect(await sends(meeting.server.address, '/api/account/name', message, { cookie })).toMatchObject({ status })
  })

  it('is not changed by whoever has not signed in, or comes from another site', async () => {
    const { address } = meeting.server
    expect(await sends(address, '/api/account/name', { name: 'X' })).toMatchObject({ status: 401 })
    const cookie = await meeting.server.seat(expert)
    const elsewhere = { cookie, origin: 'https://elders.example' }
    expect(await sends(address, '/api/account/name', { name: 'X' }, elsewhere)).toMatchObject({ status: 403 })
  })
})

describe('[RIGHTS-5] two seats', () => {
  it('are acted from one at a time; taking the other is a new login, and on the record', async () => {
    const { address, ws } = meeting.server
    const cookie = await meeting.server.seat(inSeat('chef'))
    const line = bookLine(ws, book, cookie)
    await until('it is open', () => line.state.line === 'open')
    const post = (seat: number) =>
      fetch(`${address}/login/seat`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Origin: address, cookie },
        body: new URLSearchParams({ seat: String(seat), next: '//elders.example' }),
      })
    expect((await post(1)).status, 'a seat that is not held').toBe(404)
    expect(line.state.line).toBe('open')
    const taken = await post(0)
    expect([taken.status, taken.headers.get('location')]).toEqual([303, '/'])
    await until('what was open in the other seat has ended', () => line.state.line === 'refused')
    expect((await asks<VisitAnswer>('/api/visit', cookie)).person, 'the old token').toBeNull()
    const fresh = taken.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await asks<VisitAnswer>('/api/visit', fresh)).person?.seat).toBe(0)
    line.close()
    const events = await meeting.server.leaves((store) => store.events.of(inSeat('chef') as never))
    const own = events.filter(({ type }) => type === 'seat:choose')
    expect(own.map(({ type, role }) => [type, role])).toEqual([['seat:choose', 'chef']])
  })
})
