import { anActor, anEvening, pool } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../digest.ts'
import { differsFrame } from '../wire.ts'

const noor = anActor('expert', 'Noor')

describe('copies that are compared', () => {
  it('[I7] the room tells every fifteen seconds what a changed section holds, and counts a copy that differs, once', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.types('een', { in: pool })
    await evening.settle()
    expect(writer.digests).toEqual([])
    evening.clock.turn(15_000)
    await evening.settle()
    expect(writer.digests).toMatchObject([{ section: pool, seq: 3, filled: 1 }])
    expect(writer.digests[0]?.digest).toBe(digestOf(writer.doc(pool)))
    evening.clock.turn(60_000)
    await evening.settle()
    expect(writer.digests, 'nothing changed since').toHaveLength(1)

    for (const seq of [1, 3, 3, 4]) writer.say(pool, differsFrame(seq))
    await evening.settle()
    expect(evening.notes.filter(({ what }) => what === 'differs')).toEqual([
      { what: 'differs', book: evening.room.book, section: pool, person: noor.person },
    ])
  })
})
