import { NotUnderstood, readCommandLine, usage } from './command-line.ts'
import { playAll } from './play.ts'
import { ResultsFile } from './report/results-file.ts'
import { scenarios } from './scenarios/index.ts'
import { stopOnSignal } from './systems/folder.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

stopOnSignal()
try {
  const line = readCommandLine(process.argv.slice(2))
  const wanted = line.scenarios.map((name) => {
    const scenario = scenarios.find((one) => one.name === name)
    if (!scenario) throw new NotUnderstood(`there is no scenario "${name}"`)
    return scenario
  })
  if (wanted.length === 0) throw new NotUnderstood('which scenario?')
  const results = new ResultsFile()
  await playAll(wanted, line, { say, results })
  say(`The rows are in ${results.path}`)
} catch (cause) {
  if (!(cause instanceof NotUnderstood)) throw cause
  say(`${cause.message}\n\n${usage}\n\nScenarios: ${scenarios.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
}
