import { pollPath, type OwnBallotAnswer, type OwnView, type PollCommandFields, type PollShown } from '@witboek/contract'
import type { Choices, PollId } from '@witboek/domain'
import type { BallotDraft } from '@witboek/ui/meeting/ballot-draft.ts'
import { fetchAnswer } from '#lib/books/fetch-answer.ts'
import { newId } from '../now/kept-id.ts'
import type { LiveMeeting } from '../now/live-meeting.svelte.ts'
import {
  ballotOf,
  cast,
  casting,
  isBehind,
  keptDrafts,
  noBallots,
  notCast,
  told,
  typed,
  whilePollsAreOpen,
  withBallot,
  withDrafts,
  type OwnBallot,
  type OwnBallots,
} from './own-ballots.ts'

/** The ballots of whoever sits at this page: filled in here, cast by the server, looked up when the page is new. */
export class OwnVotes {
  #ballots = $state.raw(noBallots)
  readonly #live: LiveMeeting
  readonly #key: string
  #asking: readonly PollId[] = []
  #voted: OwnView['voted'] = {}

  constructor(live: LiveMeeting) {
    this.#live = live
    this.#key = `witboek:ballots:${live.meeting}:${live.own.person}`
  }

  /** What was filled in before in this tab. */
  start(): void {
    this.#ballots = withDrafts(kept(this.#key))
  }

  of(poll: PollId): OwnBallot {
    return ballotOf(this.#ballots, poll)
  }

  /**
   * Looks up what the server holds of polls that are open, and of what was cast on another device; and forgets what was typed in
   * polls that are over.
   */
  follow(open: readonly PollId[], voted: OwnView['voted']): void {
    this.#set(whilePollsAreOpen(this.#ballots, open))
    for (const poll of open) if (!this.of(poll).held) void this.#look(poll)
    this.#voted = voted
    for (const poll of this.#ballots.keys()) this.#catchUp(poll)
  }

  #catchUp(poll: PollId): void {
    const how = this.#voted[poll]
    if (typeof how === 'number' && isBehind(this.of(poll), how)) void this.#look(poll)
  }

  fill(poll: PollId, draft: BallotDraft): void {
    this.#change(poll, (ballot) => typed(ballot, draft))
  }

  async cast({ id, ...plan }: PollShown, choices: Choices): Promise<void> {
    if (this.of(id).busy) return
    this.#change(id, (ballot) => casting(ballot, choices, newId))
    const sent = this.of(id).sent
    if (!sent) return
    const answer = await this.#send(id, plan.visibility === 'secret', sent)
    this.#change(id, (ballot) =>
      answer.ok ? cast(ballot, plan, id, this.#live.now(), answer.value === 'before') : notCast(ballot, answer.failure),
    )
    if (answer.ok) this.#catchUp(id)
    else await this.#look(id)
  }

  async #send(poll: PollId, inSecret: boolean, { key, choices }: NonNullable<OwnBallot['sent']>) {
    if (!inSecret) return this.#live.command('poll:cast', { poll, key, choices: onWire(choices) })
    const sent = await this.#live.command('poll:cast-secret', { poll, choices: onWire(choices) })
    return sent.ok ? { ...sent, value: sent.value.cast } : sent
  }

  async #look(poll: PollId): Promise<void> {
    if (this.#asking.includes(poll)) return
    this.#asking = [...this.#asking, poll]
    const held = await fetchAnswer<OwnBallotAnswer>(pollPath(this.#live.meeting, poll, 'own'))
    this.#asking = this.#asking.filter((other) => other !== poll)
    if (!held) return
    this.#change(poll, (ballot) => told(ballot, held))
    this.#catchUp(poll)
  }

  #change(poll: PollId, change: (ballot: OwnBallot) => OwnBallot): void {
    this.#set(withBallot(this.#ballots, poll, change(this.of(poll))))
  }

  #set(ballots: OwnBallots): void {
    this.#ballots = ballots
    keep(this.#key, keptDrafts(ballots))
  }
}

/** Nobody changes its lists on the way. */
const onWire = (choices: Choices) => choices as unknown as PollCommandFields<'poll:cast'>['choices']

/** A tab may refuse to keep anything: then it is only in the page. */
function keep(key: string, drafts: object): void {
  try {
    if (Object.keys(drafts).length > 0) sessionStorage.setItem(key, JSON.stringify(drafts))
    else sessionStorage.removeItem(key)
  } catch {
    return
  }
}

function kept(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}')
  } catch {
    return null
  }
}
