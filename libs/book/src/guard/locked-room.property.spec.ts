import { ok, type BookFact } from '@witboek/domain'
import {
  anActor,
  anEvening,
  chanceFrom,
  damaged,
  Forger,
  hostileUpdates,
  pool,
  seedOfToday,
  victimWords,
  type Chance,
  type Evening,
  type Participant,
} from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { syncFrame } from '../wire.ts'

const runs = process.env['PROFILE'] === 'nightly' ? 2_000 : 200
const chef = anActor('chef', 'Willem')
const [noor, bram, kees] = ['Noor', 'Bram', 'Kees'].map((name) => anActor('expert', name)) as [Actor, Actor, Actor]
type Actor = ReturnType<typeof anActor>

/** The bytes of the section, as everybody who joins now gets them. */
async function durable(evening: Evening): Promise<Uint8Array> {
  const reading = evening.room.readDurable(({ docs }) => Y.encodeStateAsUpdate(docs.get(pool) as Y.Doc))
  await evening.settle()
  return (await reading).value
}

async function turns(evening: Evening, locked: boolean): Promise<void> {
  const lock = { chef: chef.person, since: evening.clock.now(), reason: '', until: null }
  const fact: BookFact = locked
    ? { type: 'section:locked', sections: [pool], lock }
    : { type: 'section:unlocked', sections: [pool], by: 'chef' }
  const decided = evening.room.decide(chef.person, () => ok([fact]))
  await evening.settle()
  await decided
}

async function anAttackedEvening(chance: Chance): Promise<number> {
  const evening = await anEvening()
  const first = await evening.comes(noor)
  first.types(victimWords, { in: pool })
  await evening.settle()
  const foreign = first.doc(pool).clientID
  const second = await evening.comes(bram)
  second.doc(pool)
  let attacker = await evening.comes(kees)
  await evening.settle()
  await turns(evening, true)
  const before = await durable(evening)
  let sent = 0
  for (let step = 0; step < 12; step++) {
    const honest = chance.pick([first, second])
    if (chance.below(3) === 0) honest.types('te laat', { in: pool })
    if (chance.below(4) === 0) honest.deletesFirst({ in: pool })
    if (chance.below(3) === 0 && honest.setAside.length > 0) honest.startsAnew(pool)
    attacker = await comesBack(evening, attacker)
    attacker.say(pool, syncFrame(chance.pick(['update', 'step2'] as const), anAttack(chance, attacker, foreign)))
    sent++
    await evening.settle()
  }
  expect(Buffer.compare(await durable(evening), before)).toBe(0)
  const reader = await evening.comes(anActor('expert', 'Ans'))
  reader.doc(pool)
  await evening.settle()
  expect(reader.text(pool)).toBe(victimWords)
  await turns(evening, false)
  reader.types('weer open', { in: pool })
  await evening.settle()
  expect(Buffer.compare(await durable(evening), before), 'the lock was what kept it shut').not.toBe(0)
  expect(evening.failures).toEqual([])
  return sent
}

/** Whose line was ended for what came over it, takes another; whose section was set aside, starts it anew. */
async function comesBack(evening: Evening, attacker: Participant): Promise<Participant> {
  if (!attacker.closedWith) {
    if (attacker.setAside.length > 0) attacker.startsAnew(pool)
    attacker.doc(pool)
    await evening.settle()
    return attacker
  }
  evening.goes(attacker)
  const again = await evening.comes(kees)
  again.doc(pool)
  await evening.settle()
  return again
}

function anAttack(chance: Chance, attacker: Participant, foreign: number): Uint8Array {
  const doc = attacker.doc(pool)
  const own = chance.below(2 ** 32)
  const forged = new Forger(chance, doc).forges([own])
  switch (chance.below(4)) {
    case 0:
      return chance.pick(hostileUpdates).make({ doc, own, foreign })
    case 1:
      return damaged(chance, [forged, Y.encodeStateAsUpdate(doc)])
    default:
      return forged
  }
}

describe('a locked section in a room', () => {
  it(`[LOCK-2] [GUARD-1] keeps every byte, whoever sends whatever, in ${runs} random evenings`, async () => {
    const seed = seedOfToday()
    for (let run = 0; run < runs; run++) {
      try {
        expect(await anAttackedEvening(chanceFrom(seed + run))).toBeGreaterThan(0)
      } catch (cause) {
        throw new Error(`SEED=${seed + run}`, { cause })
      }
    }
  }, 560_000)
})
