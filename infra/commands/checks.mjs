import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { house } from './house.mjs'
import { Failed, run } from './run.mjs'

/**
 * Everything that must be true, against real parts: format, lint, types, unit and integration tests, and stories in a
 * real browser. Goes on after a failure, so that one run shows all; the last line counts the tests.
 *
 * Three things go on beside each other: the stories and the specs of the server, which wait as often as they work; and all the
 * rest, with what those leave of the processors.
 */
const env = {
  ...process.env,
  NX_DAEMON: 'false',
  FORCE_COLOR: '0',
  // The same programs start again and again, and so does the server: what Node made of their sources is kept.
  NODE_COMPILE_CACHE: join(house, 'node_modules/.cache/node'),
}
const failures = []

async function check(name, args, { patience = 0, cwd = house } = {}) {
  const startedAt = Date.now()
  const says = (how) => process.stdout.write(`${name} … ${how}\n`)
  try {
    await run(process.execPath, args, { quiet: true, patience, cwd, env })
    says(`${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  } catch (cause) {
    if (!(cause instanceof Failed)) throw cause
    says('failed')
    process.stdout.write(`${cause.output}\n`)
    failures.push(name)
  }
}

/** With Nx, which knows the rooms and what has not changed since. */
const inRooms = (target, ...which) => [
  'node_modules/nx/dist/bin/nx.js',
  'run-many',
  '-t',
  target,
  '--parallel=1',
  '--output-style=static',
  ...which,
]
const server = '@witboek/server'
/** What `tsconfig.node.json` leaves out: these have types of a browser besides. */
const withPages = ['@witboek/web', '@witboek/ui', '@witboek/e2e']

for (const old of results()) rmSync(join(house, old))
process.stdout.write('Checking everything; what is done is said here …\n')
const stories = check('Stories in the browser', [join(house, 'node_modules/@playwright/test/cli.js'), 'test'], {
  cwd: join(house, 'apps/e2e'),
})
const ofTheServer = check('Specs of the server', inRooms('test', `--projects=${server}`))
const rest = { patience: 10 }
await check('Format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'], rest)
await check('Lint, and the arrows between the rooms', inRooms('lint'), rest)
// One program for all of them reads once what each of them would read again.
await check('Types of what runs in Node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json'], rest)
await check('Types of what runs in a browser', inRooms('check', `--projects=${withPages}`), rest)
await check('Specs of the other rooms', inRooms('test', `--exclude=${server}`), rest)
await ofTheServer
await stories

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
