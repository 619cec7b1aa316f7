import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { house, houseEnvironment, houseNode, withEvenings } from './house.mjs'
import { checkNode, installPackages } from './prepare.mjs'

/** `npm run dev`: the pages from Vite with hot reload (PORT, default 3000), the server restarting on every change behind it. */
checkNode()
await installPackages()

const port = process.env.PORT ?? '3000'
const apiPort = process.env.API_PORT ?? String(Number(port) + 1)
const children = [
  spawn(houseNode, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
    cwd: house,
    env: houseEnvironment({
      ...withEvenings,
      PORT: apiPort,
      WEB: 'none',
      PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? `http://localhost:${port}`,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    }),
    stdio: 'inherit',
  }),
  spawn(houseNode, [join(house, 'node_modules/vite/bin/vite.js'), 'dev', '--port', port, '--strictPort'], {
    cwd: join(house, 'apps/web'),
    env: houseEnvironment({ API_PORT: apiPort, API_ORIGIN: `http://127.0.0.1:${apiPort}` }),
    stdio: 'inherit',
  }),
]
const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
