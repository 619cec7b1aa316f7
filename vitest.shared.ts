import { defineConfig } from 'vitest/config'

/** How every room runs its specs: a readable list, and a file that the test command counts from. */
export default defineConfig({
  test: {
    include: ['src/**/*.spec.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'test-results/vitest.json' },
    passWithNoTests: false,
    // Long enough for a machine that is busy with other rooms; nothing here waits for luck.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

/**
 * For rooms whose specs share nothing but modules: one process reads these once. To read them for every file costs more
 * than most files do. Whatever such a spec changes for all, as the clock, it puts back.
 */
export const oneProcess = defineConfig({ test: { isolate: false } })
