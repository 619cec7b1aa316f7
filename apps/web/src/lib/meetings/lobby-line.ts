import type { MeetingId } from '@witboek/domain'
import { ask } from '#lib/books/ask.ts'

/**
 * Calls back when something changes in the lobby of a meeting, over a line that is there just for it; also when that line
 * is back, because something may have been missed. Answers how to stop. Without a line the page still asks now and then.
 */
export function watchLobby(meeting: MeetingId, changed: () => void): () => void {
  let stopped = false
  let close: () => void = () => undefined
  const open = async () => {
    const { openMeetingLine } = await import('#lib/books/meeting-line.ts')
    if (stopped) return
    const line = openMeetingLine()
    close = () => void line.disconnect()
    line.on('lobby:changed', changed)
    line.on('connect', () => void ask(line, 'lobby:watch', { meeting }).then(changed))
  }
  open().catch(() => undefined)
  return () => {
    stopped = true
    close()
  }
}
