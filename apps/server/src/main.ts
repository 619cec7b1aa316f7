import { DatabaseRefused, FolderRefused } from '@witboek/store'
import { openLog } from './log.ts'
import { PagesMissing } from './pages.ts'
import { readSettings, SettingsRefused, type Settings } from './settings.ts'
import { databaseSentence, folderSentence } from './store-sentences.ts'
import { startServer, type RunningServer } from './wiring.ts'

/** Why the server cannot start, in one sentence that says what to do; `null` for what nobody expected. */
function sentence(cause: unknown, settings: Settings | null): string | null {
  if (cause instanceof SettingsRefused) return cause.message
  if (cause instanceof PagesMissing) return 'The pages have not been built yet: run "npm start", which builds them.'
  if (cause instanceof FolderRefused) return folderSentence(cause, settings?.dataFolder)
  if (cause instanceof DatabaseRefused) return databaseSentence(cause)
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  const metrics = cause instanceof Error && 'port' in cause && cause.port === settings?.metricsPort
  const [port, host] = metrics ? [settings?.metricsPort, settings?.metricsHost] : [settings?.port, settings?.host]
  const prefix = metrics ? 'METRICS_' : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use: stop the other program, or choose another port with ${prefix}PORT.`
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user: choose a port above 1023 with ${prefix}PORT.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `The address ${host} is not one of this machine: choose another with ${prefix}HOST.`
  return null
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Whoever runs it may end it after this long (ms) by force, so it ends by itself before: nothing that was acknowledged waits. */
const stoppedWithin = 10_000

function stopOnSignal(server: RunningServer, { drainMs }: Settings): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      say('Stopping: saving everything …')
      setTimeout(() => {
        say('Stopping took too long, and was broken off.')
        process.exit(1)
      }, drainMs + stoppedWithin).unref()
      server.close().then(
        () => process.exit(0),
        (cause: unknown) => {
          say(`Stopping failed: ${String(cause)}`)
          process.exit(1)
        },
      )
    })
}

let settings: Settings | null = null
try {
  settings = readSettings(process.env, process.cwd())
  const server = await startServer(settings, openLog(settings.logLevel))
  stopOnSignal(server, settings)
  process.stdout.write(`Witboek is ready: ${server.address}\n`)
} catch (cause) {
  say(sentence(cause, settings) ?? `Witboek could not start: ${cause instanceof Error ? cause.stack : String(cause)}`)
  process.exit(1)
}
