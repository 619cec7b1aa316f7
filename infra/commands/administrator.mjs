import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { house, houseEnvironment, houseNode } from './house.mjs'
import { checkNode, installPackages } from './prepare.mjs'

/** `npm run administrator -- --name "…" --email …`: see docs/operations/first-administrator.md. */
checkNode()
// Only where nothing is installed: a server may be running from what is.
if (!existsSync(houseNode)) await installPackages()

const args = ['apps/server/src/administrator/command.ts', ...process.argv.slice(2)]
spawn(houseNode, args, { cwd: house, env: houseEnvironment(), stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1
})
