import { readFileSync } from 'node:fs'

/** What the Containerfile tells a container engine about how to run it, read from the file itself. */
interface ContainerFile {
  readonly environment: Readonly<Record<string, string>>
  readonly entrypoint: readonly string[]
  readonly healthcheck: readonly string[]
  readonly user: number
  readonly ports: readonly number[]
}

/** Reads the last stage. Only the forms that our file uses are understood; anything else throws. */
export function readContainerfile(file: URL): ContainerFile {
  const text = readFileSync(file, 'utf8')
  const last = text.slice(text.lastIndexOf('\nFROM '))
  const all = (word: string): string[] =>
    [...last.matchAll(new RegExp(`^${word} (.+)$`, 'gm'))].map(([, rest]) => rest ?? '')
  const list = (word: string): string[] => {
    const [rest] = all(word)
    const found = /\[.+\]$/.exec(rest ?? '')
    if (!found) throw new Error(`${word} with a list is missing`)
    return JSON.parse(found[0]) as string[]
  }
  return {
    environment: Object.fromEntries(all('ENV').map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string])),
    entrypoint: list('ENTRYPOINT'),
    healthcheck: list('HEALTHCHECK'),
    user: Number(all('USER')[0]?.split(':')[0]),
    ports: all('EXPOSE').map(Number),
  }
}
