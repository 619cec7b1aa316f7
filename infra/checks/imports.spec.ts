import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const house = fileURLToPath(new URL('../..', import.meta.url))
const made = /node_modules|\/build\/|\.svelte-kit/
const sources = new Map(
  globSync('{libs/*,apps/*,infra}/*/**/*.{ts,svelte}', { cwd: house, exclude: (name) => made.test(`${name}/`) }).map(
    (file) => [file, readFileSync(join(house, file), 'utf8')],
  ),
)

/** Only within its own room: between rooms the arrows of the lint keep it right. */
function importedBy(file: string): readonly string[] {
  const named = [...(sources.get(file) ?? '').matchAll(/(?:\bfrom |\bimport\(?|^import )'(\.[^']+|#lib\/[^']+)'/gm)]
  return named
    .map(([, to = '']) => (to.startsWith('#') ? to.replace('#lib', 'apps/web/src/lib') : join(dirname(file), to)))
    .filter((to) => sources.has(to))
}

/** The files from which one comes back to where one was; empty when there are none. */
function circle(): readonly string[] {
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const to of importedBy(file)) {
      const found = walk(to, [...way, file])
      if (found.length > 0) return found
    }
    done.add(file)
    return []
  }
  for (const file of sources.keys()) {
    const found = walk(file, [])
    if (found.length > 0) return found
  }
  return []
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.match(/[\w$]+/g))

/** Names that are exported, though no other file says them. */
function exportedForNobody(): readonly string[] {
  const saidIn = new Map<string, number>()
  for (const text of sources.values()) for (const word of wordsIn(text)) saidIn.set(word, (saidIn.get(word) ?? 0) + 1)
  return [...sources].flatMap(([file, text]) =>
    [...text.matchAll(/^export (?:async |abstract )?(?:const|let|function\*?|class|interface|type) ([\w$]+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => saidIn.get(name) === 1 && !isPage(file))
      .map((name) => `${file}: ${name}`),
  )
}

/** SvelteKit takes what it wants from these by its name. */
const isPage = (file: string): boolean => /^apps\/web\/src\/(routes|params|hooks)/.test(file)

describe('the files of the house', () => {
  it('are there to be read', () => {
    expect(sources.size).toBeGreaterThan(1000)
    expect(importedBy('apps/web/src/lib/meetings/PlanningNews.svelte')).toContain(
      'apps/web/src/lib/meetings/planning.svelte.ts',
    )
  })

  it('import each other in no circle, types included', () => {
    expect(circle()).toEqual([])
  })

  it('export nothing that is for no other file', () => {
    expect(exportedForNobody()).toEqual([])
  })
})
