import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package as the lock file has it, or one of our own rooms. */
export interface Package {
  /** Where it lies, from the root of the checkout. */
  readonly place: string
  readonly name: string
  readonly version: string
  /** What the package says of itself; `null` when it says nothing that the lock file could take. */
  readonly license: string | null
  readonly room: boolean
}

interface Locked {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly link?: boolean
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** What runs: the server with all it loads, and the pages with all that is built into them. */
const running = ['apps/server', 'apps/web']

/** Rooms whose `devDependencies` are built into the pages, but for what builds and checks them. */
const builtIn: ReadonlySet<string> = new Set(['apps/web', 'libs/ui'])
const tools: ReadonlySet<string> = new Set(['@sveltejs/vite-plugin-svelte', 'svelte-check'])
/** Has a part of its own in what is built; what it needs is for building alone. */
const alone: ReadonlySet<string> = new Set(['@sveltejs/adapter-node'])

export class Packages {
  private readonly locked: Readonly<Record<string, Locked>>

  constructor(house: string) {
    const lock = JSON.parse(readFileSync(join(house, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, Locked>
    }
    this.locked = lock.packages
  }

  /** All that is installed to work on the house, from others. */
  all(): readonly Package[] {
    return Object.keys(this.locked)
      .filter((place) => place.includes('node_modules/') && !this.locked[place]?.link)
      .map((place) => this.at(place))
  }

  /** Our own rooms, and all from others that may run with them. Better one too many than one too few. */
  shipped(): readonly Package[] {
    const found = new Set<string>()
    const waiting = [...running]
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (found.has(place)) continue
      found.add(place)
      for (const name of this.neededBy(place)) {
        const other = this.find(name, place)
        if (other !== null) waiting.push(other)
      }
    }
    return [...found].sort().map((place) => this.at(place))
  }

  private neededBy(place: string): readonly string[] {
    const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = this.locked[place] ?? {}
    if (alone.has(nameOf(place))) return []
    const more = builtIn.has(place) ? Object.keys(devDependencies).filter((name) => !tools.has(name)) : []
    return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...more]
  }

  /** Where Node finds it from there; `null`: it was optional, and is not there on any machine. */
  private find(name: string, from: string): string | null {
    for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]*$/, '')) {
      const place = join(folder, 'node_modules', name)
      const locked = this.locked[place]
      if (locked) return locked.link ? (locked.resolved ?? null) : place
      if (folder === '') return null
    }
  }

  private at(place: string): Package {
    const { name, version = '', license = null } = this.locked[place] ?? {}
    return { place, name: name ?? nameOf(place), version, license, room: !place.includes('node_modules/') }
  }
}

const nameOf = (place: string): string => place.split('node_modules/').at(-1) ?? place

/** What the installed package says of itself; `null` when it is not installed here, as those for other machines are. */
export function installed(house: string, { place }: Package): { readonly license?: unknown } | null {
  const path = join(house, place, 'package.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { license?: unknown }) : null
}
