// Checks a record that was taken out of Witboek as a .jsonl file; see README.md beside it.
//   node check-export.mjs <file> [<head that was written down before>]
// Needs nothing but Node 18 or newer. Ends with code 1 when the file is not right.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file, earlier] = process.argv.slice(2)
if (!file) stop('Name the file: node check-export.mjs <file> [<head that was written down before>]')

const lines = readFileSync(file, 'utf8').split('\n')
if (lines.pop() !== '') stop('The file does not end with a whole line: it was cut off.')
const end = parsed(lines.pop() ?? '')
if (typeof end?.head !== 'string') stop('The file does not end with its head: it was cut off.')

let hash = ''
let seen = earlier === undefined
lines.forEach((line, i) => {
  const seq = i + 1
  const event = parsed(line)
  if (!Array.isArray(event)) stop(`Line ${seq} is no event.`)
  if (event[0] !== end.chain) stop(`Event ${seq} belongs to another record.`)
  if (event[1] !== seq) stop(`Event ${seq} is missing: number ${event[1]} is in its place.`)
  // Each event holds the hash of the one before it, so a change anywhere shows in the line behind it.
  if (event[9] !== hash) stop(`Event ${seq - 1} or ${seq} was changed.`)
  hash = createHash('sha256').update(line).digest('hex')
  seen ||= hash === earlier
})
if (lines.length !== end.events) stop(`There are ${lines.length} events, and not ${end.events}.`)
if (hash !== end.head) stop(`Event ${lines.length}, the last one, was changed.`)
if (!seen) stop('The head that was written down before is not in this file: the record was made anew since then.')
process.stdout.write(`Right: ${lines.length} events of ${end.chain}, head ${hash}.\n`)

function parsed(line) {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function stop(sentence) {
  process.stderr.write(`NOT RIGHT: ${sentence}\n`)
  process.exit(1)
}
