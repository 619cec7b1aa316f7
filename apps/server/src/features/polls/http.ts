import {
  meetingCommandPath,
  MeetingIdOnWire,
  PersonIdOnWire,
  PollIdOnWire,
  pollCommandSchema,
  type PollCommandName,
  type PollQuestion,
} from '@witboek/contract'
import type { MeetingId, PersonId, PollId, Result } from '@witboek/domain'
import express, { type Request, type Router } from 'express'
import type { z } from 'zod'
import { page } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import type { Visitor } from '../../login/visitors.ts'
import { castBallot } from './cast-ballot.ts'
import { castSecretBallot } from './cast-secret-ballot.ts'
import { confirmTheHands, enterTheHands, rejectTheHands } from './count-hands.ts'
import {
  changeThePoll,
  closeThePoll,
  draftThePoll,
  dropThePoll,
  extendThePoll,
  openThePoll,
  voidThePoll,
} from './lead-poll.ts'
import { ballotHistory, handsToCheck, ownBallot, pollAudit } from './look-at-poll.ts'
import { publishThePoll } from './publish-poll.ts'
import { readTheRoll } from './read-roll.ts'

/** Polls: led by the Chef, voted in by the group, and open to whoever wants to count again. */
export function polls(hands: Hands): Router {
  const router = express.Router()
  const on = <Name extends PollCommandName>(
    name: Name,
    act: (
      hands: Hands,
      wish: z.output<ReturnType<typeof pollCommandSchema<Name>>>,
      visitor: Visitor | null,
    ) => Promise<Result<unknown>>,
  ) =>
    router.post(
      meetingCommandPath(name),
      command(hands, pollCommandSchema(name), (wish, visitor) => act(hands, wish, visitor)),
    )
  on('poll:draft', draftThePoll)
  on('poll:change', changeThePoll)
  on('poll:drop', dropThePoll)
  on('poll:open', openThePoll)
  on('poll:extend', extendThePoll)
  on('poll:close', closeThePoll)
  on('poll:publish', publishThePoll)
  on('poll:void', voidThePoll)
  on('hands:enter', enterTheHands)
  on('hands:confirm', confirmTheHands)
  on('hands:reject', rejectTheHands)
  on('poll:cast', timed(castBallot))
  on('poll:cast-secret', timed(castSecretBallot))
  on('roll:read', readTheRoll)

  const ask = (
    question: PollQuestion,
    answer: (meeting: MeetingId, poll: PollId, request: Request, visitor: Visitor | null) => Promise<Result<unknown>>,
  ) =>
    router.get(
      `/api/meetings/:meeting/polls/:poll/${question}`,
      page(hands.visitors, (request, visitor) => answer(meetingIn(request), pollIn(request), request, visitor)),
    )
  ask('own', (meeting, poll, _request, visitor) => ownBallot(hands, meeting, poll, visitor))
  ask('audit', (meeting, poll, _request, visitor) => pollAudit(hands, meeting, poll, visitor))
  ask('hands', (meeting, poll, _request, visitor) => handsToCheck(hands, meeting, poll, visitor))
  ask('history', (meeting, poll, request, visitor) =>
    ballotHistory(hands, meeting, { poll, person: personIn(request) }, visitor),
  )
  return router
}

/** What is no id is the id of nothing. */
const meetingIn = ({ params }: Request) => MeetingIdOnWire.catch('' as MeetingId).parse(params['meeting'])
const pollIn = ({ params }: Request) => PollIdOnWire.catch('' as PollId).parse(params['poll'])
const personIn = ({ query }: Request) => PersonIdOnWire.catch('' as PersonId).parse(query['person'])

/** How long voters wait for their answer, whichever kind of poll it is. */
const timed =
  <Wish, Value>(cast: (hands: Hands, wish: Wish, visitor: Visitor | null) => Promise<Result<Value>>) =>
  async (hands: Hands, wish: Wish, visitor: Visitor | null): Promise<Result<Value>> => {
    const before = performance.now()
    const answer = await cast(hands, wish, visitor)
    if (answer.ok) hands.events.ballotTaken(performance.now() - before)
    return answer
  }
