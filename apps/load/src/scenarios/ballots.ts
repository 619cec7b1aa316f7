import { randomUUID } from 'node:crypto'
import type { SeatsAnswer } from '@witboek/contract'
import { aPlan, takeSeat, until } from '@witboek/testkit'
import { io, type Socket } from 'socket.io-client'
import { Latencies } from '../measure/latencies.ts'
import { cpuBetween } from '../measure/processes.ts'
import type { Row } from '../report/rows.ts'
import type { Hall } from './hall.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

const voters = 220
/** So many experts per theme have an account of their own. */
const moreExperts = 28
const spread = 10

export const ballots: Scenario = {
  name: 'ballots',
  about:
    'An evening of all theme groups: 220 people, all from one address and with the page open, vote within ten seconds, and then all at the same instant. Each has one vote; a ballot is acknowledged when it is durable.',
  peers: [],
  columns: ['people', 'ballots', 'doubles', 'ballotP50', 'ballotP95', 'ballotMax', 'serverCpu', 'serverLoopP99'],
  async play(stage, systems) {
    const rows = []
    for (const [variant, seconds] of [
      ['within 10 s', stage.seconds(spread)],
      ['at once', 0],
    ] as const)
      rows.push(
        ...(await stage.withEach(systems, this.name, variant, { moreExperts }, (hall) => voted(stage, hall, seconds))),
      )
    return rows
  },
}

async function voted(stage: Stage, hall: Hall, seconds: number): Promise<Pick<Row, 'figures' | 'limit'>> {
  const count = stage.count(voters, 8)
  const books = Array.from({ length: 8 }, (_, i) => i)
  const seats = await hall.people({ group: 'voters', count, books, as: 'writer' })
  const address = hall.system.server().replace('ws', 'http')
  const town = new Town(address, await leadOf(address))
  const poll = await town.opensPoll()
  const pages = seats.map(({ cookie }) => watches(address, cookie ?? '', town.meeting))
  try {
    await until('everybody has the page', () => pages.every(({ connected }) => connected), 60_000)
    const server = hall.system.process
    await server?.asks('restart')
    const before = server?.mark() ?? null
    const times = new Latencies()
    await Promise.all(
      seats.map(async ({ cookie }, i) => {
        await new Promise((resolve) => setTimeout(resolve, (seconds * 1_000 * i) / count))
        const ballot = { poll, key: randomUUID(), choices: { option: i % 3 === 0 ? 'no' : 'yes' } }
        const from = performance.now()
        // Everybody presses once more, as people do; it is the same wish.
        await Promise.all([0, 1].map(() => sends(address, cookie ?? '', 'poll/cast', town.meeting, ballot)))
        times.add(performance.now() - from)
      }),
    )
    const after = server?.mark() ?? null
    const report = await hall.serverReport()
    const { cast, counted } = await town.counts(poll)
    return {
      figures: {
        people: count,
        ballots: cast,
        doubles: counted - count,
        ballotP50: times.percentile(0.5),
        ballotP95: times.percentile(0.95),
        ballotMax: times.max,
        serverCpu: before && after ? cpuBetween(before, after) : null,
        serverLoopP99: report?.loop.p99 ?? null,
        lost: count - cast,
      },
      limit: null,
    }
  } finally {
    for (const page of pages) page.disconnect()
  }
}

/** The lead, who plans and leads a meeting of all themes together. */
class Town {
  meeting = ''
  private readonly address: string
  private readonly lead: string

  constructor(address: string, lead: string) {
    this.address = address
    this.lead = lead
  }

  async opensPoll(): Promise<string> {
    const startsAt = Date.now()
    const plan = { theme: null, kind: 'other', title: 'Allen samen', place: '', remoteLink: '', startsAt }
    const planned = await post(this.address, this.lead, 'plan', { ...plan, endsAt: startsAt + 3_600_000 })
    this.meeting = (planned as { readonly id: string }).id
    await this.says('open', {})
    const poll = randomUUID()
    await this.says('poll/draft', { poll, item: null, plan: aPlan({ question: 'Gaan we door?', reveal: 'live' }) })
    await this.says('poll/open', { poll })
    return poll
  }

  /** Closes and publishes it: how many cast a ballot, and how many votes the recount has. */
  async counts(poll: string): Promise<{ readonly cast: number; readonly counted: number }> {
    await this.says('poll/close', { poll })
    await this.says('poll/publish', { poll })
    const response = await fetch(`${this.address}/api/meetings/${this.meeting}/polls/${poll}/audit`, {
      headers: { cookie: this.lead },
    })
    const audit = (await response.json()) as { readonly ballots: readonly unknown[]; readonly counts: object }
    const counted = Object.values(audit.counts).reduce((sum: number, votes) => sum + Number(votes), 0)
    return { cast: audit.ballots.length, counted }
  }

  private says(path: string, fields: object): Promise<unknown> {
    return sends(this.address, this.lead, path, this.meeting, fields)
  }
}

const sends = (address: string, cookie: string, path: string, meeting: string, fields: object): Promise<unknown> =>
  post(address, cookie, path, { meeting, ...fields })

async function post(address: string, cookie: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${address}/api/meetings/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address, cookie },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

async function leadOf(address: string): Promise<string> {
  const { seats } = (await (await fetch(`${address}/api/example/seats`)).json()) as SeatsAnswer
  const lead = seats.find(({ role }) => role === 'lead')
  if (!lead) throw new Error('the example has no lead')
  return takeSeat(address, lead.person)
}

function watches(address: string, cookie: string, meeting: string): Socket {
  const line = io(address, { extraHeaders: { cookie, origin: address }, forceNew: true, transports: ['websocket'] })
  line.on('connect', () => line.emit('meeting:watch', { meeting }, () => undefined))
  return line
}
