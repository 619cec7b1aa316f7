import { anActor, anEvening, pool } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { closeCode } from '../wire.ts'

const noor = anActor('expert', 'Noor')
const bram = anActor('expert', 'Bram')

describe('a line that cannot keep up', () => {
  it('[I6] gets no carets, then no changes, and all it missed in one message when it has caught up', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const slow = await evening.comes(bram)
    slow.doc(pool)
    writer.types('een', { in: pool })
    await evening.settle()
    slow.stuck = 300 * 1024
    slow.inbox.length = 0
    writer.points({ cursor: 1 }, { in: pool })
    await evening.settle()
    slow.stuck = 2 * 1024 * 1024
    for (const text of ['twee', 'drie', 'vier']) {
      writer.types(text, { in: pool })
      await evening.settle()
    }
    writer.deletesFirst({ in: pool })
    await evening.settle()
    expect(slow.text(pool)).toBe('een')
    slow.stuck = 0
    evening.clock.turn(200)
    await evening.settle()
    expect(slow.text(pool)).toBe('twee\ndrie\nvier')
    writer.types('vijf', { in: pool })
    await evening.settle()
    expect(slow.text(pool)).toBe('twee\ndrie\nvier\nvijf')
    const steps = evening.notes.flatMap((note) => (note.what === 'slow' ? [note.step] : []))
    expect(new Set(steps)).toEqual(new Set(['carets', 'changes']))
  })

  it('[I6] ends, with a way back, when it takes nothing for twenty seconds', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const stuck = await evening.comes(bram)
    stuck.doc(pool)
    await evening.settle()
    stuck.stuck = 2 * 1024 * 1024
    writer.types('een', { in: pool })
    await evening.settle()
    expect(stuck.closedWith).toBeNull()
    evening.clock.turn(21_000)
    await evening.settle()
    expect(stuck.closedWith).toEqual({ code: closeCode.tooSlow, reason: 'too-slow' })
    expect(writer.closedWith).toBeNull()
  })
})
