import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { aWitboek, witboekMain, type WitboekPlan } from '@witboek/testkit/servers'
import { build } from 'esbuild'

/** What servers start from: the whole server in one file, and what Node has made of it. */
export interface Kit {
  readonly main: string
  readonly compiled: string
  /** A data folder in which the example has been set up. */
  readonly data: string
  remove(): void
}

/** The same code, but it starts in a third of the time: a server that is killed two hundred times is started as often. */
export async function aKit(): Promise<Kit> {
  const folder = mkdtempSync(join(tmpdir(), 'witboek-fault-'))
  const [main, compiled, data] = [join(folder, 'server.mjs'), join(folder, 'compiled'), join(folder, 'data')]
  // The example's own data are not in the one file: the first start sets it up, the second leaves behind what Node made of it.
  await onceWith({ environment: { DATA_DIR: data } })
  await build({
    entryPoints: [witboekMain],
    outfile: main,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minifyWhitespace: true,
    logLevel: 'error',
    // The modules among them that are not ESM ask for Node's own by `require`.
    banner: {
      js: `import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url)`,
    },
  })
  await onceWith({ main, environment: { DATA_DIR: data, NODE_COMPILE_CACHE: compiled } })
  return { main, compiled, data, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

async function onceWith(plan: WitboekPlan): Promise<void> {
  const server = await aWitboek(plan)
  await server.stop()
}

/** The server as it stands in the source: sets the example up in an empty database. */
export const setUpIn = (environment: Readonly<Record<string, string>>): Promise<void> => onceWith({ environment })

/** So many more experts in each theme, while no server runs there. */
export function moreExpertsIn(environment: Readonly<Record<string, string>>, count: number): Promise<void> {
  const file = fileURLToPath(new URL('../../../server/src/testing/full-hall.ts', import.meta.url))
  const child = spawn(process.execPath, [file, String(count), '0'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error('the hall could not be filled'))))
  })
}
