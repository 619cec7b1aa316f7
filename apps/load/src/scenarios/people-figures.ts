import type { GeneratorCost, GeneratorReport } from '../generator/orders.ts'
import { generatorLimit } from '../measure/generator-limit.ts'
import { Latencies } from '../measure/latencies.ts'
import type { Figures } from '../report/kinds.ts'

/** What the people measured, as figures of a row. */
export function peopleFigures(report: GeneratorReport, costs: readonly GeneratorCost[]): Figures {
  const [seen, carets, acknowledged] = [report.seen, report.carets, report.acknowledged].map((one) =>
    Latencies.from(one),
  )
  const sum = (pick: (cost: GeneratorCost) => number) => costs.reduce((total, cost) => total + pick(cost), 0)
  const seconds = Math.max(...costs.map((cost) => cost.seconds))
  return {
    people: sum(({ people }) => people),
    seenP50: seen?.percentile(0.5) ?? null,
    seenP95: seen?.percentile(0.95) ?? null,
    seenP99: seen?.percentile(0.99) ?? null,
    caretsP50: carets?.percentile(0.5) ?? null,
    caretsP99: carets?.percentile(0.99) ?? null,
    savedP50: acknowledged?.percentile(0.5) ?? null,
    savedP99: acknowledged?.percentile(0.99) ?? null,
    savedPerSecond: acknowledged && acknowledged.count > 0 ? acknowledged.count / seconds : null,
    lettersPerSecond: report.letters / seconds,
    caretMovesPerSecond: report.caretMoves / seconds,
    messagesPerSecond: sum(({ messages }) => messages) / seconds,
    bytesPerPerson:
      sum(({ bytesIn }) => bytesIn) /
      1024 /
      seconds /
      Math.max(
        1,
        sum(({ people }) => people),
      ),
    generatorCpu: Math.max(...costs.map((cost) => cost.cpu)),
    generatorLoopP99: Math.max(...costs.map(({ loop }) => loop.p99)),
    setAside: report.setAside,
    lost: report.lost.reduce((total, [, count]) => total + count, 0),
  }
}

/** Why the generator may have been the limit of that. */
export function limitOf(report: GeneratorReport, costs: readonly GeneratorCost[]): string | null {
  const measured = [report.seen, report.carets, report.acknowledged].find(({ counts }) => counts.length > 0)
  const busiest = costs.reduce((most, cost) => (cost.cpu > most.cpu ? cost : most))
  const slowest = costs.reduce((most, cost) => (cost.loop.p99 > most.loop.p99 ? cost : most))
  return generatorLimit({
    cpu: busiest.cpu,
    loop: slowest.loop,
    lateP99: Latencies.from(report.late).percentile(0.99) ?? 0,
    measuredP99: measured ? Latencies.from(measured).percentile(0.99) : null,
  })
}
