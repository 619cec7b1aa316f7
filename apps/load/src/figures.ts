import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { playAll } from './play.ts'
import { figuresPage } from './report/figures-page.ts'
import { thisMachine } from './report/machine.ts'
import { ResultsFile } from './report/results-file.ts'
import { scenarios } from './scenarios/index.ts'
import { stopOnSignal } from './systems/folder.ts'

/**
 * `npm run figures -w @witboek/load`: every scenario, with everyone we compare with, and the page that comes of it. A trial
 * (`--scale 0.1 --out /tmp/figures.md`) goes elsewhere: the page in docs is only ever a whole run.
 */
const house = fileURLToPath(new URL('../../..', import.meta.url))
const { values } = parseArgs({ options: { scale: { type: 'string' }, out: { type: 'string' } } })
const scale = Number(values.scale ?? 1)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

if (scale !== 1 && values.out === undefined) {
  say('A trial needs --out: the page in docs is only ever a whole run.')
  process.exit(1)
}
stopOnSignal()
const out = values.out ?? `${house}docs/figures.md`
const machine = thisMachine()
const began = Date.now()
const results = new ResultsFile()
const options = { scale, seed: 1, generators: null, servers: [], systems: null, compare: true, profile: false }
const rows = await playAll(scenarios, options, { say, results })
const minutes = Math.ceil((Date.now() - began) / 60_000)
const day = new Date().toISOString().slice(0, 10)
const command = 'npm run figures -w @witboek/load'
writeFileSync(out, figuresPage({ rows, scenarios, machine, command, day, minutes, scale }))
spawnSync(process.execPath, [`${house}node_modules/prettier/bin/prettier.cjs`, '--write', out], { stdio: 'ignore' })
say(`The page is ${relative(process.cwd(), out)}, after ${minutes} minutes; the rows are in ${results.path}`)
