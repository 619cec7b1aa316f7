import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { textGroups, type TextGroup } from '@witboek/i18n'
import { describe, expect, it } from 'vitest'
import { laterTextGroupsOf, textGroupsOf } from './text-groups.ts'

const web = fileURLToPath(new URL('..', import.meta.url))
const ui = fileURLToPath(new URL('../../../../libs/ui/src', import.meta.url))
const groups = fileURLToPath(new URL('../../../../libs/i18n/src/nl/groups', import.meta.url))

/** The parts of the texts that are fetched with a group. */
function partsOf(group: TextGroup | 'common'): readonly string[] {
  const [, parts = ''] = /\{([^}]*)\}\s*$/.exec(readFileSync(join(groups, `${group}.ts`), 'utf8').trim()) ?? []
  return parts.split(',').flatMap((part) => part.trim() || [])
}

const sources = new Map<string, string>()
function source(file: string): string {
  const known = sources.get(file) ?? readFileSync(file, 'utf8')
  sources.set(file, known)
  return known
}

/** Where an import leads within the pages and their components; `null` for everything else. */
function fileOf(wish: string, from: string): string | null {
  const path = wish.startsWith('#lib/')
    ? join(web, 'lib', wish.slice('#lib/'.length))
    : wish.startsWith('@witboek/ui/')
      ? join(ui, wish.slice('@witboek/ui/'.length))
      : wish.startsWith('.')
        ? resolve(dirname(from), wish)
        : null
  return path && /\.(svelte|ts)$/.test(path) && existsSync(path) ? path : null
}

/** A file with all that it leads to, at once or later. */
function withImports(files: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const [, wish = ''] of source(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      const next = fileOf(wish, file)
      if (next) visit(next)
    }
  }
  for (const file of files) visit(file)
  return found
}

/** The parts of the texts that a file says, by all the ways in which our files take them. */
function partsSaidIn(file: string): readonly string[] {
  const text = source(file)
  const whole = [
    ...text.matchAll(/const (\w+)(?:: Texts)? = (?:\$derived\()?textsIn\([^()]*(?:\([^()]*\))?[^()]*\)\)?$/gm),
  ]
  const taken = [...text.matchAll(/const \{([^}]*)\} = (?:\$derived\()?textsIn\(/g)]
  const said = [
    ...[...text.matchAll(/textsIn\([^()]*\)\.(\w+)/g)].flatMap(([, part]) => part ?? []),
    ...whole.flatMap(([, name]) =>
      [...text.matchAll(new RegExp(`(?<![.\\w])${name}\\.(\\w+)`, 'g'))].flatMap(([, part]) => part ?? []),
    ),
    ...taken.flatMap(([, parts = '']) => parts.split(',').flatMap((part) => part.split(':')[0]?.trim() || [])),
  ]
  // Where one looks first whether they are there.
  return said.filter((part) => !text.includes(`hasTexts(locale, '${part}')`))
}

const everyPart = [...partsOf('common'), ...textGroups.flatMap(partsOf)]

describe('the texts of a page', () => {
  const routes = globSync('routes/**/+page.svelte', { cwd: web }).map(
    (file) => dirname(file).slice('routes'.length) || '/',
  )

  it.each(routes)('%s has fetched all that it can say', (route) => {
    const folders = route.split('/').map((_, i, parts) => join(web, 'routes', ...parts.slice(0, i + 1)))
    const own = folders.flatMap((folder) =>
      globSync('+{page,layout,error}*.{svelte,ts}', { cwd: folder }).map((file) => join(folder, file)),
    )
    const leaf = join(web, 'routes', route)
    const files = own.filter((file) => dirname(file) === leaf.replace(/\/$/, '') || !/\+page/.test(file))
    const fetched = new Set([
      ...partsOf('common'),
      ...[...textGroupsOf(route), ...laterTextGroupsOf(route)].flatMap(partsOf),
    ])
    const missing = [...withImports(files)].flatMap((file) =>
      partsSaidIn(file)
        .filter((part) => everyPart.includes(part) && !fetched.has(part))
        .map((part) => `${file.replace(web, '')}: ${part}`),
    )
    expect([...new Set(missing)]).toEqual([])
  })

  it('are found in the files, or this would say nothing', () => {
    const files = withImports([join(web, 'routes/thema/[theme]/groenboek/+page.svelte')])
    expect(new Set([...files].flatMap(partsSaidIn))).toContain('locks')
  })

  it('for an address that is nowhere are those of every page, and why the server says no', () => {
    expect(textGroupsOf(null)).toEqual(['problems'])
  })
})
