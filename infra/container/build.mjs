import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { house, houseNode } from '../commands/house.mjs'
import { buildPages, installPackages } from '../commands/prepare.mjs'
import { Failed, run } from '../commands/run.mjs'
import { step, stopWith } from '../commands/say.mjs'

/**
 * `node infra/container/build.mjs <folder>`: everything that a server needs to run, and nothing else, in one folder. The
 * Containerfile does no more than this, so that the same steps run without a container as a test.
 */
const target = resolve(
  process.argv[2] ?? stopWith('Name the folder to build into: node infra/container/build.mjs <folder>'),
)
if (existsSync(target) && readdirSync(target).length > 0) stopWith(`The folder ${target} is not empty.`)

// Only where nothing is installed: a checkout in which people work is theirs to bring up to date.
if (!existsSync(houseNode)) await installPackages()
await buildPages()
await step('Taking what a server needs', async () => {
  for (const name of ['package.json', 'package-lock.json', 'LICENSES']) take(name)
  // The lock file is about all rooms: npm wants to see each of them, and installs for the server alone.
  for (const room of rooms()) take(join(room, 'package.json'))
  for (const room of roomsOf('apps/server')) take(join(room, 'src'))
  take('apps/web/build')
  take('infra/container/healthcheck.mjs')
})
await step('Installing what it needs to run', () =>
  run(
    'npm',
    ['ci', '--omit=dev', '-w', '@witboek/server', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'],
    { quiet: true, cwd: target },
  ),
).catch((cause) => stopWith(cause instanceof Failed ? cause.output : String(cause)))
// Links to rooms that are not there would only puzzle whoever looks inside.
for (const name of readdirSync(join(target, 'node_modules/@witboek')))
  if (!existsSync(join(target, 'node_modules/@witboek', name, 'src')))
    rmSync(join(target, 'node_modules/@witboek', name))

function take(path) {
  mkdirSync(join(target, path, '..'), { recursive: true })
  cpSync(join(house, path), join(target, path), { recursive: true, filter: (source) => !isForTests(source) })
}

function isForTests(path) {
  return path.endsWith('.spec.ts') || path.endsWith('/testing')
}

function rooms() {
  const { workspaces } = JSON.parse(readFileSync(join(house, 'package.json'), 'utf8'))
  return workspaces
    .flatMap((place) =>
      place.endsWith('/*')
        ? readdirSync(join(house, place.slice(0, -2))).map((name) => join(place.slice(0, -2), name))
        : [place],
    )
    .filter((room) => existsSync(join(house, room, 'package.json')))
}

/** A room, and every room that it is built on. */
function roomsOf(room, found = new Set()) {
  found.add(room)
  const { dependencies = {} } = JSON.parse(readFileSync(join(house, room, 'package.json'), 'utf8'))
  for (const name of Object.keys(dependencies))
    if (name.startsWith('@witboek/')) {
      const other = `libs/${name.slice('@witboek/'.length)}`
      if (!found.has(other)) roomsOf(other, found)
    }
  return found
}
