import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFolder, aServer } from '../../testing/a-server.ts'
import { inSeat } from '../../testing/the-example.ts'

const program = fileURLToPath(new URL('../../../../../docs/record/check-export.mjs', import.meta.url))

const folder = aFolder()
afterAll(() => folder.remove())

/** A record as the auditor took it out, without the last, empty line. */
let lines: string[]
beforeAll(async () => {
  const server = await aServer()
  const headers = { cookie: await server.seat(inSeat('auditor')) }
  // The facts of the example are copied while people come in.
  for (lines = []; lines.length < 20;) {
    const response = await fetch(`${server.address}/api/record/export.jsonl`, { headers })
    lines = (await response.text()).trimEnd().split('\n')
  }
  await server.close()
})

function checks(file: readonly string[], ...more: string[]): Promise<{ code: number; said: string }> {
  const path = join(folder.path, 'export.jsonl')
  writeFileSync(path, `${file.join('\n')}\n`)
  return new Promise((resolve) =>
    execFile(process.execPath, [program, path, ...more], (failure, out, err) =>
      resolve({ code: Number(failure?.code ?? 0), said: out + err }),
    ),
  )
}

const changed = (at: number, change: (line: string) => string): string[] =>
  lines.map((line, i) => (i === at ? change(line) : line))
const headOf = (file: readonly string[]): string => (JSON.parse(file.at(-1) ?? '') as { head: string }).head

describe('[RECORD-4] what somebody outside can check with forty lines of their own', () => {
  it('is right as it was taken out, and has the head that was written down before', async () => {
    const { code, said } = await checks(lines, headOf(lines))
    expect(said).toBe(`Right: ${lines.length - 1} events of example-dialogue, head ${headOf(lines)}.\n`)
    expect(code).toBe(0)
  })

  it.each<[string, () => string[], RegExp]>([
    ['a letter is another', () => changed(4, (line) => line.replace('"chef"', '"lead"')), /Event 5 or 6 was changed/],
    [
      'the last is another',
      () => changed(lines.length - 2, (line) => line.replace('"auditor"', '"lead"')),
      /the last one/,
    ],
    ['one is left out', () => lines.toSpliced(4, 1), /Event 5 is missing: number 6/],
    ['the first is left out', () => lines.slice(1), /Event 1 is missing/],
    ['two change places', () => lines.toSpliced(4, 2, lines[5] ?? '', lines[4] ?? ''), /Event 5 is missing/],
    ['the last is left out', () => lines.toSpliced(lines.length - 2, 1), /events, and not/],
    ['the head is gone', () => lines.slice(0, -1), /cut off/],
    [
      'another head stands there',
      () => changed(lines.length - 1, (l) => l.replace(headOf(lines), 'a'.repeat(64))),
      /last/,
    ],
    ['something else is between', () => lines.toSpliced(3, 0, 'hello'), /Line 4 is no event/],
    [
      'it is of another dialogue',
      () => changed(2, (line) => line.replace('example-dialogue', 'other')),
      /another record/,
    ],
  ])('is not right when %s', async (_, file, words) => {
    const { code, said } = await checks(file())
    expect(said).toMatch(/^NOT RIGHT: /)
    expect(said).toMatch(words)
    expect(code).toBe(1)
  })

  it('does not have the head of another record', async () => {
    const { code, said } = await checks(lines, 'f'.repeat(64))
    expect(said).toContain('made anew')
    expect(code).toBe(1)
  })
})
