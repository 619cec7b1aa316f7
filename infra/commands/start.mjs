import { spawn } from 'node:child_process'
import { house, houseEnvironment, houseNode, withEvenings } from './house.mjs'
import { buildPages, checkNode, installPackages } from './prepare.mjs'

/** `npm start`: installs what is missing, builds what is stale, and starts the one process that serves everything. */
checkNode()
await installPackages()
await buildPages()

const server = spawn(houseNode, ['apps/server/src/main.ts'], {
  cwd: house,
  env: houseEnvironment(withEvenings),
  stdio: 'inherit',
})
// A terminal sends Ctrl-C to both; a service manager sends SIGTERM to this one only.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => server.kill('SIGTERM'))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
