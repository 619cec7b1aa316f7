import type { BookLog } from '@witboek/store'
import type { Metrics } from './metrics.ts'
import type { Traces } from './traces.ts'

/**
 * The same log, with a clock on its commits: when they get slow, or fail, people wait for "saved". One that hangs is seen
 * while it does.
 */
export function watchedLog(log: BookLog, metrics: Metrics, traces: Traces): BookLog {
  const underWay = new Set<{ readonly since: number }>()
  metrics.onRead(() => {
    // The oldest comes first in a set.
    const [oldest] = underWay
    metrics.commitUnderWaySeconds.set(oldest ? (performance.now() - oldest.since) / 1000 : 0)
  })
  const watched: BookLog = Object.create(log) as BookLog
  watched.append = async (book, expectedHead, entries) => {
    const commit = { since: performance.now() }
    underWay.add(commit)
    const end = traces.begin('commit', 'inside')
    try {
      const appended = await log.append(book, expectedHead, entries)
      end({ 'witboek.entries': entries.length, 'witboek.overtaken': appended.ok ? undefined : 1 })
      if (appended.ok) metrics.commitSeconds.observe((performance.now() - commit.since) / 1000)
      else metrics.commitsOvertaken.inc()
      return appended
    } catch (cause) {
      end({ 'witboek.entries': entries.length }, true)
      metrics.commitsFailed.inc()
      throw cause
    } finally {
      underWay.delete(commit)
    }
  }
  return watched
}
