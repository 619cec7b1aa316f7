import {
  usualPlan,
  type ActionId,
  type Actor,
  type Checkpoint,
  type DecisionId,
  type Instant,
  type PollId,
  type PollPlan,
  type QuestionId,
  type SpeakerId,
} from '@witboek/domain'
import { localTime } from '@witboek/i18n'
import type { ExampleItem } from './agenda-items.ts'
import type { Asked, EveningStory, ItemStory, PollStory, Promised } from './evening-story.ts'
import type { PlayedEvening } from './played-evening.ts'

/** Who is at an evening. */
interface Guests {
  /** Chef or lead. */
  readonly leader: Actor
  /** Those who may come, the leader not among them. */
  readonly invited: readonly Actor[]
}

const minute = 60_000
const day = 24 * 60 * minute

/** Plays a whole evening from its doors to its minutes, as it is told. */
export function playStory(
  evening: PlayedEvening,
  items: readonly ExampleItem[],
  { atHome, missing, items: stories }: EveningStory,
  { leader, invited }: Guests,
  checkpoints: {
    readonly before: Pick<Checkpoint, 'book' | 'seq'>
    readonly after: Pick<Checkpoint, 'book' | 'seq'>
  } | null,
): void {
  const told = new Set(items.map(({ key }) => key))
  const stray = Object.keys(stories).find((key) => !told.has(key))
  if (stray) throw new Error(`${evening.meeting.id}: no item is called ${stray}`)
  const { startsAt } = evening.meeting
  const turn = new Turn(evening, leader, invited)

  turn.clock(startsAt - 10 * minute)
  evening.opens(leader, checkpoints?.before ?? null)
  evening.comes(leader, 'room')
  const coming = invited.filter(({ name }) => !missing.includes(name))
  coming.forEach((actor, nth) => {
    turn.clock(startsAt - 9 * minute + Math.floor((nth * 9 * minute) / coming.length))
    evening.comes(actor, atHome.includes(actor.name) ? 'remote' : 'room')
  })
  let begins = startsAt + minute
  for (const item of items) {
    turn.clock(begins)
    evening.does(leader, { type: 'agenda:start', item: item.id })
    const story = stories[item.key] ?? {}
    turn.plays(item, story)
    begins += (story.took ?? item.plan.minutes) * minute
  }
  turn.clock(begins)
  evening.closes(leader, checkpoints?.after ?? null)
  turn.clock(begins + 20 * minute)
  for (const item of items) turn.minutes(item, stories[item.key] ?? {})
  turn.clock(begins + day)
  evening.isMinuted(leader)
}

/** One thing after the other, with ids that count. */
class Turn {
  private readonly evening: PlayedEvening
  private readonly leader: Actor
  private readonly actors: ReadonlyMap<string, Actor>
  private readonly invited: readonly Actor[]
  private count = 0

  constructor(evening: PlayedEvening, leader: Actor, invited: readonly Actor[]) {
    this.evening = evening
    this.leader = leader
    this.invited = invited
    this.actors = new Map([leader, ...invited].map((actor) => [actor.name, actor]))
  }

  clock(at: number): void {
    if (at < this.evening.at) throw new Error(`${this.evening.meeting.id}: more happens at an item than it takes`)
    this.evening.at = Math.floor(at) as Instant
  }

  plays(item: ExampleItem, { asked = [], unclear = [], speakers = [], poll }: ItemStory): void {
    const from = this.evening.at
    for (const word of unclear) {
      this.later(20)
      // Of whom it is stands nowhere.
      this.evening.does(this.leader, { type: 'word:ask', word })
    }
    for (const [name, minutes, note = ''] of speakers) {
      this.later(15)
      const speaker = this.id<SpeakerId>('s')
      this.evening.does(this.actor(name), { type: 'speaker:raise', speaker, kind: 'normal', note, person: null })
      this.later(10)
      this.evening.does(this.leader, { type: 'speaker:call', speaker })
      this.later(minutes * 60 - 30)
      this.evening.does(this.leader, { type: 'speaker:end' })
    }
    for (const question of asked) this.asks(question)
    if (poll) this.asksAll(item, poll)
    if (this.evening.at - from > item.plan.minutes * minute) throw new Error(`${item.id}: too much for one item`)
  }

  /** What the Chef writes down when everybody has gone home. */
  minutes({ id: item }: ExampleItem, { notes, decision, actions = [] }: ItemStory): void {
    if (notes) this.evening.does(this.leader, { type: 'minutes:note', item, text: notes })
    if (decision)
      this.evening.does(this.leader, {
        type: 'decision:keep',
        decision: this.id<DecisionId>('d'),
        item,
        text: decision,
      })
    for (const [text, who, days] of actions) this.promises(item, [text, who, days])
  }

  private promises(item: ExampleItem['id'], [text, who, days]: Promised): void {
    const due = localTime(this.evening.meeting.startsAt + days * day).day
    this.evening.does(this.leader, { type: 'action:keep', action: this.id<ActionId>('t'), item, text, who, due })
  }

  private asks({ by, text, became, hidden }: Asked): void {
    const question = this.id<QuestionId>('q')
    this.later(30)
    // Whoever does not sign stands nowhere; somebody has to send it all the same.
    const asker = by === null ? this.leader : this.actor(by)
    this.evening.does(asker, { type: 'question:ask', question, kind: 'question', text, anonymous: by === null })
    this.later(20)
    if (became === 'answered') this.evening.does(this.leader, { type: 'question:answer', question })
    if (became === 'later') this.evening.does(this.leader, { type: 'question:postpone', question })
    if (!hidden) return
    this.evening.does(this.leader, { type: 'question:hide', question, reason: hidden.because })
    this.later(40)
    this.evening.does(asker, { type: 'question:appeal', question, reason: hidden.appeal })
  }

  private asksAll(item: ExampleItem, { kind, question, options = {}, ballots }: PollStory): void {
    const poll = this.id<PollId>('p')
    const plan: PollPlan = {
      ...usualPlan(kind),
      question,
      options: Object.entries(options).map(([id, label]) => ({ id, label, amount: null })),
    }
    this.later(20)
    this.evening.opensPoll(this.leader, poll, plan, item.id)
    const entitled = new Set(this.evening.now.polls.find(({ id }) => id === poll)?.electorate)
    const voters = this.invited.filter(({ person }) => entitled.has(person))
    voters.forEach((voter, nth) => {
      const choices = typeof ballots === 'function' ? ballots(nth) : ballots[voter.name]
      this.later(2)
      if (choices) this.evening.votes(voter, poll, choices)
    })
    if (typeof ballots !== 'function')
      for (const name of Object.keys(ballots))
        if (!entitled.has(this.actor(name).person)) throw new Error(`${name} does not vote`)
    this.later(30)
    this.evening.closesPoll(this.leader, poll)
    this.later(10)
    this.evening.publishesPoll(this.leader, poll)
  }

  private later(seconds: number): void {
    this.clock(this.evening.at + seconds * 1_000)
  }

  private actor(name: string): Actor {
    const actor = this.actors.get(name)
    if (!actor) throw new Error(`${name} was not invited`)
    return actor
  }

  private id<Id extends string>(letter: string): Id {
    this.count += 1
    return `${this.evening.meeting.id}-${letter}${this.count}` as Id
  }
}
