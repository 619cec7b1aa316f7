import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { systemClock } from '@witboek/book'
import type { PersonId } from '@witboek/domain'
import { openInProcessLive } from '@witboek/live'
import { openEmbeddedStore, type Store } from '@witboek/store'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { accountRates } from '../../books/reading-pace.ts'
import type { Hands } from '../../http/hands.ts'
import { Visitors } from '../../login/visitors.ts'
import { aFolder } from '../../testing/a-server.ts'
import { sends } from '../../testing/sends.ts'
import { account } from './http.ts'

const els = 'els' as PersonId

describe('[PRIVACY-5] a new name that waits while somebody is erased', () => {
  it('does not become the name that stands with their words', async () => {
    const folder = aFolder()
    const store = await openEmbeddedStore(folder.path)
    const { notices } = openInProcessLive({ accountRates })
    const visitors = new Visitors({ ...store, clock: systemClock, notices, surprised: () => undefined })
    await store.people.save({ id: els, name: 'Els', background: '', seats: [] })
    const { token } = await visitors.start(els, 0, { how: 'link', device: '', lasts: 60_000 })
    const turns: Store['turns'] = {
      async take(name, work) {
        await visitors.endOf(els, () => store.people.erase(els, 'Oud-deelnemer 1', systemClock.now()))
        return store.turns.take(name, work)
      },
    }
    const app = express()
    app.use(account({ store: { ...store, turns }, visitors, now: systemClock.now } as unknown as Hands))
    const listening = app.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    onTestFinished(async () => {
      listening.close()
      visitors.close()
      await store.close()
      folder.remove()
    })
    const address = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
    const named = await sends(address, '/api/account/name', { name: 'Els' }, { cookie: `witboek-login=${token}` })
    expect((await store.people.find(els))?.name).toBe('Oud-deelnemer 1')
    expect(named).toMatchObject({ status: 401 })
  })
})
