import { dealCores } from '../generator/cores.ts'
import { Generators } from '../generator/generators.ts'
import type { Row } from '../report/rows.ts'
import type { SystemName } from '../systems/names.ts'
import { startPeer } from '../systems/peer.ts'
import { profilesInto } from '../systems/profiles.ts'
import type { RunningSystem } from '../systems/running-system.ts'
import { joinWitboek, startWitboek } from '../systems/witboek.ts'
import { Hall } from './hall.ts'

export interface StageOptions {
  /** 1: as many people and as long as the figures ask for; 0.1: a tenth of both. */
  readonly scale: number
  readonly seed: number
  /** How many processes the people are dealt over; `null`: one per core that the server does not have. */
  readonly generators: number | null
  /** Servers that run already; empty: one is started. */
  readonly servers: readonly string[]
  /** The folder for profiles of the server; `null`: none are taken. */
  readonly profiles: string | null
  readonly say: (line: string) => void
}

interface HallOptions {
  /** Experts per theme beside those of the example. */
  readonly moreExperts?: number
  readonly moreBooks?: number
  readonly nodeOptions?: readonly string[]
}

/** Where scenarios are played: large or small, on a server of our own or on others. */
export class Stage {
  private readonly options: StageOptions
  private readonly cores: ReturnType<typeof dealCores>

  constructor(options: StageOptions) {
    this.options = options
    // A small run is for whether it works, often beside others who need the cores as well.
    this.cores = options.scale < 0.5 ? { server: [], load: [] } : dealCores()
  }

  get scale(): number {
    return this.options.scale
  }

  /** A test run: nobody waits for a whole minute in it. */
  get small(): boolean {
    return this.options.scale < 0.5
  }

  /** So many at full size, and in a small run never fewer than `atLeast`. */
  count(full: number, atLeast = 2): number {
    return Math.max(Math.min(full, atLeast), Math.round(full * this.options.scale))
  }

  /** So long (s) at full size; long enough to see anything in a small run. */
  seconds(full: number): number {
    return Math.max(0.6, full * Math.min(1, this.options.scale))
  }

  say(line: string): void {
    this.options.say(line)
  }

  /** A system with a fresh crowd before its doors, for as long as `play` takes. */
  async inHall<Value>(
    system: SystemName,
    { moreExperts = 0, moreBooks = 0, nodeOptions = [] }: HallOptions,
    play: (hall: Hall) => Promise<Value>,
  ): Promise<Value> {
    // The example has enough experts for a small run, and starts sooner without more.
    const hall = await this.open(system, { moreExperts: this.small ? 0 : moreExperts, moreBooks, nodeOptions })
    try {
      return await play(hall)
    } finally {
      await hall.close()
    }
  }

  /** Plays with each system in turn. One that cannot do it at all has a row that says so, and no figures. */
  async withEach(
    systems: readonly SystemName[],
    scenario: string,
    variant: string,
    options: HallOptions,
    play: (hall: Hall) => Promise<Pick<Row, 'figures' | 'limit'> & { readonly notes?: readonly string[] }>,
  ): Promise<Row[]> {
    const rows: Row[] = []
    for (const system of systems) {
      this.say(`${scenario}${variant ? `, ${variant}` : ''}: ${system}`)
      try {
        const { figures, limit, notes = [] } = await this.inHall(system, options, play)
        rows.push({ scenario, variant, system, figures, limit, notes })
      } catch (cause) {
        if (system === 'witboek') throw cause
        const why = cause instanceof Error ? cause.message : String(cause)
        rows.push({ scenario, variant, system, figures: {}, limit: null, notes: [`gave up: ${why}`] })
      }
    }
    return rows
  }

  private async open(system: SystemName, options: Required<HallOptions>): Promise<Hall> {
    const { servers, seed, generators, profiles, say } = this.options
    const { server, load } = this.cores
    // Read by every process that is started from here, and obeyed by the reporter in it.
    process.env[profilesInto] = profiles ?? ''
    const running: RunningSystem =
      system !== 'witboek'
        ? await startPeer(system, { cores: server, books: 8, nodeOptions: options.nodeOptions })
        : servers.length > 0
          ? await joinWitboek(servers)
          : await startWitboek({ cores: server, ...options })
    return new Hall(running, new Generators(generators ?? Math.max(1, load.length), load, seed), say)
  }
}
