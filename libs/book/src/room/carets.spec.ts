import { anActor, caretBytes } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import { Carets } from './carets.ts'
import { newSectionDoc } from '../layout.ts'

/** What a stock client makes of the carets it is sent. */
function seenBy(bytes: Uint8Array | null): Record<string, unknown>[] {
  const awareness = new Awareness(newSectionDoc())
  awareness.setLocalState(null)
  if (bytes) applyAwarenessUpdate(awareness, bytes, 'spec')
  const states = [...awareness.getStates().values()]
  awareness.destroy()
  return states
}

const noor = { actor: anActor('expert', 'Noor') }
const bram = { actor: anActor('expert', 'Bram') }

describe('carets', () => {
  it('[I5] carry the name of the login, whatever the client says', () => {
    const carets = new Carets(() => true)
    carets.receive(
      noor,
      caretBytes([[7, 1, { user: { name: 'De wethouder', color: 'red' }, cursor: { anchor: 1 } }]]),
      0,
    )
    expect(seenBy(carets.takeChanges()?.all ?? null)).toMatchObject([
      { user: { id: noor.actor.person, name: 'Noor' }, cursor: { anchor: 1 } },
    ])
  })

  it('belong to the line they came over: nobody moves or hides another’s', () => {
    const carets = new Carets(() => true)
    carets.receive(noor, caretBytes([[7, 1, { cursor: 1 }]]), 0)
    carets.takeChanges()
    carets.receive(bram, caretBytes([[7, 2, { cursor: 99 }]]), 0)
    carets.receive(bram, caretBytes([[7, 3, null]]), 0)
    expect(seenBy(carets.all(0))).toMatchObject([{ cursor: 1 }])
  })

  it('go out once per tick, with the last value', () => {
    const carets = new Carets(() => true)
    for (let clock = 1; clock <= 50; clock++) carets.receive(noor, caretBytes([[7, clock, { cursor: clock }]]), 0)
    expect(seenBy(carets.takeChanges()?.all ?? null)).toMatchObject([{ cursor: 50 }])
    expect(carets.takeChanges()?.all ?? null).toBeNull()
  })

  it('go when the line goes', () => {
    const carets = new Carets(() => true)
    carets.receive(noor, caretBytes([[7, 1, { cursor: 1 }]]), 0)
    carets.takeChanges()
    expect(carets.leave(noor)).toBe(true)
    expect(seenBy(carets.takeChanges()?.all ?? null)).toEqual([])
    expect(carets.all(0)).toBeNull()
  })

  it('[I6] are few per line and small', () => {
    const carets = new Carets(() => true)
    carets.receive(noor, caretBytes(Array.from({ length: 20 }, (_, i) => [i + 1, 1, { cursor: i }])), 0)
    carets.receive(bram, caretBytes([[100, 1, { cursor: 'x'.repeat(10_000) }]]), 0)
    expect(seenBy(carets.all(0))).toHaveLength(4)
  })
})
