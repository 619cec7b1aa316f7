import type { Scenario } from '../scenarios/scenario.ts'
import { systemTitles } from '../systems/names.ts'
import type { Machine } from './machine.ts'
import type { Row } from './rows.ts'
import { asMarkdown, limitMark, linesOf } from './table.ts'
import { judge } from './targets.ts'

export interface Run {
  readonly rows: readonly Row[]
  readonly scenarios: readonly Scenario[]
  readonly machine: Machine
  readonly command: string
  readonly day: string
  readonly minutes: number
  readonly scale: number
}

/** The page of figures: what was wanted, what was measured, beside whom, where and when. */
export function figuresPage({ rows, scenarios, machine, command, day, minutes, scale }: Run): string {
  const { processor, cores, memoryGb, kernel, node, commit } = machine
  return [
    '# Figures',
    `Written by \`${command}\` on ${day}, in ${minutes} minutes. Never by hand: whoever doubts a figure runs it again.`,
    asMarkdown([
      ['machine', ''],
      ['processor', `${processor}, ${cores} cores`],
      ['memory', `${memoryGb} GB`],
      ['kernel', kernel],
      ['Node', node],
      ['commit', commit.endsWith('+') ? `${commit.slice(0, -1)}, with changes that were not committed` : commit],
    ]),
    scale === 1 ? [] : `**A trial at ${scale} of full size: these are no figures to compare with the targets.**`,
    '## What is wanted',
    'Our own server, with the guard at its door and nothing acknowledged or shown before it is durable.',
    asMarkdown([
      ['what', 'wanted', 'measured', ''],
      ...judge(rows).map(({ what, wanted, measured, verdict }) => [what, wanted, measured, verdict]),
    ]),
    '## What was measured',
    howItIsMeasured,
    ...scenarios.flatMap((scenario) => sectionOf(scenario, rows)),
  ]
    .flat()
    .join('\n\n')
    .concat('\n')
}

const howItIsMeasured =
  'The server has a core of its own, the simulated people have the others. "Seen" is from the moment a letter is sent until ' +
  'another one has it; "acknowledged" is until its writer is told that it is kept, which with ours means: on the disk. ' +
  'Processor is that of the server’s process, in percent of one core. "To each" is what goes to one person. A loop delay is ' +
  'how late the server was for what it had to do. Letters that were typed in the measured time count however late they ' +
  `arrive. ${limitMark} marks a row in which the generator itself was short of time: the line below says how. A relay keeps ` +
  'nothing and checks nothing, y-websocket acknowledges nothing, and Hocuspocus acknowledges what it has in memory. In ours ' +
  'a book has six sections, all open on every page, and people write spread over them; elsewhere a book is one document.'

function sectionOf({ name, about, columns }: Scenario, all: readonly Row[]): readonly string[] {
  const rows = all.filter(({ scenario }) => scenario === name)
  if (rows.length === 0) return []
  const remarks = rows.flatMap(({ variant, system, limit, notes }) => {
    const who = (mark: string) => [systemTitles[system] + mark, variant].filter((part) => part !== '').join(', ')
    return [...(limit === null ? [] : [`${who(limitMark)}: ${limit}`]), ...notes.map((note) => `${who('')}: ${note}`)]
  })
  return [
    `### ${name}`,
    about,
    asMarkdown(linesOf(rows, columns)),
    ...(remarks.length > 0 ? [remarks.map((remark) => `- ${remark}.`).join('\n')] : []),
  ]
}
