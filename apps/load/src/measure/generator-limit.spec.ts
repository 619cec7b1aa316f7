import { describe, expect, it } from 'vitest'
import { generatorLimit, type GeneratorHealth } from './generator-limit.ts'

const healthy: GeneratorHealth = {
  cpu: 40,
  loop: { p50: 0.2, p99: 3, max: 30 },
  lateP99: 2,
  measuredP99: 20,
}

describe('the generator as the limit', () => {
  it.each<{ what: string; health: Partial<GeneratorHealth>; says: string | null }>([
    { what: 'a generator with air', health: {}, says: null },
    { what: 'a full core', health: { cpu: 97.4 }, says: 'the generator used 97 % of its core' },
    {
      what: 'a loop as late as what it measures',
      health: { loop: { p50: 5, p99: 18, max: 40 } },
      says: "the generator's own loop was 18 ms late",
    },
    {
      what: 'a late loop beside a server that is far later',
      health: { loop: { p50: 5, p99: 18, max: 40 }, measuredP99: 400 },
      says: null,
    },
    { what: 'one long moment that 99 of 100 did not see', health: { loop: { p50: 0, p99: 1, max: 300 } }, says: null },
    { what: 'keys that come late', health: { lateP99: 35 }, says: "the generator's keys came 35 ms late" },
    { what: 'a few ms where nothing was measured', health: { measuredP99: null, lateP99: 9 }, says: null },
  ])('$what: $says', ({ health, says }) => {
    expect(generatorLimit({ ...healthy, ...health })).toBe(says)
  })
})
