import { anActor, anEvening, fields, pool, sportBook, type Evening } from '@witboek/testkit'
import type { Instant, LockCommand, SectionId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'

const noor = anActor('expert', 'Noor')
const bram = anActor('expert', 'Bram')
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

describe('a locked section', () => {
  it('[LOCK-2] takes no edit from anyone, and the other sections do', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    const reader = await evening.comes(bram)
    reader.doc(pool)
    reader.doc(fields)
    writer.types('voor het slot', { in: pool })
    await evening.settle()
    expect(await chefAsks(evening, lock(pool))).toMatchObject({ ok: true })
    writer.types('te laat', { in: pool })
    writer.types('hier mag het', { in: fields })
    await evening.settle()
    expect(reader.text(pool)).toBe('voor het slot')
    expect(reader.text(fields)).toBe('hier mag het')
    expect(writer.setAside).toMatchObject([{ section: pool, code: 'section-locked' }])
    expect(await sequence(evening)).toEqual(['edit', 'section:locked', 'edit'])
  })

  it('[LOCK-2] takes no deletion either', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.types('blijft', { in: pool })
    await evening.settle()
    await chefAsks(evening, lock(pool))
    writer.deletesFirst({ in: pool })
    await evening.settle()
    const reader = await evening.comes(bram)
    reader.doc(pool)
    await evening.settle()
    expect(reader.text(pool)).toBe('blijft')
    expect(writer.setAside).toHaveLength(1)
  })

  it('[LOCK-3] lets in what was on its way when the Chef asked, and nothing after the lock', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    await evening.settle()
    writer.types('nog net op tijd', { in: pool })
    const answer = evening.room.lock(chef.person, lock(pool), chefsRights)
    await evening.settle()
    expect(await answer).toMatchObject({ ok: true })
    expect(writer.closing).toEqual([{ round: 1, sections: [pool] }])
    expect(writer.setAside).toEqual([])
    expect(await sequence(evening)).toEqual(['edit', 'section:locked'])
  })

  it('[LOCK-3] does not wait longer than two seconds for a page that says nothing', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    writer.flushes = false
    await evening.settle()
    const asked = evening.clock.now()
    let answered = false
    const answer = evening.room.lock(chef.person, lock(pool), chefsRights).then((result) => {
      answered = true
      return result
    })
    await evening.settle()
    expect(answered, 'nobody has flushed yet').toBe(false)
    evening.clock.turn(asked + 2_000 - evening.clock.now())
    await evening.settle()
    expect(await answer).toMatchObject({ ok: true })
    writer.types('te laat', { in: pool })
    await evening.settle()
    expect(writer.setAside).toMatchObject([{ code: 'section-locked' }])
  })

  it('[LOCK-3] waits for nobody who only reads, and not for a line that is gone', async () => {
    const evening = await anEvening()
    const reader = await evening.comes(anActor('financialAdviser', 'Ans'))
    const leaver = await evening.comes(noor)
    for (const person of [reader, leaver]) {
      person.doc(pool)
      person.flushes = false
    }
    await evening.settle()
    const answer = evening.room.lock(chef.person, lock(pool), chefsRights)
    await evening.settle()
    evening.goes(leaver)
    await evening.settle()
    expect(await answer).toMatchObject({ ok: true })
  })

  it('[LOCK-4] opens by itself when its time has come, also when nobody was there', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    const until = (evening.clock.now() + 60_000) as Instant
    await chefAsks(evening, lock(pool, until))
    evening.clock.turn(60_000)
    await evening.settle()
    expect(writer.manifest?.sections[0]?.lock).toBeNull()
    writer.types('weer open', { in: pool })
    await evening.settle()
    expect(writer.setAside).toEqual([])
    expect(await sequence(evening)).toEqual(['section:locked', 'section:unlocked', 'edit'])
    await chefAsks(evening, lock(pool, (evening.clock.now() + 1_000) as Instant))
    const later = await anEvening({ log: evening.log, at: evening.clock.now() + 5_000 })
    await later.settle()
    expect((await later.comes(bram)).manifest?.sections[0]?.lock).toBeNull()
  })

  it('[LOCK-5] everyone looks here: all sections but one are locked, and open again one by one', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    writer.doc(fields)
    await chefAsks(evening, { type: 'section:focus', section: pool, reason: '', until: null })
    writer.types('hier', { in: pool })
    writer.types('niet daar', { in: fields })
    await evening.settle()
    expect(writer.setAside).toMatchObject([{ section: fields, code: 'section-locked' }])
    await chefAsks(evening, { type: 'section:unlock', section: fields })
    writer.startsAnew(fields)
    await evening.settle()
    writer.types('nu wel', { in: fields })
    await evening.settle()
    expect(writer.setAside).toHaveLength(1)
    const reader = await evening.comes(bram)
    reader.doc(fields)
    await evening.settle()
    expect(reader.text(fields)).toBe('nu wel')
  })

  it('[LOCK-6] a frozen book takes no edit in any section, and a lock under the ice stays', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    writer.doc(fields)
    await chefAsks(evening, lock(pool))
    await chefAsks(evening, { type: 'book:freeze', reason: '', until: null })
    writer.types('in het ijs', { in: fields })
    await evening.settle()
    expect(writer.setAside).toMatchObject([{ section: fields, code: 'book-frozen' }])
    await chefAsks(evening, { type: 'book:unfreeze' })
    expect(writer.manifest?.freeze).toBeNull()
    expect(writer.manifest?.sections.map((section) => section.lock !== null)).toEqual([true, false])
  })

  it('[LOCK-1] is nobody’s but the Chef’s', async () => {
    const evening = await anEvening()
    const answer = await evening.room.lock(noor.person, lock(pool), {
      role: 'expert',
      write: true,
      order: false,
      remark: false,
    })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-for-your-role' } })
    expect(await sequence(evening)).toEqual([])
  })

  it('[I4] keeps everything after a refused edit with its writer until the page starts the section anew', async () => {
    const evening = await anEvening()
    const writer = await evening.comes(noor)
    writer.doc(pool)
    await evening.settle()
    await chefAsks(evening, lock(pool))
    writer.types('een', { in: pool })
    await evening.settle()
    await chefAsks(evening, { type: 'section:unlock', section: pool })
    writer.types('twee, op een gevolgd', { in: pool })
    await evening.settle()
    expect(writer.setAside, 'told once').toHaveLength(1)
    expect(await sequence(evening)).toEqual(['section:locked', 'section:unlocked'])
    writer.startsAnew(pool)
    writer.types('opnieuw', { in: pool })
    await evening.settle()
    expect(writer.acknowledged.get(pool)?.count).toBe(2)
    expect(await sequence(evening)).toEqual(['section:locked', 'section:unlocked', 'edit'])
  })
})
