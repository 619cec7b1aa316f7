import { randomUUID } from 'node:crypto'
import { expect, type Browser, type BrowserContextOptions } from '@playwright/test'
import type { MeetingNow, VisitAnswer } from '@witboek/contract'
import type { House } from './house.ts'
import { Seated, type Asker } from './seat.ts'
import { Visitor } from './visitor.ts'

/** An evening of Sport: its Chef on a page, and experts who do what they do without one. */
export class Evening {
  readonly id: string
  readonly chef: Visitor
  readonly experts: readonly Seated[]

  private constructor(id: string, chef: Visitor, experts: readonly Seated[]) {
    this.id = id
    this.chef = chef
    this.experts = experts
  }

  /** Planned for tonight, and not yet open. */
  static async isPlanned(
    browser: Browser,
    house: House,
    { experts = 3, options = {} }: { experts?: number; options?: BrowserContextOptions } = {},
  ): Promise<Evening> {
    const chef = await Visitor.comes(browser, house, { role: 'chef', theme: 'sport' }, options)
    const group: Seated[] = []
    for (let nth = 0; nth < experts; nth += 1)
      group.push(await Seated.comes(house, { role: 'expert', theme: 'sport', nth }))
    const half = 30 * 60_000
    const startsAt = Math.floor(Date.now() / half) * half
    const plan = { kind: 'green2', title: 'Tweede avond', place: 'Buurthuis De Brug', remoteLink: '' }
    const times = { startsAt, endsAt: startsAt + 5 * half }
    const meeting = await sends(chef, '/api/meetings/plan', { theme: 'example-theme-sport', ...plan, ...times })
    return new Evening((meeting as { id: string }).id, chef, group)
  }

  get address(): string {
    return `/bijeenkomst/${this.id}/regie`
  }

  expert(nth: number): Seated {
    const expert = this.experts[nth]
    if (!expert) throw new Error(`nobody is expert ${nth}`)
    return expert
  }

  /** `does(who, 'speaker/raise', …)`, as a page of theirs would. */
  does(who: Asker, command: string, fields: object = {}): Promise<unknown> {
    return sends(who, `/api/meetings/${command}`, { meeting: this.id, ...fields })
  }

  async opens(): Promise<void> {
    await this.does(this.chef, 'open')
  }

  /** Every expert takes part from home. */
  async allCheckIn(): Promise<void> {
    for (const expert of this.experts) await this.does(expert, 'attendance/check-in', { mode: 'remote', roomCode: '' })
  }

  async raises(nth: number, note = '', kind = 'normal'): Promise<void> {
    await this.does(this.expert(nth), 'speaker/raise', { speaker: randomUUID(), kind, note, person: null })
  }

  async asks(nth: number, text: string): Promise<void> {
    const question = { question: randomUUID(), kind: 'question', text, anonymous: false }
    await this.does(this.expert(nth), 'question/ask', question)
  }

  /** As somebody sees it now. */
  async now({ requests }: Asker): Promise<MeetingNow> {
    return (await (await requests.get(`/api/meetings/${this.id}/now`)).json()) as MeetingNow
  }

  async leaves(): Promise<void> {
    for (const each of [this.chef, ...this.experts]) await each.leaves()
  }
}

export async function sends({ requests, address }: Asker, path: string, data: object): Promise<unknown> {
  const answer = await requests.post(path, { data, headers: { Origin: address } })
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200)
  return answer.json()
}

export async function personOf({ requests }: Asker): Promise<string> {
  const visit = (await (await requests.get('/api/visit')).json()) as VisitAnswer
  return visit.person?.id ?? ''
}
