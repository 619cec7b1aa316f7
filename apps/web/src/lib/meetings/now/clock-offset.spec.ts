import type { Instant } from '@witboek/domain'
import { describe, expect, it } from 'vitest'
import { ClockOffset } from './clock-offset.ts'

const server = (ms: number) => ms as Instant

describe('[TIMER-1] the server’s clock, seen from here', () => {
  it('is known by the message that came fastest', () => {
    const offset = new ClockOffset()
    expect(offset.hear(server(10_000), 8_000)).toBe(2_000)
    expect(offset.hear(server(20_000), 17_600)).toBe(2_400)
    expect(offset.hear(server(30_000), 29_900)).toBe(2_400)
  })

  it('may be behind as well', () => {
    expect(new ClockOffset().hear(server(1_000), 61_000)).toBe(-60_000)
  })

  it('is found again after the clock here was set right', () => {
    const offset = new ClockOffset()
    offset.hear(server(100_000), 40_000)
    const later = Array.from({ length: 8 }, (_, i) => offset.hear(server(110_000 + i), 110_050 + i))
    expect(later.at(-1)).toBe(-50)
  })
})
