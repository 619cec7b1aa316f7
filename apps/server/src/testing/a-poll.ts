import { randomUUID } from 'node:crypto'
import {
  meetingCommandPath,
  pollPath,
  type MeetingNow,
  type OwnBallotAnswer,
  type PollCommandName,
  type PollQuestion,
  type PollShown,
  type ProblemCode,
} from '@witboek/contract'
import type { PollAudit, PollId, PollPlan } from '@witboek/domain'
import { aPlan } from '@witboek/testkit'
import type { Browser, Seen } from './a-browser.ts'
import type { Evening } from './an-evening.ts'

export interface PollAtEvening {
  readonly id: PollId
  /** A command by somebody, or by the Chef of the evening. */
  does(name: PollCommandName, fields?: object, by?: Browser): Promise<Seen>
  /** In an open or named poll; each time a new wish, unless `key` says otherwise. */
  casts(by: Browser, choices: unknown, key?: string): Promise<Seen>
  castsInSecret(by: Browser, choices: unknown): Promise<Seen>
  asks(by: Browser, question: PollQuestion): Promise<Seen>
  own(by: Browser): Promise<OwnBallotAnswer>
  audit(by: Browser): Promise<PollAudit>
  /** As everybody at the meeting sees it. */
  shownTo(by: Browser): Promise<PollShown>
}

/** A poll that the Chef has opened, unless `opens` says otherwise. */
export async function aPoll(
  evening: Pick<Evening, 'id' | 'chef'>,
  plan: Partial<PollPlan> = {},
  { opens = true } = {},
): Promise<PollAtEvening> {
  const poll = thePoll(evening, randomUUID() as PollId)
  must(await poll.does('poll:draft', { plan: aPlan(plan), item: null }))
  if (opens) must(await poll.does('poll:open'))
  return poll
}

/** Commands and questions about a poll, whether it is there or not. */
export function thePoll({ id: meeting, chef }: Pick<Evening, 'id' | 'chef'>, id: PollId): PollAtEvening {
  const does: PollAtEvening['does'] = (name, fields = {}, by = chef) =>
    by.commands(meetingCommandPath(name), { meeting, poll: id, ...fields })
  const asks: PollAtEvening['asks'] = (by, question) => by.goes(pollPath(meeting, id, question))
  return {
    id,
    does,
    asks,
    casts: (by, choices, key = randomUUID()) => does('poll:cast', { key, choices }, by),
    castsInSecret: (by, choices) => does('poll:cast-secret', { choices }, by),
    own: async (by) => must(await asks(by, 'own')).body as OwnBallotAnswer,
    audit: async (by) => must(await asks(by, 'audit')).body as PollAudit,
    async shownTo(by) {
      const { hall } = must(await by.goes(`/api/meetings/${meeting}/now`)).body as MeetingNow
      const shown = hall.polls.find((other) => other.id === id)
      if (!shown) throw new Error(`nobody sees poll ${id}`)
      return shown
    },
  }
}

/** What was answered, or the code of the refusal. */
export const codeOf = ({ body }: Seen): ProblemCode | undefined =>
  (body as { type?: string } | null)?.type?.replace('/problems/', '') as ProblemCode | undefined

export function must(seen: Seen): Seen {
  if (seen.status !== 200) throw new Error(`answered with ${seen.status}: ${JSON.stringify(seen.body)}`)
  return seen
}
