import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { roles, type Role } from './people.ts'
import { givenBy, rights } from './rights.ts'

const page = readFileSync(new URL('../../../docs/rules/rights.md', import.meta.url), 'utf8')

/** The rows of the table on the page that begins with this column. */
const rowsUnder = (head: string): readonly string[] => {
  const lines = page.slice(page.indexOf(`\n| ${head} `) + 1).split('\n')
  const end = lines.findIndex((line) => !line.startsWith('|'))
  return lines.slice(2, end).map((line) => line.replaceAll(/\s+/g, ' ').trim())
}

const named = (to: readonly Role[] | 'anyone'): string => {
  if (to === 'anyone') return 'anyone'
  return to.length === roles.length ? 'every role' : to.join(', ')
}

it('[RIGHTS-1] the page of the rights has the table as it is', () => {
  const rows = Object.entries(rights).flatMap(([act, grants]) =>
    grants.map((one) => `| \`${act}\` | ${named(one.to)} | ${one.if.join('; ')} |`.replaceAll(/\s+/g, ' ')),
  )
  expect(rowsUnder('act')).toEqual(rows)
})

it('[RIGHTS-4] the page of the rights says who gives which seats', () => {
  const rows = Object.entries(givenBy).map(([giver, given]) => `| ${giver} | ${given.join(', ')} |`)
  expect(rowsUnder('who')).toEqual(rows)
})
