import fc from 'fast-check'
import type { HandsId } from '../../ids.ts'
import type { Cents } from '../../money.ts'
import { soundChoices, type Choices } from '../ballot.ts'
import type { CountedBallot } from '../audit.ts'
import { handsKinds } from '../hands.ts'
import type { HandsBlock, Poll } from '../poll.ts'
import { optionsOf, pollKinds, thresholdKinds, type PollPlan } from '../poll-plan.ts'
import { chef, closed, drafted, hashed, onePoll, opened, options, people, plan, second } from './a-poll.ts'

/** `SEED` repeats a run. Specs print it. */
export const seedOfToday = (): number => Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** A plan of any kind, with settings that go with it. */
export const anyPlan: fc.Arbitrary<PollPlan> = fc
  .record({
    kind: fc.constantFrom(...pollKinds),
    number: fc.integer({ min: 2, max: 5 }),
    visibility: fc.constantFrom('named' as const, 'open' as const, 'secret' as const),
    quorum: fc.option(fc.integer({ min: 1, max: 100 })),
    threshold: fc.option(fc.integer({ min: 1, max: 100 })),
    amount: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ kind, number, visibility, quorum, threshold, amount }) => {
    const ids = ['constructor', 'b', '3', 'd', 'e'].slice(0, number)
    const own = kind === 'temperature' || kind === 'consent' || kind === 'yes_no'
    const isMix = kind === 'target_mix'
    return plan({
      kind,
      visibility,
      quorum,
      threshold: thresholdKinds.includes(kind) ? threshold : null,
      options: own ? [] : options(...ids).map((one, i) => ({ ...one, amount: isMix ? ((amount + i) as Cents) : null })),
      dots: kind === 'dots' ? 4 : kind === 'multiple' ? 2 : null,
      target: isMix ? ((amount * 2) as Cents) : null,
    })
  })

/** Any ballot that goes with this plan, as it is kept. */
export function anyChoices(of: PollPlan): fc.Arbitrary<Choices> {
  const ids = optionsOf(of)
  const some = (minLength: number, maxLength = ids.length) => fc.shuffledSubarray([...ids], { minLength, maxLength })
  const numbered = (least: number, most: number) =>
    some(1, least === 1 ? 2 : ids.length).chain((chosen) =>
      fc
        .tuple(...chosen.map(() => fc.integer({ min: least, max: most })))
        .map((numbers) => Object.fromEntries(chosen.map((id, i) => [id, numbers[i]]))),
    )
  const raw: { readonly [Kind in PollPlan['kind']]: () => fc.Arbitrary<unknown> } = {
    temperature: () => fc.constantFrom(...ids).map((option) => ({ option })),
    yes_no: () => fc.constantFrom(...ids).map((option) => ({ option })),
    single: () => fc.constantFrom(...ids).map((option) => ({ option })),
    consent: () =>
      fc
        .constantFrom(...ids)
        .chain((answer) =>
          fc
            .constantFrom('te duur', 'kan niet')
            .map((reason) => ({ answer, reason: answer === 'block' ? reason : null })),
        ),
    multiple: () => some(1, of.dots ?? ids.length).map((chosen) => ({ options: chosen })),
    target_mix: () => some(0).map((chosen) => ({ options: chosen })),
    dots: () => numbered(1, Math.floor((of.dots ?? 0) / 2)).map((dots) => ({ dots })),
    score: () => numbered(0, 10).map((scores) => ({ scores })),
    rank: () => some(1).map((ranking) => ({ ranking })),
  }
  return raw[of.kind]().map((choices) => {
    const sound = soundChoices(of, choices)
    if (!sound.ok) throw new Error(`not a ballot for ${of.kind}: ${JSON.stringify(choices)}`)
    return sound.value
  })
}

/** A poll that is closed, with hands where it can have them, and all that lies in its box. */
export const anyBox: fc.Arbitrary<{ readonly poll: Poll; readonly ballots: readonly CountedBallot[] }> = anyPlan.chain(
  (of) => {
    const electorate = people(30)
    const poll = hashed(onePoll(drafted(of), opened(electorate), closed))
    return fc
      .record({
        ballots: fc.array(anyChoices(of), { maxLength: 22 }),
        raised: fc.array(fc.constantFrom(...optionsOf(of)), { maxLength: 8 }),
      })
      .map(({ ballots, raised }) => ({
        poll: { ...poll, hands: handsKinds.includes(of.kind) && raised.length > 0 ? [block(raised)] : [] },
        ballots: ballots.map((choices, i) => ({
          voter: of.visibility === 'secret' ? null : (electorate[i] ?? null),
          choices,
        })),
      }))
  },
)

/** The last of the thirty raise their hands. */
function block(raised: readonly string[]): HandsBlock {
  const counts: Record<string, number> = {}
  for (const option of raised) counts[option] = (Object.hasOwn(counts, option) ? (counts[option] as number) : 0) + 1
  const voters = people(30).slice(-raised.length)
  return { id: 'hands-1' as HandsId, state: 'confirmed', counts, voters, enteredBy: chef, checkedBy: second }
}
