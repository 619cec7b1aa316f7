import { anActor, anEvening, pool, sportBook, type Evening } from '@witboek/testkit'
import type { BookFact } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { closeCode } from '../wire.ts'

const noor = anActor('expert', 'Noor')
const bram = anActor('expert', 'Bram')
const chef = anActor('chef', 'Willem')

/** The kinds of entries, in the order of the sequence. */
const sequence = async (evening: Evening): Promise<string[]> =>
  (await evening.log.read(sportBook.id, { after: 2, limit: 500 })).map((entry) =>
    entry.kind === 'edit' ? 'edit' : entry.fact.type,
  )

describe('rights that change while the book is open', () => {
  const seatEnded: BookFact = { type: 'seat:ended', person: noor.person }

  it('[ACCESS-3] hold from their place in the sequence on: not a letter after it', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const other = await evening.comes(bram)
    other.doc(pool)
    writer.types('toen nog wel', { in: pool })
    await evening.settle()
    writer.types('te laat', { in: pool })
    const done = evening.room.changeAccess(chef.person, seatEnded, ({ person, seat }) =>
      person === noor.person ? null : { role: seat.role, write: true, order: false, remark: false },
    )
    await evening.settle()
    await done
    expect(writer.closedWith).toEqual({ code: closeCode.refused, reason: 'not-for-your-role' })
    expect(other.closedWith).toBeNull()
    expect(other.text(pool)).toBe('toen nog wel')
    expect(await sequence(evening)).toEqual(['edit', 'seat:ended'])
  })

  it('[ACCESS-3] are told to a page that may go on reading, and its late words are set aside', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    await evening.settle()
    const done = evening.room.changeAccess(
      chef.person,
      { type: 'phase:reached', phase: 'green_review' },
      ({ seat }) => ({ role: seat.role, write: false, order: false, remark: false }),
    )
    writer.types('te laat', { in: pool })
    await evening.settle()
    await done
    expect(writer.currentRights.write).toBe(false)
    expect(writer.closedWith).toBeNull()
    expect(writer.setAside).toMatchObject([{ section: pool, code: 'not-for-your-role' }])
  })
})
