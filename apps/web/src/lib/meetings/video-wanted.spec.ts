import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isWanted, rememberWanted } from './video-wanted.ts'

/** As a tab keeps things: until it is closed. */
function aTab(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

beforeEach(() => vi.stubGlobal('sessionStorage', aTab()))
afterEach(() => vi.unstubAllGlobals())

describe('[MEET-11] that somebody wants to see the video of a host', () => {
  it('is known for that host, in that tab', () => {
    expect(isWanted('video.example')).toBe(false)
    rememberWanted('video.example', true)
    expect([isWanted('video.example'), isWanted('elders.example')]).toEqual([true, false])
    vi.stubGlobal('sessionStorage', aTab())
    expect(isWanted('video.example'), 'another tab').toBe(false)
  })

  it('is forgotten when they stop it', () => {
    rememberWanted('video.example', true)
    rememberWanted('video.example', false)
    expect(isWanted('video.example')).toBe(false)
  })

  it('is asked again where nothing can be kept', () => {
    vi.stubGlobal('sessionStorage', undefined)
    rememberWanted('video.example', true)
    expect(isWanted('video.example')).toBe(false)
  })
})
