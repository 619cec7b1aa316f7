import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const house = fileURLToPath(new URL('../../../../..', import.meta.url))
const files = globSync(['apps/web/src/**/*.svelte', 'libs/ui/src/**/*.svelte'], { cwd: house })

/** Every icon on a page, with the names of what is said of it. */
const icons = files.flatMap((file) => {
  const source = readFileSync(`${house}/${file}`, 'utf8')
  const names = [...source.matchAll(/import (\w+) from '@lucide\/svelte\/icons\//g)].map(([, name = '']) => name)
  return names.flatMap((name) =>
    [...source.matchAll(new RegExp(`<${name}\\b([^>]*)/>`, 'g'))].map(([tag, said = '']) => ({
      tag: `${file}: ${tag}`,
      said: [...said.matchAll(/([\w-]+)(?==)/g)].map(([attribute]) => attribute),
    })),
  )
})

describe('icons, which become plain markup (lighter.ts)', () => {
  it('are said no more of than that markup knows', () => {
    expect(icons.length).toBeGreaterThan(20)
    const known = ['size', 'strokeWidth', 'aria-label', 'aria-hidden']
    expect(icons.filter(({ said }) => said.some((attribute) => !known.includes(attribute)))).toEqual([])
  })
})
