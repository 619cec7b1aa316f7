import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { step, stopWith } from './say.mjs'

/** The same browser without its own windows, tabs and menus: nobody looks at those, and they cost a third of the work. */
const bare = ['chromium-headless-shell', 'chrome-headless-shell']
const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The first of these programs that is found on the PATH. */
function find(names) {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/snap/bin'].filter(Boolean)
  for (const name of names) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  return null
}

/**
 * Answers the path of the browser for the browser tests: the one named by CHROMIUM, or what is found. Installs Debian's
 * when this user may; otherwise a whole Chromium does, and without any it says what to do.
 */
export async function chromium() {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : stopWith(`There is no browser at CHROMIUM=${named}.`)
  const found = find(bare)
  if (found) return found
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const otherwise = find(whole)
  if (!mayInstall)
    return (
      otherwise ??
      stopWith(
        'No Chromium was found for the browser tests. Install one ("sudo apt-get install chromium-headless-shell" on ' +
          'Debian), or name one with CHROMIUM=/path/to/chromium.',
      )
    )
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const installs = async (name) => {
    await run('apt-get', ['update'], { quiet: true, env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', name], { quiet: true, env })
  }
  try {
    await step('Installing Chromium from Debian’s packages', () => installs(bare[0]))
  } catch (cause) {
    // An older Debian has only the whole one.
    if (otherwise) return otherwise
    await step('Installing the whole Chromium', () => installs(whole[0])).catch((second) =>
      stopWith(`Chromium could not be installed:\n${cause.output ?? cause}\n${second.output ?? second}`),
    )
  }
  return find([...bare, ...whole]) ?? stopWith('Chromium was installed, but cannot be found.')
}
