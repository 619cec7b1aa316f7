import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { systemClock } from '@witboek/book'
import type { AccountAnswer } from '@witboek/contract'
import type { PersonId } from '@witboek/domain'
import { openInProcessLive } from '@witboek/live'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { Authenticator } from '@witboek/testkit'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { accountRates } from '../../books/reading-pace.ts'
import type { Hands } from '../../http/hands.ts'
import { Visitors } from '../../login/visitors.ts'
import { aHouse, type House } from '../../testing/a-house.ts'
import { aFolder, aServer, type TestServer } from '../../testing/a-server.ts'
import { sends } from '../../testing/sends.ts'
import { inSeat } from '../../testing/the-example.ts'
import { passkeys } from './http.ts'

const expert = inSeat('expert')
const other = inSeat('expert', { nth: 1 })
const notValid = { status: 403, body: { type: '/problems/passkey-not-valid' } }

interface Asked {
  readonly challenge: string
}

const asksFor = async (address: string, path: string, cookie = ''): Promise<Asked> =>
  (await sends(address, path, {}, { cookie })).body as Asked

/** Somebody at the example adds this passkey. */
async function adds(
  address: string,
  cookie: string,
  device: Authenticator,
  lie: Parameters<Authenticator['create']>[1] = {},
) {
  const asked = await asksFor(address, '/api/account/passkeys/begin', cookie)
  return sends(
    address,
    '/api/account/passkeys',
    { credential: device.create(asked, lie), name: 'Telefoon' },
    { cookie },
  )
}

async function comesIn(
  address: string,
  device: Authenticator,
  lie: Parameters<Authenticator['get']>[1] = {},
  cookie = '',
) {
  const asked = await asksFor(address, '/login/passkey/begin')
  return sends(address, '/login/passkey', { credential: device.get(asked, lie), keep: false }, { cookie })
}

const account = async (address: string, cookie: string) =>
  (await (await fetch(`${address}/api/account`, { headers: { cookie } })).json()) as AccountAnswer

describe('[SIGN-6] a passkey', () => {
  let server: TestServer
  let device: Authenticator
  beforeAll(async () => {
    server = await aServer()
  })
  afterAll(() => server.close())
  beforeEach(() => {
    device = new Authenticator(server.address)
  })

  it('is added by somebody who has signed in, and signs in that person on the device that has it', async () => {
    const cookie = await server.seat(expert)
    expect(await adds(server.address, cookie, device)).toMatchObject({ status: 200 })
    const came = await comesIn(server.address, device)
    expect(came).toMatchObject({ status: 200 })
    expect(came.cookie).not.toBe(cookie)
    const visit = await fetch(`${server.address}/api/visit`, { headers: { cookie: came.cookie } })
    expect(await visit.json()).toMatchObject({ actor: { person: expert, role: 'expert' } })
    const { passkeys, devices } = await account(server.address, came.cookie)
    expect(passkeys).toMatchObject([{ name: 'Telefoon' }])
    expect(passkeys[0]?.used).not.toBeNull()
    expect(devices.length).toBeGreaterThan(1)
  })

  it('signs in once per question: the same answer again is none', async () => {
    const cookie = await server.seat(expert)
    await adds(server.address, cookie, device)
    const asked = await asksFor(server.address, '/login/passkey/begin')
    const message = { credential: device.get(asked), keep: false }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sends(server.address, '/login/passkey', message)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(403)])
  })

  it.each([
    ['made on another site', { origin: 'https://witb0ek.example' }],
    ['that did not ask its owner', { verified: false }],
  ] as const)('%s is neither added nor signed in with', async (_, lie) => {
    const cookie = await server.seat(expert)
    expect(await adds(server.address, cookie, device, lie)).toMatchObject(notValid)
    await adds(server.address, cookie, device)
    expect(await comesIn(server.address, device, lie)).toMatchObject(notValid)
  })

  it('is not signed in with when somebody else’s key has signed, or nobody knows it', async () => {
    await adds(server.address, await server.seat(expert), device)
    const forger = new Authenticator(server.address)
    expect(await comesIn(server.address, forger)).toMatchObject(notValid)
    const asked = await asksFor(server.address, '/login/passkey/begin')
    const forged = { ...forger.get(asked), id: device.id.toString('base64url'), rawId: device.id.toString('base64url') }
    expect(await sends(server.address, '/login/passkey', { credential: forged, keep: false })).toMatchObject(notValid)
  })

  it('is added to the account that was asked, and to no other', async () => {
    const [own, theirs] = [await server.seat(expert), await server.seat(other)]
    const asked = await asksFor(server.address, '/api/account/passkeys/begin', theirs)
    const message = { credential: device.create(asked), name: 'Telefoon' }
    expect(await sends(server.address, '/api/account/passkeys', message, { cookie: own })).toMatchObject(notValid)
    expect(await adds(server.address, own, device)).toMatchObject({ status: 200 })
    expect(await adds(server.address, theirs, device), 'it has an owner').toMatchObject(notValid)
  })

  it('is taken away by its owner alone, and signs nobody in from then on', async () => {
    const [own, theirs] = [await server.seat(expert), await server.seat(other)]
    await adds(server.address, own, device)
    const message = { id: device.id.toString('base64url') }
    expect(await sends(server.address, '/api/account/passkeys/remove', message, { cookie: theirs })).toMatchObject(
      notValid,
    )
    expect(await comesIn(server.address, device)).toMatchObject({ status: 200 })
    expect(await sends(server.address, '/api/account/passkeys/remove', message, { cookie: own })).toMatchObject({
      status: 200,
    })
    expect(await comesIn(server.address, device)).toMatchObject(notValid)
  })

  it.each([
    ['nothing', {}],
    [
      'no answer at all',
      {
        credential: { id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} },
        keep: false,
      },
    ],
    [
      'noise',
      {
        credential: {
          id: 'x',
          rawId: 'x',
          type: 'public-key',
          response: { clientDataJSON: '%%%', authenticatorData: 7, signature: null },
          clientExtensionResults: {},
        },
        keep: false,
      },
    ],
  ])('is not %s', async (_, message) => {
    const { status, cookie } = await sends(server.address, '/login/passkey', message)
    expect([400, 403]).toContain(status)
    expect(cookie).toBe('')
  })

  it('leaves no login of whoever was signed in here before', async () => {
    const before = await server.seat(other)
    await adds(server.address, await server.seat(expert), device)
    await comesIn(server.address, device, {}, before)
    const visit = await fetch(`${server.address}/api/visit`, { headers: { cookie: before } })
    expect(await visit.json()).toMatchObject({ actor: null, person: null })
  })
})

describe('[SIGN-6] on several servers', () => {
  let house: House
  beforeAll(async () => {
    house = await aHouse(inject('postgres'))
  })
  afterAll(() => house.close())

  it('a question that one asked is answered to the other', async () => {
    const [one, two] = [house.one.server, house.other.server]
    const cookie = await one.seat(expert)
    const device = new Authenticator(two.address)
    const asked = await asksFor(one.address, '/api/account/passkeys/begin', cookie)
    const message = { credential: device.create(asked), name: 'Laptop' }
    expect(await sends(two.address, '/api/account/passkeys', message, { cookie })).toMatchObject({ status: 200 })
    const question = await asksFor(one.address, '/login/passkey/begin')
    const came = await sends(two.address, '/login/passkey', { credential: device.get(question), keep: true })
    expect(came.cookie).not.toBe('')
  })
})

describe('[SIGN-6] a login that ends while a device is asked', () => {
  it('leaves no passkey behind', async () => {
    const folder = aFolder()
    const store = await openEmbeddedStore(folder.path)
    const notices = openInProcessLive({ accountRates }).notices
    const surprised = (cause: unknown) => {
      throw cause
    }
    const visitors = new Visitors({ ...store, clock: systemClock, notices, surprised })
    const person = 'els' as PersonId
    await store.people.save({ id: person, name: 'Els', background: '', seats: [] })
    const { token } = await visitors.start(person, 0, { how: 'guest', device: '', lasts: 60_000 })
    const tickets = Object.assign(Object.create(store.tickets) as Store['tickets'], {
      async take(...wish: Parameters<Store['tickets']['take']>) {
        await visitors.endOf(person, () => Promise.resolve())
        return store.tickets.take(...wish)
      },
    })
    const app = express()
    const site = 'http://localhost'
    const hands = { store: { ...store, tickets }, visitors, site, now: systemClock.now }
    app.use(passkeys(hands as unknown as Hands))
    const listening = app.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    onTestFinished(async () => {
      listening.close()
      visitors.close()
      await store.close()
      folder.remove()
    })
    const address = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
    const added = await adds(address, `witboek-login=${token}`, new Authenticator(site))
    expect(added).toMatchObject({ status: 401, body: { type: '/problems/not-signed-in' } })
    expect(await store.passkeys.of(person)).toEqual([])
  })
})
