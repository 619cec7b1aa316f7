import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A program of Debian's packages: on the PATH, or where Debian puts what is not (`/usr/lib/postgresql/15/bin`). */
export function binary(name: string, { package: debian, elsewhere }: { package: string; elsewhere: string }): string {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean),
    ...globSync(elsewhere).toSorted((a, b) => newest(b) - newest(a)),
  ]
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
  if (found) return found
  // Missing is failing: a test that was left out proves nothing.
  throw new Error(
    `No ${name} was found for the tests. Install it ("sudo apt-get install ${debian}" on Debian), or run "npm test" as a user who may.`,
  )
}

const newest = (folder: string): number => Number(/\d+/.exec(folder)?.[0] ?? 0)
