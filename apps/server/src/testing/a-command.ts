import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Runs a command of the server as a process of its own to its end; answers its code and all it said. */
export function runsToEnd(
  file: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, ...environment } })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })))
}
