import { parseArgs } from 'node:util'
import { chanceFrom, seedOfToday } from '@witboek/testkit'
import type { Scenario } from './scenario.ts'
import { scenarios } from './scenarios/index.ts'
import { aKit, type Kit } from './town/kit.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, long: { type: 'boolean', default: false } },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const [wanted] = positionals
const chosen = scenarios.filter(({ name }) => wanted === 'all' || name === wanted)
if (chosen.length === 0) {
  say(wanted ? `There is no scenario "${wanted}".\n` : 'Scenarios:\n')
  for (const { name, about } of scenarios) say(`  ${name.padEnd(22)}${about}`)
  process.exit(wanted ? 1 : 0)
}

say('Getting the servers ready …')
const kit = await aKit()
let broken = 0
try {
  for (const scenario of chosen) broken += await runs(scenario, kit)
} finally {
  kit.remove()
}
process.exit(broken === 0 ? 0 : 1)

/** Runs one and prints its verdict; answers how many promises were broken. */
async function runs({ name, about, run }: Scenario, kit: Kit): Promise<number> {
  const chance = chanceFrom(values.seed === undefined ? seedOfToday() : Number(values.seed))
  say(`\n${name} (--seed ${chance.seed}): ${about}`)
  const { checks, measured } = await run({ kit, chance, long: values.long, say: (text) => say(`  … ${text}`) })
  for (const { rule, holds, what } of checks) say(`  ${holds ? 'kept  ' : 'BROKEN'} ${rule}: ${what}`)
  for (const figure of measured) say(`  ${figure}`)
  return checks.filter(({ holds }) => !holds).length
}
