import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { PersonId } from '../ids.ts'
import type { Cents } from '../money.ts'
import { auditOf, checkAudit, type PollAudit } from './audit.ts'
import type { Choices } from './ballot.ts'
import { pollKinds, type PollPlan } from './poll-plan.ts'
import { closed, drafted, hashed, hashOf, onePoll, opened, options, people } from './testing/a-poll.ts'
import { anyBox, seedOfToday } from './testing/any-poll.ts'

const program = fileURLToPath(new URL('../../../../docs/record/recount.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'witboek-recount-'))
afterAll(() => rmSync(folder, { recursive: true }))

function recounts(file: unknown, ...more: readonly string[]): { code: number | null; out: string; err: string } {
  const path = join(folder, 'poll.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file, null, 2))
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, path, ...more], { encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

const seed = seedOfToday()
console.info(`seed ${seed}`)
const proofs = fc.sample(
  anyBox.map(({ poll, ballots }) => auditOf(poll, ballots, { from: 12, to: 31 }, hashOf)),
  { seed, numRuns: 25 },
)
const proofWith = (fits: (proof: PollAudit) => boolean): PollAudit => {
  const more = anyBox.map(({ poll, ballots }) => auditOf(poll, ballots, { from: 12, to: 31 }, hashOf)).filter(fits)
  return fc.sample(more, { seed, numRuns: 1 })[0] as PollAudit
}
const singleBox = (visibility: 'open' | 'secret') =>
  proofWith(({ definition: { plan }, ballots, hands }) => {
    return plan.kind === 'single' && plan.visibility === visibility && ballots.length > 4 && hands.length > 0
  })

describe('[POLL-15] what somebody outside can count again', () => {
  it('comes to what was published, for polls of every kind', () => {
    for (const kind of pollKinds) {
      const proof =
        proofs.find(({ definition }) => definition.plan.kind === kind) ??
        proofWith(({ definition }) => definition.plan.kind === kind)
      const { code, out, err } = recounts(proof, proof.ballotsRoot)
      expect({ kind, err, code }).toEqual({ kind, err: '', code: 0 })
      expect(out).toContain(`${proof.definition.plan.question}\n`)
      expect(out).toContain(`${proof.result.cast} of 30 voted; ${proof.result.verdict}`)
      expect(out.endsWith(`Right: ${proof.result.cast} votes in poll poll-1, root ${proof.ballotsRoot}.\n`)).toBe(true)
    }
  })

  it('comes to what was published, for any poll', () => {
    for (const proof of proofs) expect(recounts(proof)).toMatchObject({ code: 0, err: '' })
  })

  /** A poll of ten, of a, b and c, with these ballots. */
  const proofOf = (more: Partial<PollPlan>, ...choices: readonly unknown[]): PollAudit => {
    const priced = options('a', 'b', 'c').map((option) => ({ ...option, amount: 50 as Cents }))
    const poll = onePoll(drafted({ kind: 'single', options: priced, ...more }), opened(people(10)), closed)
    const ballots = choices.map((each, i) => ({ voter: people(10)[i] ?? null, choices: each as Choices }))
    return auditOf(hashed(poll), ballots, { from: 1, to: 2 }, hashOf)
  }
  const a = { option: 'a' }
  const b = { option: 'b' }
  const yes = { option: 'yes' }
  const mix = { kind: 'target_mix', target: 50 as Cents } as const

  it.each<[string, PollAudit, string]>([
    ['a quorum that is just reached', proofOf({ quorum: 30 }, a, a, b), 'chosen: Optie a'],
    ['a quorum that is just not', proofOf({ quorum: 31 }, a, a, b), 'no_quorum'],
    ['a share that is just reached', proofOf({ threshold: 50 }, a, b, a, { option: 'c' }), 'chosen: Optie a'],
    ['a share that is just not', proofOf({ threshold: 51 }, a, b, a, { option: 'c' }), 'below_threshold'],
    [
      'a share beside who abstain',
      proofOf({ kind: 'yes_no', options: [], threshold: 90 }, yes, { option: 'abstain' }),
      'chosen: yes',
    ],
    [
      'a no that needs no share',
      proofOf({ kind: 'yes_no', options: [], threshold: 90 }, { option: 'no' }),
      'chosen: no',
    ],
    ['a tie', proofOf({}, a, b), 'tie: Optie a, Optie b'],
    [
      'several that reach the share',
      proofOf({ kind: 'multiple', threshold: 50 }, { options: ['a', 'b'] }, { options: ['b', 'c'] }),
      'chosen: Optie a, Optie b, Optie c',
    ],
    ['a mix', proofOf(mix, { options: ['a', 'b'] }, { options: ['b'] }), 'chosen: Optie b'],
    ['a mix that could be another', proofOf(mix, { options: ['a', 'b'] }), 'tie: Optie a, Optie b'],
    ['a mix that brings too little', proofOf({ ...mix, target: 51 as Cents }, { options: ['b'] }), 'below_target'],
    ['a block', proofOf({ kind: 'consent', options: [] }, { answer: 'block', reason: 'nee' }), 'no_consent'],
  ])('comes to what was published with %s', (_, proof, verdict) => {
    const { code, out, err } = recounts(proof)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^${proof.result.cast} of 10 voted; ${verdict}$`, 'm'))
  })

  it.each<[string, PollAudit]>([
    ['two answers', proofOf({}, { option: 'a', options: ['b'] })],
    ['more than may be chosen', proofOf({ kind: 'multiple', dots: 1 }, { options: ['a', 'b'] })],
    ['the same twice', proofOf({ kind: 'multiple' }, { options: ['a', 'a'] })],
    ['nothing', proofOf({ kind: 'multiple' }, { options: [] })],
    ['a dot too many', proofOf({ kind: 'dots', dots: 2 }, { dots: { a: 2, b: 1 } })],
    ['fewer dots than none', proofOf({ kind: 'dots', dots: 2 }, { dots: { a: 2, b: -1 } })],
    ['an eleven', proofOf({ kind: 'score' }, { scores: { a: 11 } })],
    ['half a score', proofOf({ kind: 'score' }, { scores: { a: 0.5 } })],
    ['one place twice', proofOf({ kind: 'rank' }, { ranking: ['a', 'a'] })],
    ['a block without a reason', proofOf({ kind: 'consent', options: [] }, { answer: 'block', reason: null })],
    ['a reason to agree', proofOf({ kind: 'consent', options: [] }, { answer: 'agree', reason: 'ja' })],
    ['a word that every object has', proofOf({}, { option: 'toString' })],
  ])('is not right with a ballot that has %s, though all hashes fit it', (_, proof) => {
    const { code, err } = recounts(proof, proof.ballotsRoot)
    expect(err).toContain('A ballot does not go with the poll.')
    expect(code).toBe(1)
    expect(checkAudit(proof, hashOf)).toContain('ballot')
  })

  it('shows a table', () => {
    const proof = singleBox('open')
    const [row] = proof.result.options as [PollAudit['result']['options'][number]]
    const label = proof.definition.plan.options[0]?.label ?? ''
    expect(recounts(proof).out).toMatch(new RegExp(`^ +${label} +${row.count} +${row.share?.toFixed(1)} %$`, 'm'))
  })

  const changed = (proof: PollAudit, change: (copy: Record<keyof PollAudit, never>) => unknown): PollAudit => {
    const copy = structuredClone(proof) as PollAudit
    change(copy as never)
    return copy
  }
  type Change = (copy: { -readonly [Name in keyof PollAudit]: PollAudit[Name] }) => unknown
  const another = (option: string, of: PollAudit): string =>
    of.definition.plan.options.find(({ id }) => id !== option)?.id ?? ''
  const optionIn = ({ ballots }: PollAudit, at: number) => (ballots[at]?.choices as { option: string }).option

  it.each<[string, Change, RegExp]>([
    [
      'a vote is another',
      (copy) =>
        (copy.ballots = copy.ballots.with(1, {
          voter: copy.ballots[1]?.voter ?? null,
          choices: { option: another(optionIn(copy, 1), copy) },
        })),
      /the root is another[^]*do not add up[^]*does not follow/,
    ],
    ['a vote is left out', (copy) => (copy.ballots = copy.ballots.slice(1)), /the root is another/],
    ['a vote comes twice', (copy) => (copy.ballots = [...copy.ballots, ...copy.ballots.slice(-1)]), /voted twice/],
    ['two voters change places', (copy) => (copy.ballots = copy.ballots.toReversed()), /not in their order/],
    [
      'a vote is for nothing there is',
      (copy) =>
        (copy.ballots = copy.ballots.with(0, { voter: copy.ballots[0]?.voter ?? null, choices: { option: 'x' } })),
      /does not go with/,
    ],
    [
      'a voter has no name',
      (copy) => (copy.ballots = copy.ballots.map((ballot) => ({ ...ballot, voter: null }))),
      /A voter is missing/,
    ],
    [
      'hands are fewer than they were',
      (copy) => (copy.hands = copy.hands.map((block) => ({ ...block, cast: block.cast + 1 }))),
      /hands do not add up/,
    ],
    [
      'the question is another',
      (copy) => (copy.definition = { ...copy.definition, plan: { ...copy.definition.plan, question: 'Anders?' } }),
      /The question/,
    ],
    ['it is of another poll', (copy) => (copy.poll = 'poll-2' as typeof copy.poll), /of another poll/],
    [
      'a count is another',
      (copy) => (copy.counts = { ...copy.counts, 'chose:b': 99 }),
      /^NOT RIGHT: The votes do not add up to the counts\.\n$/,
    ],
    [
      'the result is another',
      (copy) => (copy.result = { ...copy.result, winners: ['x'] }),
      /^NOT RIGHT: The result does not follow/,
    ],
    ['fewer people might vote', (copy) => (copy.electorateSize = 3), /more votes than people/],
    ['the root is another', (copy) => (copy.ballotsRoot = 'f'.repeat(64)), /^NOT RIGHT: A ballot was changed/],
    ['it ends before it begins', (copy) => (copy.events = { from: 9, to: 3 }), /range of events/],
  ])('is not right when %s', (_, change, words) => {
    const { code, err } = recounts(changed(singleBox('open'), change as never))
    expect(err).toMatch(words)
    expect(code).toBe(1)
  })

  it('is not right when a secret poll has a name in it', () => {
    const named: Change = (copy) =>
      (copy.ballots = copy.ballots.map((one) => ({ ...one, voter: 'person-01' as PersonId })))
    const { code, err } = recounts(changed(singleBox('secret'), named as never))
    expect(err).toMatch(/named in a secret poll/)
    expect(code).toBe(1)
  })

  it('is not right beside another root, also when it was made anew as a whole', () => {
    const { code, err } = recounts(singleBox('open'), 'f'.repeat(64))
    expect(err).toBe('NOT RIGHT: The root is not the one that stands on the record.\n')
    expect(code).toBe(1)
  })

  it.each<[string, string]>([
    ['no JSON', 'hello'],
    ['nothing', 'null'],
    ['something else', '{"head": "3f2a"}'],
  ])('is not right when the file is %s', (_, file) => {
    const { code, err } = recounts(file)
    expect(err).toMatch(/^NOT RIGHT: The file is not the proof of a poll/)
    expect(code).toBe(1)
  })
})
