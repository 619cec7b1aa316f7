import { setImmediate as aTurn } from 'node:timers/promises'
import type { Instant, PersonId } from '@witboek/domain'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { describe, expect, it, onTestFinished } from 'vitest'
import { events as eventsOf } from '../../events.ts'
import { openLog } from '../../log.ts'
import { aFolder } from '../../testing/a-server.ts'
import { Metrics } from '../../watch/metrics.ts'
import { knownAs } from './known-as.ts'

const now = () => 1_800_000_000_000 as Instant
const events = eventsOf(openLog('silent'), new Metrics())
const els = 'els' as PersonId
const identity = {
  ...{ issuer: 'https://inloggen.voorbeeld.example', subject: 'abc' },
  verifiedEmail: async () => 'els@voorbeeld.example',
}

describe('[SIGN-3] [PRIVACY-5] an identity of the issuer', () => {
  it('does not become that of somebody who was erased at that very moment', async () => {
    const folder = aFolder()
    const store = await openEmbeddedStore(folder.path)
    onTestFinished(async () => {
      await store.close()
      folder.remove()
    })
    await store.people.save({ id: els, name: 'Els', background: '', seats: [] })
    await store.contacts.save({ person: els, realName: 'Els', email: 'els@voorbeeld.example', language: 'nl' })
    let erasing = Promise.resolve()
    const contacts = Object.assign(Object.create(store.contacts) as Store['contacts'], {
      async byEmail(email: string) {
        const found = await store.contacts.byEmail(email)
        let begun = false
        erasing = store.turns.take('access', async () => {
          begun = true
          await store.people.erase(els, 'Oud-deelnemer 1', now())
          await store.contacts.forget(els)
          await store.identities.forget(els)
        })
        await aTurn()
        if (begun) await erasing
        return found
      },
    })
    await knownAs({ store: { ...store, contacts }, events, now }, identity)
    await erasing
    expect(await store.identities.of(els)).toEqual([])
  })
})
