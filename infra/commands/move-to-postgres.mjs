import { spawn } from 'node:child_process'
import { house, houseEnvironment, houseNode } from './house.mjs'
import { checkNode, installPackages } from './prepare.mjs'

/** `npm run move-to-postgres`: see docs/operations/move-to-postgres.md. */
checkNode()
await installPackages()

const args = ['apps/server/src/move/move-to-postgres.ts', ...process.argv.slice(2)]
spawn(houseNode, args, { cwd: house, env: houseEnvironment(), stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1
})
