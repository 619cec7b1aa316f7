import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { licenseOf } from './licences.ts'
import { Packages } from './packages.ts'

/** A list of what is in the product (CycloneDX), as far as we look into it. */
export interface Sbom {
  readonly bomFormat: string
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly licenses?: readonly Licence[]
}

/** CycloneDX calls one licence by its id, and several together by an expression of SPDX. */
type Licence = { readonly license: { readonly id: string } } | { readonly expression: string }

/**
 * What runs, with its licences and hashes, from the lock file alone: npm writes the list, and it is cut down to what ships
 * here. (npm's own `--omit dev` would lose what is for development somewhere else too.) It names no folder of this machine.
 */
export async function makeSbom(house: string): Promise<Sbom> {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application']
  const { stdout } = await promisify(execFile)('npm', args, { cwd: house, maxBuffer: 64 * 1024 * 1024 })
  const all = JSON.parse(stdout) as Sbom
  const shipped = new Map(new Packages(house).shipped().map((one) => [`${one.name}@${one.version}`, one]))
  const root = { ...all.metadata.component, name: 'witboek' }
  return {
    ...all,
    metadata: { ...all.metadata, component: root },
    components: all.components.flatMap((component) => {
      const one = shipped.get(component['bom-ref'])
      if (!one) return []
      const id = licenseOf(one)
      return [{ ...component, name: one.name, ...(id !== null && { licenses: [cycloneDxLicence(id)] }) }]
    }),
    dependencies: all.dependencies
      .filter(({ ref }) => shipped.has(ref) || ref === root['bom-ref'])
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => shipped.has(other)) })),
  }
}

const cycloneDxLicence = (id: string): Licence => (/ (AND|OR) /.test(id) ? { expression: id } : { license: { id } })
