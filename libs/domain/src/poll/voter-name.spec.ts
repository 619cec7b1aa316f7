import { describe, expect, it } from 'vitest'
import type { PollId } from '../ids.ts'
import { auditOf, checkAudit, recountOf } from './audit.ts'
import { closed, confirmed, drafted, entered, hashOf, onePoll, opened, people } from './testing/a-poll.ts'
import { voterName, withVoterNames } from './voter-name.ts'

const twelve = people(12)
const [ann, bob] = twelve
if (!ann || !bob) throw new Error('nobody votes')
const openings = [opened(twelve), entered({ yes: 4, no: 2 }, twelve.slice(6)), confirmed, closed] as const
const [opening, ...rest] = openings
const open = onePoll(drafted(), { ...opening, voterKey: 'key-by-chance' } as typeof opening, ...rest)

describe('[POLL-16] the name of a ballot in the published proof', () => {
  it('leads to nobody in an open poll, and not from one poll to another', () => {
    const name = voterName(open, ann, hashOf)
    expect(name).toMatch(/^[0-9a-f]{32}$/)
    expect(name).not.toBe(hashOf(ann).slice(0, 32))
    expect(voterName({ ...open, id: 'poll-2' as PollId }, ann, hashOf)).not.toBe(name)
    expect(voterName({ ...open, voterKey: 'another-key' }, ann, hashOf)).not.toBe(name)
    expect(voterName(open, bob, hashOf)).not.toBe(name)
    expect(voterName(open, ann, hashOf)).toBe(name)
  })

  it('is the number of the voter in a named poll, and none in a secret one', () => {
    expect(voterName({ ...open, visibility: 'named' }, ann, hashOf)).toBe(ann)
    expect(voterName({ ...open, visibility: 'secret' }, ann, hashOf)).toBeNull()
  })

  it('is never made without its key', () => {
    expect(() => voterName({ ...open, voterKey: null }, ann, hashOf)).toThrow('has no key')
  })

  it('changes nothing of the count, and no number of a person is left in the proof', () => {
    const ballots = twelve.slice(0, 3).map((person) => ({ person, choices: { option: 'yes' } }))
    const shown = withVoterNames(open, ballots, hashOf)
    const proof = auditOf(shown.poll, shown.ballots, { from: 1, to: 9 }, hashOf)
    expect(proof.counts).toEqual({ 'chose:yes': 7, 'chose:no': 2 })
    expect(recountOf(shown.poll, shown.ballots, hashOf).ballotsRoot).toBe(proof.ballotsRoot)
    expect(checkAudit({ ...proof, definitionHash: hashOf('') }, hashOf)).toEqual(['definition'])
    const said = JSON.stringify(proof)
    expect(twelve.filter((person) => said.includes(person))).toEqual([])
    const mine = voterName(open, ann, hashOf)
    expect(proof.ballots.filter(({ voter }) => voter === mine)).toEqual([{ voter: mine, choices: { option: 'yes' } }])
  })

  it('stays away from ballots that are nobody’s', () => {
    const secret = { ...open, visibility: 'secret' as const }
    const shown = withVoterNames(secret, [{ person: null, choices: { option: 'yes' } }], hashOf)
    expect(shown.ballots).toEqual([{ voter: null, choices: { option: 'yes' } }])
  })
})
