import type { BookLine } from '@witboek/book/client'

/** Leaving the page does not cut off words that are still on their way: the line closes once all of them are saved. */
export function closeWhenSaved(line: Pick<BookLine, 'state' | 'subscribe' | 'close'>): void {
  let stop: (() => void) | null = null
  let closed = false
  const look = ({ unsaved, line: how }: BookLine['state']) => {
    if (closed || (unsaved > 0 && how !== 'refused')) return
    closed = true
    stop?.()
    line.close()
  }
  stop = line.subscribe(look)
  if (closed) stop()
}
