import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const kept = new Set<string>()

process.once('exit', () => {
  for (const path of kept) rmSync(path, { recursive: true, force: true })
})

/** A folder for as long as a system runs; gone at the latest with this process. */
export function aFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'witboek-load-'))
  kept.add(path)
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true })
      kept.delete(path)
    },
  }
}

/** Whoever stops the run by hand leaves nothing behind: servers and people end with it by themselves. */
export function stopOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
}
