import { randomUUID } from 'node:crypto'
import type { ScreenAnswer } from '@witboek/contract'
import type { AgendaItemId, Choices, MeetingId, PersonId, PollId, PollPlan, ThemeId } from '@witboek/domain'
import { takeSeat, until, type Chance } from '@witboek/testkit'
import { Evening } from '../evening.ts'
import { seatsIn, type ThemeSeats } from '../people/seats.ts'
import type { Town } from '../town/town.ts'
import { Participant } from './participant.ts'

/** A theme group on its evening: a Chef with a laptop, experts in the hall and at home, and their book. */
export class ThemeGroup {
  readonly slug: string
  readonly meeting: MeetingId
  readonly chef: Participant
  readonly experts: readonly Participant[]
  readonly book: Evening
  readonly items: readonly AgendaItemId[]
  readonly polls: PollId[] = []
  /** How often the Chef was told that somebody has the word. */
  calls = 0
  private readonly chance: Chance

  /** Plans and opens a meeting of this theme, and everybody opens its page. */
  static async gathers(
    town: Town,
    chance: Chance,
    { slug, theme, people, writers }: { slug: string; theme: ThemeId; people: number; writers: number },
  ): Promise<ThemeGroup> {
    const address = town.addressNear(0)
    const seats = await seatsIn(address, slug)
    if (seats.experts.length < people) throw new Error(`${slug} has ${seats.experts.length} experts, not ${people}`)
    const chefCookie = await takeSeat(address, seats.chef)
    const meeting = await plans(address, chefCookie, theme)
    const near = (i: number) => () => town.addressNear(i)
    const chef = new Participant({ person: seats.chef as PersonId, mode: 'room', cookie: chefCookie }, meeting, near(0))
    const experts = await Promise.all(
      seats.experts.slice(0, people).map(async (person, i) => {
        const cookie = await takeSeat(address, person)
        // One in three is at home.
        const mode = i % 3 === 2 ? 'remote' : 'room'
        return new Participant({ person: person as PersonId, mode, cookie }, meeting, near(i))
      }),
    )
    const book = await Evening.begins(town, chance, { writers, wordsPerLock: 0, theme: slug })
    const group = new ThemeGroup(chance, { slug, meeting, chef, experts, book, seats })
    await group.preparesAgenda()
    await chef.sends('/api/meetings/open', {})
    for (const participant of group.everybody) participant.watches()
    await until(`everybody of ${slug} has the page`, () => group.everybody.every(({ sees }) => sees), 60_000)
    return group
  }

  private constructor(
    chance: Chance,
    own: Pick<ThemeGroup, 'slug' | 'meeting' | 'chef' | 'experts' | 'book'> & { readonly seats: ThemeSeats },
  ) {
    this.chance = chance
    this.slug = own.slug
    this.meeting = own.meeting
    this.chef = own.chef
    this.experts = own.experts
    this.book = own.book
    this.items = Array.from({ length: 3 }, () => randomUUID() as string as AgendaItemId)
  }

  get everybody(): readonly Participant[] {
    return [this.chef, ...this.experts]
  }

  get inTheRoom(): readonly Participant[] {
    return this.experts.filter(({ mode }) => mode === 'room')
  }

  async checkIn(): Promise<void> {
    const { room } = await this.chef.gets<ScreenAnswer>(`/api/screens/${this.meeting}`)
    await Promise.all(this.everybody.map((participant) => participant.checksIn(room?.code ?? '')))
  }

  async comesTo(item: number): Promise<void> {
    await this.chef.does('agenda:start', { item: this.items[item] })
  }

  /** Some raise their hands, the Chef calls so many of them, and each speaks for a moment. */
  async talks(speakers: number): Promise<void> {
    const wish = this.chance
    await Promise.all(this.experts.filter(() => wish.below(3) > 0).map((expert) => expert.raisesHand()))
    for (let i = 0; i < speakers; i++) {
      const { waiting } = (await this.chef.now()).hall.queue
      const called = waiting[0] && (await this.chef.does('speaker:call', { speaker: waiting[0].id }))
      if (called?.status === 200) this.calls += 1
      await new Promise((resolve) => setTimeout(resolve, 20 + wish.below(60)))
    }
    await this.chef.does('speaker:end')
  }

  async asksThings(): Promise<void> {
    await Promise.all(
      this.experts
        .filter(() => this.chance.below(2) === 0)
        .map((expert, i) => expert.asks(`Vraag ${i} van ${expert.person}`, this.chance.below(4) === 0)),
    )
  }

  async opensPoll(plan: Partial<PollPlan> & Pick<PollPlan, 'question' | 'kind'>): Promise<PollId> {
    const poll = randomUUID() as string as PollId
    const drafted = await this.chef.sends('/api/meetings/poll/draft', { poll, item: null, plan: { ...aPlan, ...plan } })
    if (drafted.status !== 200) throw new Error(`the poll was not drafted: ${JSON.stringify(drafted.body)}`)
    const opened = await this.chef.sends('/api/meetings/poll/open', { poll })
    if (opened.status !== 200) throw new Error(`the poll did not open: ${JSON.stringify(opened.body)}`)
    this.polls.push(poll)
    return poll
  }

  /** Everybody votes at about the same moment, and some change their minds. */
  async votes(poll: PollId, choose: (chance: Chance) => Choices, { secret = false } = {}): Promise<void> {
    const { chance } = this
    await Promise.all(
      this.experts.map(async (expert) => {
        await new Promise((resolve) => setTimeout(resolve, chance.below(400)))
        await expert.casts(poll, choose(chance), { secret })
        if (!secret && chance.below(4) === 0) await expert.casts(poll, choose(chance))
      }),
    )
  }

  async publishes(poll: PollId): Promise<void> {
    await this.chef.sends('/api/meetings/poll/close', { poll })
    const published = await this.chef.sends('/api/meetings/poll/publish', { poll })
    if (published.status !== 200) throw new Error(`the poll was not published: ${JSON.stringify(published.body)}`)
  }

  async closes(): Promise<void> {
    await this.chef.does('decision:keep', { decision: randomUUID(), item: this.items[0], text: 'Het zwembad blijft.' })
    await this.chef.sends('/api/meetings/close', {})
    await this.chef.sends('/api/meetings/minute', {})
  }

  ends(): void {
    for (const participant of this.everybody) participant.leaves()
    this.book.ends()
  }

  private async preparesAgenda(): Promise<void> {
    for (const [i, item] of this.items.entries()) {
      const plan = { title: `Onderwerp ${i + 1}`, goal: 'discuss', minutes: 20, sections: [], polls: [] }
      await this.chef.does('agenda:add', { item, plan, after: this.items[i - 1] ?? null })
    }
  }
}

const aPlan: PollPlan = {
  question: '',
  explanation: '',
  kind: 'yes_no',
  options: [],
  visibility: 'open',
  reveal: 'on_close',
  requiresPresence: true,
  quorum: null,
  threshold: null,
  dots: null,
  target: null,
  closesAfter: null,
}

async function plans(address: string, cookie: string, theme: ThemeId): Promise<MeetingId> {
  const startsAt = Date.now()
  const response = await fetch(`${address}/api/meetings/plan`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address, cookie },
    body: JSON.stringify({
      ...{ theme, kind: 'green2', title: 'Tweede groene avond', place: 'Raadzaal', remoteLink: '' },
      ...{ startsAt, endsAt: startsAt + 3 * 3_600_000 },
    }),
  })
  if (!response.ok) throw new Error(`no meeting was planned: ${await response.text()}`)
  return ((await response.json()) as { readonly id: MeetingId }).id
}
