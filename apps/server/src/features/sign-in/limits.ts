import { refuse, type Result } from '@witboek/domain'
import type { AttemptLimit, Attempts } from '@witboek/live'
import type { Request } from 'express'
import { visitorAddress } from '../../http/visitor-address.ts'

/** Per address on the network (in ten minutes): a hall of 300 people has one, and some of them try twice. */
const perHall: AttemptLimit = { max: 600, within: 10 * 60_000 }

/** Of everybody together: more than this is no town that comes in. */
const overall: AttemptLimit = { max: 6_000, within: 10 * 60_000 }

/** Why this may not be tried now; `null` when it may. */
export async function tooMany(
  attempts: Attempts,
  what: string,
  request: Request,
): Promise<Extract<Result<never>, { ok: false }> | null> {
  // Who is over the limit of their address uses nothing up of what there is for everybody.
  const wait =
    (await attempts.take(`${what} from ${visitorAddress(request)}`, perHall)) || (await attempts.take(what, overall))
  return wait > 0 ? refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) }) : null
}
