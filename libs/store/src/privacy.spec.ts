import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { openEmbeddedStore } from './embedded/store.ts'
import { tableNames } from './tables.ts'

const page = readFileSync(new URL('../../../docs/privacy.md', import.meta.url), 'utf8')

/** The rows of the one table whose first cell names columns, and what their other cells say. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `') && /`\w+\.\w+`/.test(line))
  .map((line) => {
    const [where = '', ...cells] = line.slice(1, -1).split('|')
    return { columns: [...where.matchAll(/`(\w+\.\w+)`/g)].map(([, name]) => name ?? ''), cells }
  })
const told = rows.flatMap(({ columns }) => columns)
const [, withoutPeople = ''] = /^Tables without anything about people: ([^]*?)\.$/m.exec(page) ?? []
const others = [...withoutPeople.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '')

describe('[PRIVACY-1] the page about privacy', () => {
  let columns: readonly string[]
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'witboek-'))
    await (await openEmbeddedStore(folder)).close()
    const database = new DatabaseSync(join(folder, 'witboek.sqlite'), { readOnly: true })
    columns = tableNames.flatMap((table) =>
      database
        .prepare(`select name from pragma_table_info('${table}')`)
        .all()
        .map(({ name }) => `${table}.${String(name)}`),
    )
    database.close()
    rmSync(folder, { recursive: true })
  })

  it('tells of every column of every table with something about people, once, and of no other', () => {
    const expected = columns.filter((column) => !others.includes(column.split('.')[0] ?? ''))
    expect(expected.length).toBeGreaterThan(100)
    expect(told.toSorted()).toEqual(expected.toSorted())
  })

  it('names every other table as one without', () => {
    const tables = new Set(told.map((column) => column.split('.')[0] ?? ''))
    expect([...tables, ...others].toSorted()).toEqual(tableNames.toSorted())
  })

  it('says of each what, why, on what ground, seen by whom, how long and how it goes', () => {
    for (const {
      columns: [first],
      cells,
    } of rows) {
      expect(cells, first).toHaveLength(6)
      expect(
        cells.filter((cell) => cell.trim() === ''),
        first,
      ).toEqual([])
      expect(cells[2]?.trim(), first).toMatch(/^[ae](, [ae])*$/)
    }
  })
})
