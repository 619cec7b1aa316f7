import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { house, houseEnvironment, houseNode } from './house.mjs'
import { checkNode, installPackages } from './prepare.mjs'

/** `npm run sbom -- <file>`: what ships, by name, version, licence and hash (CycloneDX); it needs no network. */
checkNode()
// Only where nothing is installed: a server may be running from what is.
if (!existsSync(houseNode)) await installPackages()

const args = ['infra/sbom/main.ts', ...process.argv.slice(2)]
spawn(houseNode, args, { cwd: house, env: houseEnvironment(), stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1
})
