import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Packages } from '../sbom/packages.ts'
import type { Sbom } from '../sbom/sbom.ts'

const house = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const folder = mkdtempSync(join(tmpdir(), 'witboek-sbom-'))
const file = join(folder, 'witboek.cdx.json')

let text: string
let sbom: Sbom
beforeAll(() => {
  // Without a network: an address that nobody answers at.
  const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' }
  execFileSync(process.execPath, ['infra/commands/sbom.mjs', file], { cwd: house, env, stdio: 'pipe' })
  text = readFileSync(file, 'utf8')
  sbom = JSON.parse(text) as Sbom
})
afterAll(() => rmSync(folder, { recursive: true }))

const direct = (room: string): Record<string, string> => {
  const { dependencies = {} } = JSON.parse(readFileSync(join(house, room, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>
  }
  return dependencies
}

describe('the list of what ships', () => {
  it('[SAFE-8] has all that server and pages depend on, each with name, version, licence and hash', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'witboek' } } })
    const listed = new Map(sbom.components.map((component) => [`${component.name}@${component.version}`, component]))
    for (const [name, version] of ['apps/server', 'apps/web'].flatMap((room) => Object.entries(direct(room))))
      expect([...listed.keys()]).toContain(`${name}@${version}`)
    for (const { name, version, room } of new Packages(house).shipped()) {
      const found = listed.get(`${name}@${version}`)
      const [licence] = found?.licenses ?? []
      if (licence && 'expression' in licence) expect(licence.expression).toMatch(/^[\w.-]+( (AND|OR) [\w.-]+)+$/)
      else expect(licence?.license.id).toMatch(/^[\w.-]+$/)
      expect(found).toMatchObject({
        name,
        version,
        ...(!room && { hashes: [{ alg: 'SHA-512' }] }),
      })
    }
  })

  it('[SAFE-8] says what needs what, and nothing that is not in it', () => {
    const refs = new Set(sbom.components.map((component) => component['bom-ref']))
    const needed = sbom.dependencies.flatMap(({ dependsOn }) => dependsOn)
    expect(needed.filter((ref) => !refs.has(ref))).toEqual([])
    expect(sbom.dependencies.find(({ ref }) => ref.startsWith('@witboek/server@'))?.dependsOn).toContain(
      'express@5.3.0',
    )
  })

  it('[SAFE-8] names no registry, and nothing of the machine it was made on', () => {
    const addresses = text.match(/[a-z+]+:\/\/[^"\s]+/g) ?? []
    expect(addresses.filter((address) => !address.startsWith('http://cyclonedx.org/'))).toEqual([])
    for (const name of [house, homedir(), 'file:', '.tgz']) expect(text).not.toContain(name)
  })
})
