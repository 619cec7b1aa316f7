import type { BookLog } from '@witboek/store'
import type { Metrics } from './metrics.ts'

/**
 * The same log, with a clock on its commits: when they get slow, or fail, people wait for "saved". One that hangs is seen
 * while it does.
 */
export function watchedLog(log: BookLog, metrics: Metrics): BookLog {
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
    try {
      const appended = await log.append(book, expectedHead, entries)
      if (appended.ok) metrics.commitSeconds.observe((performance.now() - commit.since) / 1000)
      else metrics.commitsOvertaken.inc()
      return appended
    } catch (cause) {
      metrics.commitsFailed.inc()
      throw cause
    } finally {
      underWay.delete(commit)
    }
  }
  return watched
}
