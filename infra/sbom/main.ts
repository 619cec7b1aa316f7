import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeSbom } from './sbom.ts'

const house = fileURLToPath(new URL('../..', import.meta.url))
const [file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('Name the file to write: npm run sbom -- <file>\n')
  process.exit(1)
}
const sbom = await makeSbom(house)
writeFileSync(resolve(process.env['INIT_CWD'] ?? house, file), `${JSON.stringify(sbom, null, 2)}\n`)
process.stdout.write(`${sbom.components.length} packages and rooms that ship: ${file}\n`)
