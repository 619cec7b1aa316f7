import { parseArgs } from 'node:util'
import { systemNames, type SystemName } from './systems/names.ts'

export interface CommandLine {
  readonly scenarios: readonly string[]
  readonly scale: number
  readonly seed: number
  readonly generators: number | null
  readonly servers: readonly string[]
  /** Which systems to load; `null`: our own, and with `compare` the others of the scenario. */
  readonly systems: readonly SystemName[] | null
  readonly compare: boolean
  /** Print where the server's time went, and keep the profiles. */
  readonly profile: boolean
}

/** A command line that cannot be followed, in one sentence. */
export class NotUnderstood extends Error {}

export const usage = `npm run load -w @witboek/load -- <scenario> [<scenario> …] [options]
  --scale 0.1          a tenth of the people, for a tenth of the time
  --compare            with the others too, on the same traffic
  --system a,b         only these: ${systemNames.join(', ')}
  --servers url,url    servers that run already, with the example on, instead of one that is started
  --generators 2       processes full of people; one per core beside the server's unless said otherwise
  --profile            print where the server's time went, and keep the profile for a browser's developer tools
  --seed 7             chance is the same again`

export function readCommandLine(args: readonly string[]): CommandLine {
  const { values, positionals } = parsed(args)
  const systems = values.system?.split(',') ?? null
  const unknown = systems?.find((name) => !systemNames.includes(name as SystemName))
  if (unknown !== undefined) throw new NotUnderstood(`there is no system "${unknown}"`)
  return {
    scenarios: positionals,
    scale: number('scale', values.scale ?? '1'),
    seed: number('seed', values.seed ?? '1'),
    generators: values.generators === undefined ? null : number('generators', values.generators),
    servers: values.servers?.split(',').map((url) => url.replace(/\/$/, '')) ?? [],
    systems: systems as readonly SystemName[] | null,
    compare: values.compare ?? false,
    profile: values.profile ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        scale: { type: 'string' },
        seed: { type: 'string' },
        generators: { type: 'string' },
        servers: { type: 'string' },
        system: { type: 'string' },
        compare: { type: 'boolean' },
        profile: { type: 'boolean' },
      },
    })
  } catch (cause) {
    throw new NotUnderstood(cause instanceof Error ? cause.message : String(cause))
  }
}

function number(name: string, text: string): number {
  const value = Number(text)
  if (!(value > 0)) throw new NotUnderstood(`--${name} ${text} is no number above 0`)
  return value
}
