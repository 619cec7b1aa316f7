import { digestOf, bodyOf, newSectionDoc } from '@witboek/book'
import { chanceFrom } from '@witboek/testkit'
import * as Y from 'yjs'
import type { Arrival, Copy, GeneratorCost, GeneratorReport } from '../generator/orders.ts'
import { Latencies } from '../measure/latencies.ts'
import { LoopWatch } from '../measure/loop-delay.ts'
import { Activities } from './activities.ts'
import { Gauge } from './gauge.ts'
import type { Pen } from './pen.ts'
import { Person } from './person.ts'
import type { Activity, PersonPlan } from './plans.ts'
import { Schedule } from './schedule.ts'
import { SectionCopies } from './section-copies.ts'

/** Nothing came in for so long (ms): it is quiet. */
const quietFor = 400

/** All the people of one generator, and what they measure. */
export class Crowd {
  readonly copies = new SectionCopies()
  private readonly gauge = new Gauge()
  private readonly loop = new LoopWatch()
  private readonly pens = new Map<number, Pen>()
  private readonly schedule = new Schedule((ms) => this.gauge.running && this.gauge.late.add(ms))
  private readonly activities: Activities
  private people: Person[] = []
  private changed: (() => void) | null = null
  private before = { at: 0, cpu: process.cpuUsage(), bytesIn: 0, bytesOut: 0, messages: 0 }

  constructor(seed: number) {
    const { gauge, copies, pens, schedule } = this
    this.activities = new Activities({ gauge, copies, pens, schedule, chance: chanceFrom(seed) })
  }

  come(plans: readonly PersonPlan[], within: number): Promise<Arrival> {
    const hands = { gauge: this.gauge, copies: this.copies, pens: this.pens, changed: () => this.changed?.() }
    const people = plans.map((plan) => new Person(plan, hands))
    this.people.push(...people)
    return this.arrival(people, within, (person) => person.comes())
  }

  comeAgain(within: number): Promise<Arrival> {
    return this.arrival(this.people, within, (person) => person.comesAgain())
  }

  leave(group: string): void {
    for (const person of this.group(group)) person.leaves()
    this.people = this.people.filter(({ plan }) => plan.group !== group)
  }

  present(group: string): { here: number; lost: number } {
    const lost = this.group(group).filter((person) => person.lost).length
    return { here: this.group(group).length - lost, lost }
  }

  act(activity: Activity): void {
    this.activities.begin(
      activity,
      this.group(activity.group).filter(({ here }) => here),
    )
  }

  reading(group: string, on: boolean): void {
    for (const person of this.group(group)) {
      if (on) person.readsOn()
      else person.stopsReading()
    }
  }

  measure(sample: number): void {
    this.gauge.start(sample)
    this.loop.restart()
    this.before = { at: performance.now(), cpu: process.cpuUsage(), ...this.bytes(), messages: 0 }
  }

  stopMeasuring(): GeneratorCost {
    const { before, gauge } = this
    gauge.stop()
    const ms = performance.now() - before.at
    const { user, system } = process.cpuUsage(before.cpu)
    const { bytesIn, bytesOut } = this.bytes()
    return {
      seconds: ms / 1000,
      cpu: (user + system) / 10 / ms,
      loop: this.loop.read(),
      people: this.people.length,
      bytesIn: bytesIn - before.bytesIn,
      bytesOut: bytesOut - before.bytesOut,
      messages: gauge.messages,
    }
  }

  /** Answers whether it became quiet in time, with everything acknowledged. */
  async rest(within: number): Promise<boolean> {
    this.activities.end()
    const deadline = performance.now() + within
    let heard = -1
    let since = performance.now()
    while (performance.now() < deadline) {
      const { bytesIn } = this.bytes()
      if (bytesIn !== heard) {
        heard = bytesIn
        since = performance.now()
      }
      if (performance.now() - since > quietFor && this.unacknowledged === 0) return true
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return false
  }

  report(): GeneratorReport {
    const { gauge } = this
    return {
      seen: gauge.seen.toCounts(),
      carets: gauge.carets.toCounts(),
      acknowledged: gauge.acknowledged.toCounts(),
      late: gauge.late.toCounts(),
      letters: gauge.letters,
      caretMoves: gauge.caretMoves,
      setAside: gauge.setAside,
      unacknowledged: this.unacknowledged,
      lost: [...gauge.lost],
    }
  }

  witnessed(): readonly Copy[] {
    return this.people.flatMap((person) =>
      person.plan.witness && !person.lost
        ? Array.from({ length: person.sectionCount }, (_, section) => copyOf(person, section))
        : [],
    )
  }

  private get unacknowledged(): number {
    return this.people.reduce((sum, person) => sum + (person.lost ? 0 : person.unacknowledged), 0)
  }

  private group(name: string): readonly Person[] {
    return this.people.filter(({ plan }) => plan.group === name)
  }

  private bytes(): { bytesIn: number; bytesOut: number } {
    let [bytesIn, bytesOut] = [0, 0]
    for (const { bytes } of this.people) {
      bytesIn += bytes.in
      bytesOut += bytes.out
    }
    return { bytesIn, bytesOut }
  }

  private async arrival(people: readonly Person[], within: number, begin: (person: Person) => void): Promise<Arrival> {
    const start = performance.now()
    const { promise, resolve } = Promise.withResolvers<null>()
    const timer = setTimeout(() => resolve(null), within)
    const look = () => people.every(({ inSyncAt, lost }) => inSyncAt !== null || lost) && resolve(null)
    for (const person of people) begin(person)
    // Looked at once per turn: with thousands of people, each of whom changes something, it would be millions of looks.
    let looking = false
    this.changed = () => {
      if (looking) return
      looking = true
      setTimeout(() => {
        looking = false
        look()
      }, 5)
    }
    look()
    await promise
    clearTimeout(timer)
    this.changed = null
    return arrivalOf(people, start)
  }
}

function arrivalOf(people: readonly Person[], start: number): Arrival {
  const [times, afterFirstByte] = [new Latencies(), new Latencies()]
  let last = start
  for (const { inSyncAt, cameAt, firstHeardAt } of people) {
    if (inSyncAt === null) continue
    times.add(inSyncAt - cameAt)
    if (firstHeardAt !== null) afterFirstByte.add(inSyncAt - firstHeardAt)
    last = Math.max(last, inSyncAt)
  }
  return {
    asked: people.length,
    inSync: times.count,
    lost: people.filter((person) => person.lost).length,
    times: times.toCounts(),
    afterFirstByte: afterFirstByte.toCounts(),
    allMs: last - start,
  }
}

function copyOf(person: Person, section: number): Copy {
  const doc = newSectionDoc()
  const start = performance.now()
  for (const update of person.kept(section)) Y.applyUpdate(doc, update)
  const text = bodyOf(doc).toString()
  const builtMs = performance.now() - start
  const letters = text.replaceAll(/<[^>]+>/g, '').length
  const copy = { room: person.plan.room, section, digest: digestOf(doc), letters, builtMs }
  doc.destroy()
  return copy
}
