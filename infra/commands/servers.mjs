import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { step, stopWith } from './say.mjs'

/** What the tests start servers of their own from: Debian's package, the program in it, and where that may be. */
const needed = [
  { debian: 'postgresql', program: 'postgres', elsewhere: () => versionsIn('/usr/lib/postgresql') },
  { debian: 'redis-server', program: 'redis-server', elsewhere: () => ['/usr/bin', '/usr/sbin'] },
  // What reads the settings of infra, and two proxies to stand behind.
  { debian: 'nginx-light', program: 'nginx', elsewhere: () => ['/usr/sbin'] },
  { debian: 'caddy', program: 'caddy', elsewhere: () => ['/usr/bin'] },
  { debian: 'openssl', program: 'openssl', elsewhere: () => ['/usr/bin'] },
  { debian: 'prometheus', program: 'promtool', elsewhere: () => ['/usr/bin'] },
]

const versionsIn = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : []

const missing = () =>
  needed.filter(({ program, elsewhere }) => {
    const folders = [...(process.env.PATH ?? '').split(':').filter(Boolean), ...elsewhere()]
    return !folders.some((folder) => existsSync(join(folder, program)))
  })

/** Sees to it that there are real servers to test with; installs Debian's when this user may. Otherwise says what to do. */
export async function servers() {
  const lacking = missing().map(({ debian }) => debian)
  if (lacking.length === 0) return
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall)
    stopWith(
      `The tests need ${lacking.join(' and ')}, which were not found. ` +
        `Install them ("sudo apt-get install ${lacking.join(' ')}" on Debian); they need not run.`,
    )
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Installing ${lacking.join(' and ')} from Debian’s packages`, () =>
    withoutStarting(async () => {
      await run('apt-get', ['update'], { quiet: true, env })
      await run('apt-get', ['install', '-y', '--no-install-recommends', ...lacking], { quiet: true, env })
    }),
  ).catch((cause) => stopWith(`They could not be installed:\n${cause.output ?? cause}`))
  if (missing().length > 0) stopWith(`${lacking.join(' and ')} were installed, but cannot be found.`)
}

/** Debian starts what it installs, unless a policy says no. One that is there already stays as it is. */
async function withoutStarting(work) {
  const policy = '/usr/sbin/policy-rc.d'
  if (existsSync(policy)) return work()
  const goOn = () => undefined
  // Ctrl-C ends the installation; this command lives on for as long as it takes to remove the policy again.
  process.on('SIGINT', goOn)
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    return await work()
  } finally {
    rmSync(policy, { force: true })
    process.off('SIGINT', goOn)
  }
}
