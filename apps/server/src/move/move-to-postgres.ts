import { parseArgs } from 'node:util'
import { DatabaseRefused, FolderRefused, moveToPostgres, MoveRefused } from '@witboek/store'
import { readSettings, SettingsRefused } from '../settings.ts'
import { databaseSentence, folderSentence } from '../store-sentences.ts'

const usage = 'npm run move-to-postgres -- --from .data --to postgres://name:password@host:5432/database'

let folder = ''
try {
  const { from, to } = wishes()
  const settings = readSettings(
    { DATA_DIR: from, DATABASE_URL: to, EXAMPLE: 'off' },
    process.env['INIT_CWD'] ?? process.cwd(),
  )
  folder = settings.dataFolder
  if (settings.databaseUrl === null) throw new SettingsRefused(`Say where to: ${usage}, or set DATABASE_URL.`)
  say(`Moving ${folder} to ${shown(settings.databaseUrl)}.`)
  const { books, entries, people } = await moveToPostgres(folder, settings.databaseUrl, steps())
  say(
    `Moved ${books} books with ${entries} entries, and ${people} people: every row and every book reads back the same from ` +
      `both. Start the servers with DATABASE_URL, and none on ${folder} any more; keep that folder until the first backup.`,
  )
} catch (cause) {
  process.stderr.write(
    `${whyNot(cause) ?? `It did not work: ${cause instanceof Error ? cause.stack : String(cause)}`}\n`,
  )
  process.exitCode = 1
}

/** `--from` and `--to`, or else what the server would use. */
function wishes(): { from: string | undefined; to: string | undefined } {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } })
    return { from: values.from ?? process.env['DATA_DIR'], to: values.to ?? process.env['DATABASE_URL'] }
  } catch {
    throw new SettingsRefused(`That is not understood: ${usage}.`)
  }
}

/** Says what is done now: a line for each table and book, and within the large ones one every few seconds and at the end. */
function steps(): (what: string) => void {
  let last = { step: '', at: 0 }
  return (what) => {
    const [step = what] = what.split(':')
    const ended = /(\d+) of \1$/.test(what)
    if (step === last.step && Date.now() - last.at < 3_000 && !ended) return
    last = { step, at: Date.now() }
    say(`  ${what}`)
  }
}

function whyNot(cause: unknown): string | null {
  if (cause instanceof SettingsRefused) return cause.message
  if (cause instanceof FolderRefused) return folderSentence(cause, folder)
  if (cause instanceof DatabaseRefused) return databaseSentence(cause)
  if (!(cause instanceof MoveRefused)) return null
  switch (cause.why) {
    case 'no-data':
      return `There is nothing to move: ${folder} holds no data. Name the folder of the server with --from.`
    case 'newer-tables':
      return 'One of the two was used by a newer version of Witboek: move with that version.'
    case 'not-empty':
      return `The database ${cause.message} holds something already: choose an empty one, no data are written over.`
    case 'in-use':
      return `The database ${cause.message} is in use by a running Witboek: stop all of them first.`
    case 'under-way':
      return `Another move to ${cause.message} is under way: wait for it to end.`
    case 'differs':
      return `What was moved does not read back the same (${cause.message}): nothing can start on it. Start the move again.`
  }
}

/** Without the password. */
function shown(url: string): string {
  const { host, pathname } = new URL(url)
  return host + pathname
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
