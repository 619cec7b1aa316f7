import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'

/** A program of the house that failed; `output` is what it said. */
export class Failed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with code ${code}`)
    this.output = output
  }
}

/**
 * Runs a program to its end. `quiet` keeps what it says to itself, unless it fails. `patience`: how much it lets others go first,
 * with all that it starts (0 to 19).
 */
export function run(command, args, { quiet = false, patience = 0, cwd, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
    if (patience > 0 && child.pid !== undefined) setPriority(child.pid, patience)
    let output = ''
    child.stdout?.on('data', (data) => (output += data))
    child.stderr?.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Failed(`${command} ${args.join(' ')}`, code, output)),
    )
  })
}
