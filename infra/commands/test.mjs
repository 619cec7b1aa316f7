import { spawn } from 'node:child_process'
import { chromium } from './chromium.mjs'
import { house, houseEnvironment, houseNode } from './house.mjs'
import { buildPages, checkNode, installPackages } from './prepare.mjs'
import { servers } from './servers.mjs'

/**
 * `npm test`: installs what the tests need, and then checks everything (see `checks.mjs`). With `--nightly` the random
 * tests run ten times longer.
 */
checkNode()
await installPackages()
const browser = await chromium()
await servers()
await buildPages()

const checks = spawn(houseNode, ['infra/commands/checks.mjs'], {
  cwd: house,
  env: houseEnvironment({ CHROMIUM: browser, ...(process.argv.includes('--nightly') ? { PROFILE: 'nightly' } : {}) }),
  stdio: 'inherit',
})
checks.on('exit', (code) => process.exit(code ?? 1))
