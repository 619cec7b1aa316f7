import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { step, stopWith } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser for the browser tests: the one named by CHROMIUM, or the first found on the PATH. */
function find() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/snap/bin'].filter(Boolean)
  for (const name of names) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  return null
}

/** Answers the path of a Chromium; installs Debian's when there is none and this user may. Otherwise says what to do. */
export async function chromium() {
  const found = find()
  if (found) return found
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall)
    stopWith(
      'No Chromium was found for the browser tests. Install one ("sudo apt-get install chromium" on Debian), ' +
        'or name one with CHROMIUM=/path/to/chromium.',
    )
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step('Installing Chromium from Debian’s packages', async () => {
    await run('apt-get', ['update'], { quiet: true, env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { quiet: true, env })
  }).catch((cause) => stopWith(`Chromium could not be installed:\n${cause.output ?? cause}`))
  return find() ?? stopWith('Chromium was installed, but cannot be found.')
}
