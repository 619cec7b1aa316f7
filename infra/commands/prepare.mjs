import { existsSync } from 'node:fs'
import { contentHash, fingerprint, house, houseEnvironment, houseNode, setStamp, stamped } from './house.mjs'
import { Failed, run } from './run.mjs'
import { step, stopWith } from './say.mjs'

const oldestNode = 20
const installed = 'node_modules/.witboek-installed'
const built = 'apps/web/build/.witboek-built'

/** Stops with one sentence when the Node that started the command is too old to fetch the right one. */
export function checkNode() {
  const version = Number(process.versions.node.split('.')[0])
  if (version < oldestNode)
    stopWith(
      `Witboek needs Node ${oldestNode} or newer to start, and this is Node ${process.versions.node}. ` +
        'Install a newer Node (https://nodejs.org), then try again.',
    )
}

/** Installs the packages of the lock file when they are not there, or are not the right ones. */
export async function installPackages() {
  const hash = contentHash(['package-lock.json'])
  if (stamped(installed, hash) && existsSync(houseNode)) return
  try {
    await step('Installing packages (about a minute the first time)', () =>
      run('npm', ['ci', '--no-audit', '--no-fund'], { quiet: true, cwd: house }),
    )
  } catch (cause) {
    if (cause instanceof Failed) process.stderr.write(cause.output)
    stopWith('The packages could not be installed: is the npm registry reachable, and is there room on the disk?')
  }
  if (!existsSync(houseNode))
    stopWith('Node 24 was not installed with the packages: run "npm ci" without --ignore-scripts, then try again.')
  setStamp(installed, hash)
}

/** Builds the pages when their sources have changed since the last time. */
export async function buildPages() {
  const hash = fingerprint([
    'apps/web',
    'libs/ui',
    'libs/i18n',
    'libs/book',
    'libs/contract',
    'libs/domain',
    'package-lock.json',
    'tsconfig.base.json',
  ])
  if (stamped(built, hash) && existsSync(`${house}/apps/web/build/handler.js`)) return
  try {
    await step('Building the pages', () =>
      run('npm', ['run', 'build', '-w', '@witboek/web', '--silent'], {
        quiet: true,
        cwd: house,
        env: houseEnvironment(),
      }),
    )
  } catch (cause) {
    if (cause instanceof Failed) process.stderr.write(cause.output)
    stopWith('The pages could not be built: the lines above say where it went wrong.')
  }
  setStamp(built, hash)
}
