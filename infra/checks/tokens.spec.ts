import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const house = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string): string => readFileSync(join(house, file), 'utf8')
const sources = globSync(['libs/ui/src/**/*.{svelte,css,ts}', 'apps/web/src/**/*.{svelte,css,ts}'], { cwd: house })

it('the look has a name for all that pages read of it, and no other', () => {
  const named = [...read('libs/ui/src/tokens.css').matchAll(/^ +(--basis-[\w-]+):/gm)].map(([, name]) => name)
  const asked = sources.flatMap((file) => [...read(file).matchAll(/var\((--basis-[\w-]+)/g)].map(([, name]) => name))
  expect(named.length).toBeGreaterThan(100)
  expect(named.toSorted()).toEqual([...new Set(asked)].toSorted())
})
