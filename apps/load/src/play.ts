import type { CommandLine } from './command-line.ts'
import type { ResultsFile } from './report/results-file.ts'
import type { Row } from './report/rows.ts'
import { asText, limitMark, linesOf } from './report/table.ts'
import type { Scenario } from './scenarios/scenario.ts'
import { Stage } from './scenarios/stage.ts'

interface Hands {
  /** Progress, for whoever waits. */
  readonly say: (line: string) => void
  readonly results: ResultsFile
}

/** Plays scenarios one after the other; each row is kept as soon as it is there, and each scenario ends with its table. */
export async function playAll(
  scenarios: readonly Scenario[],
  { scale, seed, generators, servers, systems, compare, profile }: Omit<CommandLine, 'scenarios'>,
  { say, results }: Hands,
): Promise<readonly Row[]> {
  const all: Row[] = []
  for (const scenario of scenarios) {
    const stage = new Stage({ scale, seed, generators, servers, profiles: profile ? results.folder : null, say })
    const those = systems ?? ['witboek' as const, ...(compare ? scenario.peers : [])]
    const rows = await scenario.play(stage, those)
    for (const row of rows) results.add(row)
    all.push(...rows)
    process.stdout.write(`\n${scenario.name}\n${asText(linesOf(rows, scenario.columns))}\n`)
    for (const { system, variant, limit, notes } of rows) {
      if (limit !== null) process.stdout.write(`${limitMark} ${[variant, system].join(' ').trim()}: ${limit}\n`)
      for (const note of notes) process.stdout.write(`${[variant, system].join(' ').trim()}: ${note}\n`)
    }
  }
  return all
}
