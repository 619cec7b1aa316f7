import { anActor, anEvening, pool, sportBook, type Evening } from '@witboek/testkit'
import type { Instant, LockCommand, ParkedEdit, ParkedId, SectionId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'

const noor = anActor('expert', 'Noor')
const chef = anActor('chef', 'Willem')
const chefsRights = { role: 'chef', write: false, order: true, remark: false } as const
const lock = (section: SectionId, until: Instant | null = null): LockCommand => ({
  type: 'section:lock',
  section,
  reason: 'Even samen kijken',
  until,
})

/** The Chef asks, and everything that follows has happened. */
async function chefAsks(evening: Evening, command: LockCommand) {
  const answer = evening.room.lock(chef.person, command, chefsRights)
  await evening.settle()
  return answer
}

/** The kinds of entries, in the order of the sequence. */
const sequence = async (evening: Evening): Promise<string[]> =>
  (await evening.log.read(sportBook.id, { after: 2, limit: 500 })).map((entry) =>
    entry.kind === 'edit' ? 'edit' : entry.fact.type,
  )

describe('words that had been set aside', () => {
  const parked: ParkedEdit = {
    id: 'parked-1' as ParkedId,
    book: sportBook.id,
    section: pool,
    writer: noor.person,
    at: 0 as Instant,
    code: 'section-locked',
    pieces: [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: 'toch nog' }] }] }],
    state: 'handed',
  }

  it('[PARK-4] come into the text under their writer’s name, with a fact behind them', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    const answer = evening.room.admit(chef.person, parked)
    await evening.settle()
    expect(await answer).toEqual({ ok: true, value: { seq: 4 } })
    expect(writer.text(pool)).toBe('toch nog')
    const entries = await evening.log.read(sportBook.id, { after: 2, limit: 10 })
    expect(entries).toMatchObject([
      { kind: 'edit', person: noor.person, section: pool },
      { kind: 'fact', person: chef.person, fact: { type: 'edit:admitted', parked: 'parked-1', writer: noor.person } },
    ])
    const authors = await evening.log.authors(sportBook.id)
    expect(authors).toMatchObject([{ section: pool, person: noor.person }])
  })

  it('[PARK-4] do not come into a section that is locked', async () => {
    const evening = await anEvening()
    await chefAsks(evening, lock(pool))
    expect(await evening.room.admit(chef.person, parked)).toMatchObject({
      ok: false,
      refusal: { code: 'section-locked' },
    })
    expect(await sequence(evening)).toEqual(['section:locked'])
  })
})
