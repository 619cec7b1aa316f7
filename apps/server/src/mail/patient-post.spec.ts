import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { HandClock, until } from '@witboek/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PatientPost } from './patient-post.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'witboek-post-'))
  store = await openEmbeddedStore(folder)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('letters that wait', () => {
  it('go again soon when their pause ended while it was looked what waits', async () => {
    const clock = new HandClock()
    const began = clock.now()
    const waiting = new Set(['held up', 'of somebody else'])
    const tries: string[] = []
    const post = new PatientPost<string>(
      { store, mailer: { kind: 'smtp' }, clock, surprised: (cause) => expect.fail(String(cause)) },
      {
        turn: 'letters',
        async waiting() {
          if (tries.length === 2) clock.turn(2_500)
          return [...waiting]
        },
        idOf: (letter) => letter,
        sender: async () => async (letter) => {
          tries.push(letter)
          if (tries.length === 1) return { ok: false, why: 'away', code: 450 }
          waiting.delete(letter)
          return { ok: true }
        },
      },
    )
    post.wake()
    await until('the other is sent', () => waiting.size === 1)
    await until('it is tried again', () => {
      clock.turn(100)
      return waiting.size === 0
    })
    expect(tries).toEqual(['held up', 'of somebody else', 'held up'])
    expect(clock.now() - began, 'and not with those that another server left').toBeLessThan(10_000)
    await post.close()
  })
})
