import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { setTimeout as pause } from 'node:timers/promises'

/** A proxy that runs on the settings in this folder, with the names in them replaced by what is here. */
export interface Proxy {
  readonly address: string
  /** A browser would have to be told that this certificate is fine. */
  readonly certificate: string
  /** Everything it said so far. */
  said(): string
  stop(): Promise<void>
}

const inThisFolder = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** Replaces every one of these; one that is not there would mean that the file has changed under the test. */
function replaced(text: string, names: Readonly<Record<string, string>>): string {
  let result = text
  for (const [name, real] of Object.entries(names)) {
    if (!result.includes(name)) throw new Error(`"${name}" is not in the settings`)
    result = result.replaceAll(name, real)
  }
  return result
}

export type ProxyName = 'nginx' | 'caddy'

/**
 * Checks the settings as the program itself does, and runs it on this port in front of these servers, two or more. It is
 * there when it speaks with its own certificate: what else may be at that port is not taken for it.
 */
export async function startProxy(
  name: ProxyName,
  port: number,
  [first, ...others]: readonly [string, string, ...string[]],
): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), `witboek-${name}-`))
  const at = (file: string): string => join(folder, file)
  const [key, certificate] = [at('tls.key'), at('tls.crt')]
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
      .concat(['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'])
      .concat(['-keyout', key, '-out', certificate]),
    { stdio: 'pipe' },
  )
  let child: ChildProcess
  if (name === 'nginx') {
    const [line, how] = ['server app-2:3000', 'max_fails=1 fail_timeout=2s;']
    const names = {
      'app-1:3000': first,
      [`${line} ${how}`]: others.map((server) => `server ${server} ${how}`).join('\n    '),
      '/etc/nginx/tls': folder,
      '/tmp/nginx.pid': at('pid'),
      'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
    }
    writeFileSync(at('nginx.conf'), replaced(inThisFolder('nginx.conf'), names))
    const args = ['-p', folder, '-e', 'stderr', '-c', at('nginx.conf')]
    execFileSync('nginx', [...args, '-t'], { stdio: 'pipe', env: withSystem() })
    child = spawn('nginx', [...args, '-g', 'daemon off;'], { stdio: 'pipe', env: withSystem() })
  } else {
    const servers = { 'app-1:3000': first, 'app-2:3000': others.join(' ') }
    const site = `{$SITE:localhost} {`
    // Its own certificate, so that it asks nobody for one and puts none into the system.
    const here = `https://localhost:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`
    const off = { 'admin off': 'admin off\n\tauto_https disable_redirects' }
    writeFileSync(at('Caddyfile'), replaced(inThisFolder('Caddyfile'), { ...servers, [site]: here, ...off }))
    const env = { ...withSystem(), XDG_DATA_HOME: at('data'), XDG_CONFIG_HOME: at('config'), HOME: folder }
    const args = ['--config', at('Caddyfile'), '--adapter', 'caddyfile']
    execFileSync('caddy', ['validate', ...args], { stdio: 'pipe', env })
    child = spawn('caddy', ['run', ...args], { stdio: 'pipe', env })
  }
  let output = ''
  child.stdout?.on('data', (data: Buffer) => (output += data.toString()))
  child.stderr?.on('data', (data: Buffer) => (output += data.toString()))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const proxy: Proxy = {
    address: `https://localhost:${port}`,
    certificate: readFileSync(certificate, 'utf8'),
    said: () => output,
    async stop() {
      child.kill(name === 'nginx' ? 'SIGTERM' : 'SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
  const over = () => child.exitCode !== null || child.signalCode !== null
  for (const deadline = Date.now() + 15_000; !over() && Date.now() < deadline; await pause(20))
    if (await speaksFor(proxy.certificate, port)) return proxy
  await proxy.stop()
  throw new Error(`${name} ${over() ? 'ended' : 'did not answer'}: ${output}`)
}

/** Whoever listens at this port has this certificate. */
const speaksFor = (ca: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, servername: 'localhost', ca })
    const answers = (is: boolean) => () => (socket.destroy(), resolve(is))
    socket.once('secureConnect', answers(true)).once('error', answers(false))
  })

/** Debian puts servers where not everybody looks. */
const withSystem = (): NodeJS.ProcessEnv => ({ ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` })
