import { joinCode, ok, refuse, type Frame, type Meeting, type Result, type Theme } from '@witboek/domain'
import type { AttemptLimit, Attempts } from '@witboek/live'
import type { Hands } from '../../http/hands.ts'

const within = 10 * 60_000

/**
 * Wrong codes. A hall of 300 people mistypes behind one address, twice each. A code is one of 19^6 = 47 045 881: in an
 * evening of four hours one address tries 14 400 of them, which finds a given meeting once in 3 000 evenings; and everybody
 * together 144 000, which is once in 300. What is won is a place on a list, where a Chef looks at the name (GUEST-3).
 */
const perAddress: AttemptLimit = { max: 600, within }
const together: AttemptLimit = { max: 6_000, within }

/** The open meeting that a code leads to, with its theme. */
interface BehindCode {
  readonly meeting: Meeting
  readonly frame: Frame
  readonly theme: Theme
}

/**
 * Only wrong codes count, and right ones wait too when there were too many: else a guesser would learn from the difference.
 */
export async function behindCode(
  { store, live: { attempts } }: Pick<Hands, 'store' | 'live'>,
  typed: string,
  address: string,
): Promise<Result<BehindCode>> {
  const limits = [
    [`wrong codes from ${address}`, perAddress],
    ['wrong codes', together],
  ] as const
  const code = joinCode(typed)
  // What cannot be a code is no guess.
  if (code === null) return refuse({ code: 'code-not-valid' })
  const wait = await longest(limits, (name, limit) => attempts.left(name, limit))
  if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) })
  const [meeting, frame] = [await store.meetings.byCode(code), await store.dialogues.current()]
  const theme = frame?.themes.find(({ id }) => id === meeting?.theme)
  if (meeting && frame && theme && meeting.dialogue === frame.dialogue.id) return ok({ meeting, frame, theme })
  await longest(limits, (name, limit) => attempts.take(name, limit))
  return refuse({ code: 'code-not-valid' })
}

async function longest(limits: readonly (readonly [string, AttemptLimit])[], ask: Attempts['take']): Promise<number> {
  return Math.max(...(await Promise.all(limits.map(([name, limit]) => ask(name, limit)))))
}
