import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

it('the page of the settings names every setting of the server, and no other', () => {
  const source = read('apps/server/src/settings.ts')
  const environment = source.slice(source.indexOf('const Environment'), source.indexOf('/** Reads the settings'))
  const known = [...environment.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name).sort()
  const told = [...read('docs/operations/settings.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name).sort()
  expect(known.length).toBeGreaterThan(10)
  expect(told).toEqual(known)
})
