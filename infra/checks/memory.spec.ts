import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** In MiB: what the process that makes PDFs may hold. */
const pdfMost = Number(/memoryMax: (\d+) \* mega/.exec(read('libs/publish/src/pdf/limits.ts'))?.[1])
/** In MB: the most that was seen of a server alone (docs/figures.md, two thousand people at once). */
const serverMost = 640
const page = read('docs/operations/start.md')

it('the chart gives a server room for the most that it takes, beside the process that makes its PDFs', () => {
  const { resources } = parse(read('infra/helm/witboek/values.yaml')) as { resources: { memoryLimit: string } }
  const limit = Number(/^(\d+)Mi$/.exec(resources.memoryLimit)?.[1])
  // How much that process holds is seen every tenth of a second.
  expect(limit).toBeGreaterThan(serverMost + pdfMost + 100)
})

it('the pages about memory say how much that process may hold', () => {
  expect(page).toContain(`${serverMost} MB`)
  for (const name of ['start', 'kubernetes', 'compose'])
    expect(read(`docs/operations/${name}.md`), name).toContain(`${pdfMost} MB`)
})
