import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { house } from './house.mjs'
import { Failed, run } from './run.mjs'
import { step } from './say.mjs'

/**
 * Everything that must be true, against real parts: format, lint, types, unit and integration tests, and stories in a
 * real browser. Goes on after a failure, so that one run shows all; the last line counts the tests.
 */
const env = { ...process.env, NX_DAEMON: 'false', FORCE_COLOR: '0' }
const failures = []

async function check(name, args, { quiet = true } = {}) {
  try {
    await step(name, () => run(process.execPath, args, { quiet, cwd: house, env }))
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    process.stdout.write(`${cause.output}\n`)
    failures.push(name)
  }
}

const all = (target) => [
  'node_modules/nx/dist/bin/nx.js',
  'run-many',
  '-t',
  target,
  '--parallel=2',
  '--output-style=static',
]

for (const old of results()) rmSync(join(house, old))
await check('Format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'])
await check('Lint, and the arrows between the rooms', all('lint'))
await check('Types', all('check'))
await check('Unit and integration tests', all('test'))
await check('Stories in the browser', all('e2e'))

const counts = countTests()
if (failures.length > 0) process.stdout.write(`\nNot in order: ${failures.join('; ')}.\n`)
const failed = counts.failed + (counts.failed === 0 ? failures.length : 0)
if (counts.passed === 0) process.stdout.write('\nNo test ran.\n')
process.stdout.write(`\n${counts.passed} passed, ${failed} failed\n`)
process.exit(failed > 0 || counts.passed === 0 ? 1 : 0)

/** The result files that the test runners leave behind. */
function results() {
  return globSync(['{libs,apps}/*/test-results/*.json', 'infra/test-results/*.json'], { cwd: house })
}

function countTests() {
  let passed = 0
  let failed = 0
  for (const file of results()) {
    const result = JSON.parse(readFileSync(join(house, file), 'utf8'))
    passed += result.numPassedTests ?? result.stats?.expected ?? 0
    failed += result.numFailedTests ?? (result.stats ? result.stats.unexpected + result.stats.flaky : 0)
  }
  return { passed, failed }
}
