import type { BookState } from '@witboek/book/client'
import { describe, expect, it } from 'vitest'
import { closeWhenSaved } from './close-when-saved.ts'

function aLine(first: Partial<BookState>) {
  let state = { line: 'open', unsaved: 0, ...first } as BookState
  const listeners = new Set<(state: BookState) => void>()
  const line = {
    closed: 0,
    get state() {
      return state
    },
    subscribe(listener: (state: BookState) => void) {
      listeners.add(listener)
      listener(state)
      return () => listeners.delete(listener)
    },
    close: () => void (line.closed += 1),
    becomes(change: Partial<BookState>) {
      state = { ...state, ...change }
      for (const listener of [...listeners]) listener(state)
    },
    listeners,
  }
  return line
}

describe('leaving a book', () => {
  it('closes the line at once when everything is saved', () => {
    const line = aLine({})
    closeWhenSaved(line)
    expect(line.closed).toBe(1)
    expect(line.listeners.size).toBe(0)
  })

  it('waits for the last words, also when the line is lost in between', () => {
    const line = aLine({ unsaved: 2 })
    closeWhenSaved(line)
    line.becomes({ line: 'lost' })
    line.becomes({ line: 'open', unsaved: 1 })
    expect(line.closed).toBe(0)
    line.becomes({ unsaved: 0 })
    line.becomes({ unsaved: 0 })
    expect(line.closed).toBe(1)
    expect(line.listeners.size).toBe(0)
  })

  it('does not wait for what the server refuses', () => {
    const line = aLine({ unsaved: 2 })
    closeWhenSaved(line)
    line.becomes({ line: 'refused' })
    expect(line.closed).toBe(1)
  })
})
