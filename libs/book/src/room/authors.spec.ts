import { anActor, anEvening, pool } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'

const noor = anActor('expert', 'Noor')
const bram = anActor('expert', 'Bram')

describe('whose words they are', () => {
  it('[I5] a client id belongs to the account that wrote under it first, for good', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.types('van Noor', { in: pool })
    await evening.settle()
    const thief = await evening.comes(bram)
    thief.doc(pool)
    await evening.settle()
    thief.doc(pool).clientID = writer.doc(pool).clientID
    thief.types('onder haar naam', { in: pool })
    await evening.settle()
    expect(thief.setAside).toMatchObject([{ section: pool, code: 'foreign-author' }])
    expect(writer.text(pool)).toBe('van Noor')
    const again = await anEvening({ log: evening.log })
    const later = await again.comes(bram)
    later.doc(pool)
    await again.settle()
    later.doc(pool).clientID = writer.doc(pool).clientID
    later.types('ook na een herstart niet', { in: pool })
    await again.settle()
    expect(later.setAside).toMatchObject([{ code: 'foreign-author' }])
  })

  it('[I5] the same person may go on under a former id, from another line', async () => {
    const evening = await anEvening()
    const laptop = await evening.comes(noor)
    laptop.types('thuis', { in: pool })
    await evening.settle()
    const client = laptop.doc(pool).clientID
    evening.goes(laptop)
    const train = await evening.comes(noor)
    train.doc(pool)
    await evening.settle()
    train.doc(pool).clientID = client
    train.types('onderweg', { in: pool })
    await evening.settle()
    expect(train.setAside).toEqual([])
    const reader = await evening.comes(bram)
    reader.doc(pool)
    await evening.settle()
    expect(reader.text(pool)).toBe('thuis\nonderweg')
  })

  it('[I5] nobody writes first under an id that was seen at somebody’s caret', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const squatter = await evening.comes(bram)
    writer.points({ cursor: null }, { in: pool })
    await evening.settle()
    squatter.doc(pool).clientID = writer.doc(pool).clientID
    squatter.types('gekaapt', { in: pool })
    await evening.settle()
    expect(squatter.setAside).toMatchObject([{ code: 'foreign-author' }])
    writer.types('van mij', { in: pool })
    await evening.settle()
    expect(writer.setAside).toEqual([])
  })
})
