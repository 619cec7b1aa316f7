import { resolve } from 'node:path'
import { readSettings, type Settings } from '../settings.ts'
import { whyNot } from './say-why.ts'

/**
 * A command with one file: does it, says what it did, or in one sentence why not. Names are as seen from the folder in
 * which the person typed it.
 */
export async function command(
  usage: string,
  act: (file: string, settings: Settings) => string | Promise<string>,
): Promise<void> {
  const from = process.env['INIT_CWD'] ?? process.cwd()
  const [name, ...more] = process.argv.slice(2)
  if (!name || more.length > 0) return fail(`Name one file: ${usage}`)
  const file = resolve(from, name)
  let [folder, place] = ['', '']
  try {
    // Whether there is an example is nothing to a backup.
    const settings = readSettings({ ...process.env, EXAMPLE: 'off' }, process.cwd())
    folder = settings.dataFolder
    place = settings.databaseUrl === null ? `The data folder ${folder}` : 'The database'
    process.stdout.write(`${await act(file, settings)}\n`)
  } catch (cause) {
    fail(
      whyNot(cause, file, folder, place) ?? `It did not work: ${cause instanceof Error ? cause.stack : String(cause)}`,
    )
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
