import type { BookLog } from '@witboek/store'
import type { Metrics } from './metrics.ts'

/** The same log, with a clock on its commits: when they get slow, or fail, people wait for "saved". */
export function watchedLog(log: BookLog, metrics: Metrics): BookLog {
  const watched: BookLog = Object.create(log) as BookLog
  watched.append = async (book, expectedHead, entries) => {
    const stop = metrics.commitSeconds.startTimer()
    try {
      const appended = await log.append(book, expectedHead, entries)
      if (appended.ok) stop()
      else metrics.commitsFailed.inc()
      return appended
    } catch (cause) {
      metrics.commitsFailed.inc()
      throw cause
    }
  }
  return watched
}
