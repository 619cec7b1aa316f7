import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

/** As `npm test` chooses: the browser without windows of its own, when it is there. */
const bare = '/usr/bin/chromium-headless-shell'
const browser = existsSync(bare) ? bare : '/usr/bin/chromium'

/** Stories in a real browser against the real server; each story file starts its own house. */
export default defineConfig({
  testDir: 'stories',
  testMatch: '*.story.ts',
  // The specs go on beside them: a second story at once took longer for all of it together on two cores. Files share nothing.
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  // Beside all the specs, on a machine that is slow: nothing here waits for luck, and what never comes fails.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  outputDir: 'test-results/files',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Of a story that failed: its steps, and its last picture. A picture of every moment would cost all the others time.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? browser,
      // A browser for tests alone: it stays on this machine, and does not ask elsewhere for anything.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
