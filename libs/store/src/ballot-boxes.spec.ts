import type { Choices, Instant, MeetingId, PersonId, PollId } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import type { BallotBoxes } from './ports/index.ts'
import { everyStore } from './testing/every-store.ts'

const now = 1_301_680_800_000 as Instant
const poll = 'poll' as PollId
const other = 'other-poll' as PollId
const meeting = 'meeting' as MeetingId
const [anna, bram, cora] = ['anna', 'bram', 'cora'] as PersonId[] as [PersonId, PersonId, PersonId]
const open = { poll, meeting, secret: false }
const secret = { poll, meeting, secret: true }

/** What a ballot says does not matter to a box. */
const ballot = (person: PersonId, choices: unknown, key = `${JSON.stringify(choices)} of ${person}`, at = now) =>
  ({ poll, person, key, choices: choices as Choices, mode: 'room', at }) as const
const inSecret = (person: PersonId, choices: unknown) =>
  ({ poll, person, choices: choices as Choices, mode: 'remote' }) as const
const rollOf = async (boxes: BallotBoxes) => (await boxes.roll(poll)).map(({ person, how }) => `${person} ${how}`)

describe.each(everyStore)('the box of an open or named poll, %s', (_, aPlace) => {
  const aBox = async () => {
    const { ballotBoxes } = await (await aPlace())()
    await ballotBoxes.open(open)
    return ballotBoxes
  }

  it('is opened once, and stays what it is', async () => {
    const boxes = await aBox()
    expect(await boxes.find(poll)).toEqual({ ...open, state: 'open', cast: 0 })
    await boxes.cast(ballot(anna, 'yes'))
    await boxes.open(open)
    expect(await boxes.find(poll)).toEqual({ ...open, state: 'open', cast: 1 })
    await boxes.close(poll)
    await boxes.open(open)
    expect(await boxes.find(poll)).toEqual({ ...open, state: 'closed', cast: 1 })
    await expect(boxes.open(secret), 'secrecy never changes').rejects.toThrow(/secret/)
    await expect(boxes.castSecret(inSecret(bram, 'yes'))).rejects.toThrow(/secret/)
    expect(await boxes.find(other)).toBeNull()
    const elsewhere = boxes.open({ ...open, meeting: 'another meeting' as MeetingId })
    await expect(elsewhere, 'and it is of one meeting').rejects.toThrow(/of another meeting/)
    expect(await boxes.find(poll)).toMatchObject({ meeting })
  })

  it('[POLL-7] takes another ballot of the same person as a new version, and the last one counts', async () => {
    const boxes = await aBox()
    expect(await boxes.cast(ballot(anna, ['pool']))).toEqual({ outcome: 'cast', version: 1, before: null })
    await boxes.cast(ballot(bram, { score: [1, 5] }))
    const changed = { ...ballot(anna, ['hall'], 'k', (now + 5) as Instant), mode: null }
    expect(await boxes.cast(changed)).toEqual({ outcome: 'cast', version: 2, before: ['pool'] })
    const counts = { person: anna, version: 2, choices: ['hall'], mode: null, at: now + 5 }
    expect(await boxes.ballots(poll)).toEqual([
      counts,
      { person: bram, version: 1, choices: { score: [1, 5] }, mode: 'room', at: now },
    ])
    expect(await boxes.history(poll, anna)).toEqual([
      { person: anna, version: 1, choices: ['pool'], mode: 'room', at: now },
      counts,
    ])
    expect(await boxes.versions(poll)).toEqual(
      new Map([
        [anna, 2],
        [bram, 1],
      ]),
    )
    expect(await boxes.find(poll)).toMatchObject({ cast: 2 })
    expect(await boxes.roll(poll)).toEqual([
      { person: anna, how: 'ballot', mode: null },
      { person: bram, how: 'ballot', mode: 'room' },
    ])
    expect([await boxes.history(poll, cora), await boxes.ballots(other)]).toEqual([[], []])
  })

  it('[POLL-17] knows a retry by its key, also of a ballot that was changed since, and after closing', async () => {
    const boxes = await aBox()
    await boxes.cast(ballot(anna, 'yes', 'first'))
    expect(await boxes.cast(ballot(anna, 'yes', 'first'))).toEqual({ outcome: 'again', version: 1 })
    await boxes.cast(ballot(anna, 'no', 'second'))
    expect(await boxes.cast(ballot(anna, 'yes', 'first'))).toEqual({ outcome: 'again', version: 1 })
    expect(await boxes.cast(ballot(bram, 'yes', 'first')), 'a key of somebody else').toMatchObject({ version: 1 })
    await boxes.close(poll)
    expect(await boxes.cast(ballot(anna, 'no', 'second'))).toEqual({ outcome: 'again', version: 2 })
    expect((await boxes.ballots(poll)).map(({ choices }) => choices)).toEqual(['no', 'yes'])
  })

  it('[POLL-5] takes nothing once it is closed, or when it is not there', async () => {
    const boxes = await aBox()
    await boxes.cast(ballot(anna, 'yes'))
    expect([await boxes.close(poll), await boxes.close(poll), await boxes.close(other)]).toEqual([true, false, false])
    expect(await boxes.cast(ballot(anna, 'no'))).toEqual({ outcome: 'closed' })
    expect(await boxes.cast(ballot(bram, 'no'))).toEqual({ outcome: 'closed' })
    expect(await boxes.cast({ ...ballot(bram, 'no'), poll: other })).toEqual({ outcome: 'closed' })
    expect(await rollOf(boxes)).toEqual(['anna ballot'])
  })

  it('[POLL-12] has nobody vote both by hand and on a screen', async () => {
    const boxes = await aBox()
    await boxes.cast(ballot(bram, 'yes'))
    expect(await boxes.byHand(poll, [anna, bram, cora]), 'one has voted: nobody is struck').toEqual([bram])
    expect(await boxes.cast(ballot(anna, 'yes'))).toMatchObject({ outcome: 'cast' })
    expect(await boxes.byHand(poll, [cora])).toEqual([])
    expect(await boxes.byHand(poll, [cora]), 'said twice').toEqual([])
    expect(await boxes.cast(ballot(cora, 'yes'))).toEqual({ outcome: 'by-hand' })
    expect(await rollOf(boxes)).toEqual(['anna ballot', 'bram ballot', 'cora hand'])
    expect(await boxes.find(poll)).toMatchObject({ cast: 2 })
    const dirk = 'dirk' as PersonId
    const voted = () => Promise.all([anna, cora, dirk].map((person) => boxes.voted(poll, person)))
    expect(await voted()).toEqual(['ballot', 'hand', null])
    await boxes.byHand(poll, [dirk])
    await boxes.notByHand(poll, [cora, dirk])
    expect(await voted()).toEqual(['ballot', null, null])
    expect(await boxes.cast(ballot(cora, 'yes'))).toMatchObject({ outcome: 'cast' })
    await boxes.close(poll)
    expect(await boxes.byHand(poll, [bram, dirk]), 'put right after closing').toEqual([bram])
    expect(await boxes.byHand(poll, [dirk])).toEqual([])
    expect(await rollOf(boxes)).toEqual(['anna ballot', 'bram ballot', 'cora ballot', 'dirk hand'])
    await expect(boxes.byHand(other, [cora]), 'there is no such box').rejects.toThrow(other)
  })

  it('[PRIVACY-2] gives everybody their own ballots, and nobody else’s', async () => {
    const boxes = await aBox()
    await boxes.open({ ...open, poll: other })
    for (const choices of ['yes', 'no']) await boxes.cast(ballot(anna, choices))
    await boxes.cast(ballot(bram, 'yes'))
    await boxes.byHand(other, [anna])
    const own = { person: anna, poll, mode: 'room', at: now }
    expect(await boxes.of(anna)).toEqual({
      ballots: [
        { ...own, version: 1, choices: 'yes' },
        { ...own, version: 2, choices: 'no' },
      ],
      tookPart: [{ poll: other, how: 'hand', mode: 'room' }],
    })
    expect(await boxes.of(cora)).toEqual({ ballots: [], tookPart: [] })
  })

  it('[POLL-7] counts each of 220 people once, however they come, and one person 50 times at once as one', async () => {
    const boxes = await aBox()
    const hall = Array.from({ length: 220 }, (_, i) => `person-${String(i).padStart(3, '0')}` as PersonId)
    const answers = await Promise.all([
      ...hall.map((person, i) => boxes.cast(ballot(person, i % 3))),
      ...Array.from({ length: 50 }, () => boxes.cast(ballot(anna, 'yes', 'one wish'))),
    ])
    expect(answers.slice(0, 220).every(({ outcome }) => outcome === 'cast')).toBe(true)
    expect(answers.slice(220).filter(({ outcome }) => outcome === 'cast')).toHaveLength(1)
    expect(answers.slice(220).filter(({ outcome }) => outcome === 'again')).toHaveLength(49)
    expect(await boxes.find(poll)).toMatchObject({ cast: 221 })
    const counted = await boxes.ballots(poll)
    expect(counted.map(({ person }) => person)).toEqual([anna, ...hall])
    expect(counted.slice(1).map(({ choices }) => choices)).toEqual(hall.map((_, i) => i % 3))
  })

  it('[POLL-7] puts 50 changes at once in one order', async () => {
    const boxes = await aBox()
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => boxes.cast(ballot(anna, i))))
    const versions = await boxes.history(poll, anna)
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
    for (const [i, answer] of answers.entries()) {
      if (answer.outcome !== 'cast') throw new Error(answer.outcome)
      expect(versions[answer.version - 1]?.choices).toBe(i)
      expect(answer.before).toBe(versions[answer.version - 2]?.choices ?? null)
    }
  })
})

describe.each(everyStore)('the box of a secret poll, %s', (_, aPlace) => {
  const aBox = async () => {
    const { ballotBoxes } = await (await aPlace())()
    await ballotBoxes.open(secret)
    return ballotBoxes
  }

  it('[POLL-7] takes one ballot of everybody, for good', async () => {
    const boxes = await aBox()
    expect(await boxes.castSecret(inSecret(bram, ['yes']))).toBe('cast')
    expect(await boxes.castSecret(inSecret(bram, ['no']))).toBe('already')
    expect(await boxes.castSecret(inSecret(anna, { no: true }))).toBe('cast')
    await expect(boxes.cast(ballot(cora, 'yes'))).rejects.toThrow(/secret/)
    expect(await boxes.find(poll)).toEqual({ ...secret, state: 'open', cast: 2 })
    expect(await boxes.close(poll)).toBe(true)
    expect(await boxes.close(poll)).toBe(false)
    expect(await boxes.find(poll)).toEqual({ ...secret, state: 'closed', cast: 2 })
    expect(await boxes.castSecret(inSecret(bram, ['no'])), 'a retry').toBe('already')
    expect(await boxes.castSecret(inSecret(cora, ['no']))).toBe('closed')
    expect(await boxes.castSecret({ ...inSecret(cora, ['no']), poll: other })).toBe('closed')
    const ballots = await boxes.secretBallots(poll)
    expect(ballots.map(({ id }) => id)).toEqual(ballots.map(({ id }) => id).toSorted())
    expect(ballots.map(({ choices }) => JSON.stringify(choices)).toSorted()).toEqual(['["yes"]', '{"no":true}'])
    for (const each of ballots) expect(Object.keys(each)).toEqual(['id', 'choices'])
    expect(await boxes.roll(poll)).toEqual([
      { person: anna, how: 'ballot', mode: 'remote' },
      { person: bram, how: 'ballot', mode: 'remote' },
    ])
  })

  it('[POLL-18] shows nothing of ballots and roll until it is closed, but to voters that they voted', async () => {
    const boxes = await aBox()
    await boxes.castSecret(inSecret(anna, 'yes'))
    await boxes.byHand(poll, [bram])
    const read = async () => [
      await boxes.secretBallots(poll),
      await boxes.ballots(poll),
      await boxes.history(poll, anna),
    ]
    expect(await read()).toEqual([[], [], []])
    expect(await rollOf(boxes)).toEqual(['bram hand'])
    expect(await boxes.of(anna)).toEqual({ ballots: [], tookPart: [] })
    expect(await boxes.voted(poll, anna)).toBe('ballot')
    await boxes.close(poll)
    expect(await boxes.voted(poll, anna)).toBe('ballot')
    expect(await rollOf(boxes)).toEqual(['anna ballot', 'bram hand'])
    expect(await boxes.of(anna)).toEqual({ ballots: [], tookPart: [{ poll, how: 'ballot', mode: 'remote' }] })
  })

  it('[POLL-12] has nobody vote both by hand and on a screen', async () => {
    const boxes = await aBox()
    await boxes.castSecret(inSecret(bram, 'yes'))
    expect(await boxes.byHand(poll, [anna, bram])).toEqual([bram])
    expect(await boxes.byHand(poll, [anna])).toEqual([])
    expect(await boxes.castSecret(inSecret(anna, 'yes'))).toBe('by-hand')
    await boxes.byHand(poll, [cora])
    await boxes.notByHand(poll, [cora])
    expect(await boxes.castSecret(inSecret(cora, 'yes'))).toBe('cast')
    await boxes.close(poll)
    expect(await boxes.byHand(poll, [bram, anna])).toEqual([bram])
    expect(await rollOf(boxes)).toEqual(['anna hand', 'bram ballot', 'cora ballot'])
  })

  it('[POLL-18] keeps polls apart, also those that are open at the same time', async () => {
    const boxes = await aBox()
    await boxes.open({ ...secret, poll: other })
    await boxes.castSecret(inSecret(anna, 'yes'))
    await boxes.castSecret({ ...inSecret(anna, 'no'), poll: other })
    await boxes.close(poll)
    expect(await boxes.castSecret({ ...inSecret(bram, 'no'), poll: other })).toBe('cast')
    expect(await boxes.find(other)).toMatchObject({ state: 'open', cast: 2 })
    expect((await boxes.secretBallots(poll)).map(({ choices }) => choices)).toEqual(['yes'])
    await boxes.close(other)
    expect((await boxes.secretBallots(other)).map(({ choices }) => choices)).toEqual(['no', 'no'])
  })

  it('[POLL-7] counts each of 220 people once, and one person 50 times at once as one', async () => {
    const boxes = await aBox()
    const hall = Array.from({ length: 220 }, (_, i) => `person-${i}` as PersonId)
    const answers = await Promise.all([
      ...hall.map((person, i) => boxes.castSecret(inSecret(person, i % 3))),
      ...Array.from({ length: 50 }, () => boxes.castSecret(inSecret(anna, 1))),
    ])
    expect(answers.filter((answer) => answer === 'cast')).toHaveLength(221)
    expect(answers.filter((answer) => answer === 'already')).toHaveLength(49)
    await boxes.close(poll)
    expect(await boxes.secretBallots(poll)).toHaveLength(221)
    expect(await boxes.roll(poll)).toHaveLength(221)
  })
})

describe.each(everyStore)('a box that is closed while people vote, %s', (_, aPlace) => {
  it.each([false, true])(
    '[POLL-17] has every ballot that was acknowledged, and no other (secret: %s)',
    async (isSecret) => {
      const { ballotBoxes: boxes } = await (await aPlace())()
      for (let round = 0; round < 5; round++) {
        const at = `poll-${round}` as PollId
        await boxes.open({ poll: at, meeting, secret: isSecret })
        const voters = Array.from({ length: 40 }, (_, i) => `person-${String(i).padStart(2, '0')}` as PersonId)
        let closed = false
        const casting = voters.map(async (person, i) => {
          if (i === 20) return { person, outcome: (closed = await boxes.close(at)) }
          const outcome = isSecret
            ? await boxes.castSecret({ ...inSecret(person, person), poll: at })
            : (await boxes.cast({ ...ballot(person, person), poll: at })).outcome
          return { person, outcome }
        })
        const acknowledged = (await Promise.all(casting)).filter(({ outcome }) => outcome === 'cast')
        expect(closed).toBe(true)
        const kept = isSecret ? await boxes.secretBallots(at) : await boxes.ballots(at)
        expect(kept.map(({ choices }) => choices).toSorted()).toEqual(
          acknowledged.map(({ person }) => person).toSorted(),
        )
        expect((await boxes.roll(at)).map(({ person }) => person)).toEqual(acknowledged.map(({ person }) => person))
        expect(await boxes.find(at)).toMatchObject({ state: 'closed', cast: acknowledged.length })
      }
    },
  )
})

describe.each(everyStore)('ballots within one change, %s', (_, aPlace) => {
  it('[POLL-17] stand or fall with it', async () => {
    const store = await (await aPlace())()
    await store.together(async ({ ballotBoxes }) => {
      await ballotBoxes.open(open)
      await ballotBoxes.open({ ...secret, poll: other })
      await ballotBoxes.castSecret({ ...inSecret(anna, 'yes'), poll: other })
    })
    const broken = store.together(async ({ ballotBoxes }) => {
      await ballotBoxes.cast(ballot(anna, 'yes'))
      await ballotBoxes.castSecret({ ...inSecret(bram, 'yes'), poll: other })
      await ballotBoxes.byHand(poll, [cora])
      await ballotBoxes.close(other)
      throw new Error('cut off')
    })
    await expect(broken).rejects.toThrow('cut off')
    expect(await store.ballotBoxes.ballots(poll)).toEqual([])
    expect(await store.ballotBoxes.roll(poll)).toEqual([])
    expect(await store.ballotBoxes.find(other)).toMatchObject({ state: 'open', cast: 1 })
    expect(await store.together(({ ballotBoxes }) => ballotBoxes.close(other))).toBe(true)
    expect(await store.ballotBoxes.secretBallots(other)).toMatchObject([{ choices: 'yes' }])
  })
})
