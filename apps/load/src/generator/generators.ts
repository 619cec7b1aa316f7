import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Latencies } from '../measure/latencies.ts'
import type { Activity, HistoryPlan, PersonPlan } from '../people/plans.ts'
import { onCores } from './cores.ts'
import type { AnswerMessage, Arrival, Copy, GeneratorCost, GeneratorReport, OrderName, Orders } from './orders.ts'

/** No order takes longer than this beyond its own time (ms). */
const grace = 60_000

/** One process full of people, as the conductor holds it. */
class Generator {
  private readonly child: ChildProcess
  private readonly waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (cause: Error) => void }>()
  private next = 1

  constructor(seed: number, cores: readonly number[]) {
    const main = fileURLToPath(new URL('main.ts', import.meta.url))
    const [command = process.execPath, ...args] = onCores(cores, [process.execPath, main, String(seed)])
    this.child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.child.on('message', ({ id, answer, failed }: AnswerMessage) => {
      const waiting = this.waiting.get(id)
      this.waiting.delete(id)
      if (failed === undefined) waiting?.resolve(answer)
      else waiting?.reject(new Error(failed))
    })
    this.child.on('exit', (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`a generator ended with ${code}`))
      this.waiting.clear()
    })
  }

  ask<Name extends OrderName>(order: Name, asked: Orders[Name]['asked'], within = 0): Promise<Orders[Name]['answer']> {
    const id = this.next++
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to "${order}" in time`)), within + grace)
      const over =
        <Value>(then: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer)
          then(value)
        }
      this.waiting.set(id, { resolve: over(resolve as (answer: unknown) => void), reject: over(reject) })
      this.child.send({ id, order, asked })
    })
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGKILL')
    await ended
  }
}

/** All generators together: what is asked of the crowd is dealt over them, and what they answer is added up. */
export class Generators {
  private readonly all: readonly Generator[]
  private dealt = 0

  constructor(count: number, cores: readonly number[], seed: number) {
    this.all = Array.from({ length: count }, (_, i) => {
      const core = cores[i % Math.max(1, cores.length)]
      return new Generator(seed + i, core === undefined ? [] : [core])
    })
  }

  get count(): number {
    return this.all.length
  }

  async come(people: readonly PersonPlan[], within: number): Promise<Arrival> {
    // Dealt one by one: each has a slice of every book, so that each hears what its own people write.
    const hands = this.all.map((): PersonPlan[] => [])
    for (const person of people) hands[this.dealt++ % hands.length]?.push(person)
    return together(
      await Promise.all(this.all.map((one, i) => one.ask('come', { people: hands[i] ?? [], within }, within))),
    )
  }

  async comeAgain(within: number): Promise<Arrival> {
    return together(await Promise.all(this.all.map((one) => one.ask('comeAgain', { within }, within))))
  }

  async leave(group: string): Promise<void> {
    await this.each('leave', { group })
  }

  async bring(person: PersonPlan, history: HistoryPlan, within: number): Promise<number> {
    const [first] = this.all
    return first ? (await first.ask('bring', { person, history, within }, within)).bytes : 0
  }

  async act(activity: Activity): Promise<void> {
    await this.each('act', activity)
  }

  async reading(group: string, on: boolean): Promise<void> {
    await this.each('reading', { group, on })
  }

  async measure(sample: number): Promise<void> {
    await this.each('measure', { sample })
  }

  stopMeasuring(): Promise<readonly GeneratorCost[]> {
    return this.each('stopMeasuring', null)
  }

  async rest(within: number): Promise<boolean> {
    const answers = await Promise.all(this.all.map((one) => one.ask('rest', { within }, within)))
    return answers.every(({ settled }) => settled)
  }

  async report(): Promise<GeneratorReport> {
    const reports = await this.each('report', null)
    const sum = (pick: (report: GeneratorReport) => number) => reports.reduce((total, one) => total + pick(one), 0)
    const all = (pick: (report: GeneratorReport) => GeneratorReport['seen']) =>
      Latencies.from(...reports.map(pick)).toCounts()
    return {
      seen: all(({ seen }) => seen),
      carets: all(({ carets }) => carets),
      acknowledged: all(({ acknowledged }) => acknowledged),
      late: all(({ late }) => late),
      letters: sum(({ letters }) => letters),
      caretMoves: sum(({ caretMoves }) => caretMoves),
      setAside: sum(({ setAside }) => setAside),
      unacknowledged: sum(({ unacknowledged }) => unacknowledged),
      lost: reports.flatMap(({ lost }) => lost),
    }
  }

  async copies(): Promise<readonly Copy[]> {
    return (await this.each('copies', null)).flat()
  }

  async present(group: string): Promise<{ here: number; lost: number }> {
    const answers = await this.each('present', { group })
    return {
      here: answers.reduce((sum, { here }) => sum + here, 0),
      lost: answers.reduce((sum, { lost }) => sum + lost, 0),
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.all.map((one) => one.stop()))
  }

  private each<Name extends OrderName>(
    order: Name,
    asked: Orders[Name]['asked'],
  ): Promise<readonly Orders[Name]['answer'][]> {
    return Promise.all(this.all.map((one) => one.ask(order, asked)))
  }
}

function together(arrivals: readonly Arrival[]): Arrival {
  const sum = (pick: (arrival: Arrival) => number) => arrivals.reduce((total, one) => total + pick(one), 0)
  return {
    asked: sum(({ asked }) => asked),
    inSync: sum(({ inSync }) => inSync),
    lost: sum(({ lost }) => lost),
    times: Latencies.from(...arrivals.map(({ times }) => times)).toCounts(),
    afterFirstByte: Latencies.from(...arrivals.map(({ afterFirstByte }) => afterFirstByte)).toCounts(),
    allMs: Math.max(...arrivals.map(({ allMs }) => allMs)),
  }
}
