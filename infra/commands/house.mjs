import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const house = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** The Node that the house is built with; it comes from npm, so that any Node of 20 or newer can fetch it. */
export const houseNode = join(house, 'node_modules', 'node', 'bin', 'node')

/** An environment in which the programs of the house come first. */
export const houseEnvironment = (more = {}) => ({
  ...process.env,
  PATH: `${join(house, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
  ...more,
})

/** Whoever looks around finds evenings in the example; tests and towns do without, unless they ask. */
export const withEvenings = { EXAMPLE_EVENINGS: process.env.EXAMPLE_EVENINGS ?? 'on' }

const skipped = new Set(['node_modules', 'build', '.svelte-kit', 'test-results', 'playwright-report'])

/** One hash over the names, sizes and times of all files in these places: cheap to take, and it changes with any of them. */
export function fingerprint(places) {
  const hash = createHash('sha256')
  const take = (path) => {
    const stat = statSync(path)
    if (!stat.isDirectory()) hash.update(`${relative(house, path)} ${stat.size} ${stat.mtimeMs}\n`)
    else for (const name of readdirSync(path).sort()) if (!skipped.has(name)) take(join(path, name))
  }
  for (const place of places) if (existsSync(join(house, place))) take(join(house, place))
  return hash.digest('hex')
}

/** One hash over what is in these files, whenever they were written. */
export function contentHash(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(house, file)))
  return hash.digest('hex')
}

/** Does the stamp say that this was already done for this hash? */
export const stamped = (stamp, hash) =>
  existsSync(join(house, stamp)) && readFileSync(join(house, stamp), 'utf8') === hash

export function setStamp(stamp, hash) {
  const path = join(house, stamp)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, hash)
}
