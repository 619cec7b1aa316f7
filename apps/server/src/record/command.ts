import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { RecordFault } from '@witboek/contract'
import { DatabaseRefused, readDatabase, readFolder } from '@witboek/store'
import { readSettings, SettingsRefused } from '../settings.ts'
import { databaseSentence } from '../store-sentences.ts'
import { verifyRecord, type ChainVerdict, type RecordVerdict } from './verify.ts'

const usage = 'npm run verify-record -- [--head <hash, or a file that was exported>]…'

try {
  const heads = wishes()
  // Whether there is an example is nothing to the record.
  const { databaseUrl, dataFolder } = readSettings({ ...process.env, EXAMPLE: 'off' }, process.cwd())
  const place = databaseUrl === null ? `the data folder ${dataFolder}` : 'the database'
  const verdict = await (databaseUrl === null
    ? readFolder(dataFolder, (reading) => verifyRecord(reading, heads))
    : readDatabase(databaseUrl, (reading) => verifyRecord(reading, heads)))
  if (verdict) tell(verdict)
  else fail(`There is no record in ${place}: name where the server has its data with DATA_DIR or DATABASE_URL.`)
} catch (cause) {
  fail(whyNot(cause) ?? `It did not work: ${cause instanceof Error ? cause.stack : String(cause)}`)
}

function tell({ chains, lostHeads }: RecordVerdict): void {
  for (const chain of chains) say(`${chain.chain}: ${inWords(chain)}`)
  for (const head of lostHeads)
    fail(`NOT RIGHT: no event has the hash ${head}. What was recorded when it was written down was changed afterwards.`)
  const events = chains.reduce((sum, chain) => sum + chain.events, 0)
  if (chains.some(({ fault }) => fault !== null)) fail('The record is not right.')
  else if (lostHeads.length === 0) say(`The record is right: ${counted(events, 'event')}.`)
}

function inWords({ fault, events, from, to, head, waiting }: ChainVerdict): string {
  const time = (at: number | null) => (at === null ? '' : new Date(at).toISOString())
  const right =
    events === 0 ? 'no events' : `${counted(events, 'event')} from ${time(from)} to ${time(to)}, head ${head}`
  if (fault) return `${right}, and then NOT RIGHT: ${faultInWords(fault)}`
  return `${right}: OK${waiting > 0 ? `; not recorded yet: ${counted(waiting, 'fact')}` : ''}`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function faultInWords(fault: RecordFault): string {
  const { seq } = fault
  if (fault.what === 'event') return `event ${seq} ${fault.why === 'missing' ? 'is missing' : 'was changed'}.`
  const entry = fault.what === 'fact' ? `entry ${seq} of book ${fault.book}` : `fact ${seq} of meeting ${fault.meeting}`
  switch (fault.why) {
    case 'unrecorded':
      return `${entry} has no event.`
    case 'changed':
      return `${entry} is not what was recorded.`
    case 'gone':
      return `${entry} was recorded, and is not there.`
  }
}

/** The heads to look for: as hashes, or from the last line of a file that was exported. */
function wishes(): readonly string[] {
  const given = parsed()
  return given.map((head) => {
    if (/^[0-9a-f]{64}$/.test(head)) return head
    const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), head)
    if (!existsSync(file)) throw new SettingsRefused(`${head} is no hash, and no file either: ${usage}`)
    const last = readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? ''
    const hash = /"head":"([0-9a-f]{64})"/.exec(last)?.[1]
    if (!hash) throw new SettingsRefused(`${file} does not end with a head, so it is no whole export of the record.`)
    return hash
  })
}

function parsed(): readonly string[] {
  try {
    return parseArgs({ options: { head: { type: 'string', multiple: true } } }).values.head ?? []
  } catch {
    throw new SettingsRefused(`That is not understood: ${usage}`)
  }
}

function whyNot(cause: unknown): string | null {
  if (cause instanceof SettingsRefused) return cause.message
  return cause instanceof DatabaseRefused ? databaseSentence(cause) : null
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
