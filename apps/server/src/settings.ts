import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { readAddress, type Address } from './mail/address.ts'

/** What the person who starts the server can choose, by environment variables. `docs/operations/settings.md` tells them. */
export interface Settings {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly dataFolder: string
  /** The PostgreSQL that keeps everything; `null`: the data folder does. */
  readonly databaseUrl: string | null
  /** The example dialogue and the page where anybody takes a seat in it. */
  readonly example: boolean
  /** With the evenings of its groups: some are over, one is tonight. */
  readonly exampleEvenings: boolean
  /** The address people use, when a proxy stands in front: pages from this origin may talk to the server. */
  readonly publicOrigin: string | null
  /** Whether `X-Forwarded-*` headers are believed: only behind a proxy that sets them. */
  readonly trustProxy: boolean
  /** The Redis by which several servers hear each other; `null`: this is the only one. */
  readonly redisUrl: string | null
  /** The mail server that takes our mail, and whose name is on it; `null`: there is none. */
  readonly mail: { readonly url: string; readonly from: Address } | null
  /** The issuer by which people of the town sign in (OpenID Connect); `null`: there is none. */
  readonly oidc: OidcSettings | null
  /** `built`: the pages as built; `none`: the pages come from elsewhere (the development server). */
  readonly web: 'built' | 'none'
  /** The port of the metrics, which nobody else shall reach; `null`: they are off. */
  readonly metricsPort: number | null
  readonly metricsHost: string
  /** The collector of traces (OTLP over HTTP); `null`: there is none, and nothing of it is loaded. */
  readonly tracesTo: string | null
  /** So long (ms) it is not ready and serves on before it stops, for whoever sends it people to notice. */
  readonly drainMs: number
  /** Whom to tell of a weakness, and what happens then, as addresses (RFC 9116); `null`: nobody said. */
  readonly securityContact: string | null
  readonly securityPolicy: string | null
  /** Whom people ask about their data, as an address; `null`: "the municipality". */
  readonly privacyContact: string | null
  /** The video service of the house, an address with `{meeting}` in it; `null`: there is none. */
  readonly videoLink: string | null
  /** The origins of video services that may be shown in a frame on our pages. */
  readonly videoFrames: readonly string[]
  readonly production: boolean
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug' | 'silent'
}

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** On the button. */
  readonly name: string
  readonly scopes: string
  /** Domains whose addresses are the issuer's own to give out: it need not say that they are verified. */
  readonly emailDomains: readonly string[]
}

/** A setting that cannot be used, in one sentence that says what to do. */
export class SettingsRefused extends Error {}

const onOff = (initial: 'on' | 'off') => z.enum(['on', 'off']).default(initial)

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  EXAMPLE: onOff('on'),
  EXAMPLE_EVENINGS: onOff('off'),
  EXAMPLE_FORCE: onOff('off'),
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: onOff('off'),
  DATABASE_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().trim().max(60).optional(),
  OIDC_SCOPES: z.string().default('openid email profile'),
  OIDC_EMAIL_DOMAINS: z.string().default(''),
  WEB: z.enum(['built', 'none']).default('built'),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  DRAIN_MS: z.coerce.number().int().min(0).max(600_000).default(0),
  SECURITY_CONTACT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  PRIVACY_CONTACT: z.url({ protocol: /^(mailto|https)$/ }).optional(),
  SECURITY_POLICY: z.url({ protocol: /^https$/ }).optional(),
  VIDEO_LINK: z.string().optional(),
  VIDEO_FRAMES: z.string().default(''),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug', 'silent']).default('info'),
  NODE_ENV: z.string().optional(),
})

/** Reads the settings. Throws `SettingsRefused` with the first that does not fit. */
export function readSettings(environment: NodeJS.ProcessEnv, folder: string): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0])
    throw new SettingsRefused(`The setting ${name}="${given[name] ?? ''}" cannot be used: ${issue?.message ?? ''}.`)
  }
  const env = parsed.data
  const publicOrigin = env.PUBLIC_ORIGIN ? new URL(env.PUBLIC_ORIGIN).origin : null
  const reachable = !isLoopback(env.HOST) || (publicOrigin !== null && !isLoopback(new URL(publicOrigin).hostname))
  if (env.EXAMPLE === 'on' && env.NODE_ENV === 'production' && reachable && env.EXAMPLE_FORCE === 'off')
    throw new SettingsRefused(
      'The example lets anybody take any seat, so it does not start in production on a public address: ' +
        'set EXAMPLE=off, or EXAMPLE_FORCE=on when you really mean it.',
    )
  return {
    host: env.HOST,
    port: env.PORT,
    dataFolder: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : resolve(folder, env.DATA_DIR),
    example: env.EXAMPLE === 'on',
    exampleEvenings: env.EXAMPLE_EVENINGS === 'on',
    publicOrigin,
    trustProxy: env.TRUST_PROXY === 'on',
    databaseUrl: env.DATABASE_URL === undefined ? null : databaseUrl(env.DATABASE_URL),
    redisUrl: env.REDIS_URL === undefined ? null : redisUrl(env.REDIS_URL),
    mail: env.SMTP_URL === undefined ? null : { url: smtpUrl(env.SMTP_URL), from: mailFrom(env.MAIL_FROM) },
    oidc: env.OIDC_ISSUER === undefined ? null : oidc(env.OIDC_ISSUER, env),
    web: env.WEB,
    metricsPort: env.METRICS_PORT ?? null,
    metricsHost: env.METRICS_HOST,
    tracesTo: env.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    drainMs: env.DRAIN_MS,
    securityContact: env.SECURITY_CONTACT === undefined ? null : new URL(env.SECURITY_CONTACT).href,
    securityPolicy: env.SECURITY_POLICY === undefined ? null : new URL(env.SECURITY_POLICY).href,
    privacyContact: env.PRIVACY_CONTACT === undefined ? null : new URL(env.PRIVACY_CONTACT).href,
    videoLink: env.VIDEO_LINK === undefined ? null : videoLink(env.VIDEO_LINK),
    videoFrames: videoFrames(env.VIDEO_FRAMES),
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
  }
}

/** A wrong one is not repeated: there is a password in it. */
function databaseUrl(given: string): string {
  const parsed = URL.canParse(given) ? new URL(given) : null
  const fits = parsed && /^postgres(ql)?:$/.test(parsed.protocol) && parsed.hostname && parsed.pathname.length > 1
  if (fits && isEncoded(parsed.username + parsed.password + parsed.pathname)) return given
  throw new SettingsRefused(
    'The setting DATABASE_URL cannot be used: write it as postgres://name:password@host:5432/database, with special ' +
      'characters of the password percent-encoded.',
  )
}

/** As with the database. */
function redisUrl(given: string): string {
  const parsed = URL.canParse(given) ? new URL(given) : null
  const fits = parsed && /^rediss?:$/.test(parsed.protocol) && parsed.hostname && /^(\/\d*)?$/.test(parsed.pathname)
  if (fits && isEncoded(parsed.username + parsed.password)) return given
  throw new SettingsRefused(
    'The setting REDIS_URL cannot be used: write it as redis://host:6379, or rediss://name:password@host:6379/1 with ' +
      'special characters of the password percent-encoded.',
  )
}

/** As with the database. */
function smtpUrl(given: string): string {
  const parsed = URL.canParse(given) ? new URL(given) : null
  const fits = parsed && /^smtps?:$/.test(parsed.protocol) && parsed.hostname && /^\/?$/.test(parsed.pathname)
  const tls = parsed?.protocol === 'smtps:' ? /^$/ : /^(\?tls=(on|off))?$/
  if (fits && tls.test(parsed.search) && isEncoded(parsed.username + parsed.password)) return given
  throw new SettingsRefused(
    'The setting SMTP_URL cannot be used: write it as smtp://name:password@host:587 or smtps://name:password@host:465, ' +
      'with special characters of the name and the password percent-encoded.',
  )
}

function mailFrom(given: string | undefined): Address {
  const address = given === undefined ? null : readAddress(given)
  if (address) return address
  throw new SettingsRefused(
    'The setting MAIL_FROM has to say whose name is on the mail that goes to SMTP_URL: write it as ' +
      'Gemeente Voorbeeld <dialoog@voorbeeld.example>, or as the address alone.',
  )
}

/** The place is in the path or behind it: a meeting does not choose its host. */
function videoLink(given: string): string {
  const [before = '', after, ...more] = given.split('{meeting}')
  const url = URL.canParse(before) ? new URL(before) : null
  const fits = url?.protocol === 'https:' && !url.username && before.length > url.origin.length
  if (fits && after !== undefined && more.length === 0) return given
  throw new SettingsRefused(
    `The setting VIDEO_LINK="${given}" cannot be used: write it as https://video.example.nl/{meeting}, with {meeting} once, ` +
      'where the number of the meeting goes.',
  )
}

function videoFrames(given: string): readonly string[] {
  const origins = given.split(/[\s,]+/).filter(Boolean)
  for (const one of origins) {
    const url = URL.canParse(one) ? new URL(one) : null
    // What stands here goes into the policy of our pages as it is.
    const whole = url?.protocol === 'https:' && url.origin === one.replace(/\/$/, '')
    if (!whole || !/^[\w.-]+$/.test(url.hostname))
      throw new SettingsRefused(
        `The setting VIDEO_FRAMES="${given}" cannot be used: write the origins as https://video.example.nl, with a comma ` +
          'in between.',
      )
  }
  return [...new Set(origins.map((one) => new URL(one).origin))]
}

/** Nothing that was given is repeated: a secret may stand in the wrong place. */
function oidc(issuer: string, env: z.output<typeof Environment>): OidcSettings {
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_SCOPES: scopes } = env
  const parsed = URL.canParse(issuer) ? new URL(issuer) : null
  const safe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && isLoopback(parsed.hostname))
  if (!parsed || !safe || parsed.username || parsed.password || parsed.search || parsed.hash)
    throw new SettingsRefused(
      'The setting OIDC_ISSUER cannot be used: write it as https://issuer.example.nl/name, as the issuer itself does in ' +
        'its /.well-known/openid-configuration; http only for one on this machine.',
    )
  if (!clientId || !clientSecret)
    throw new SettingsRefused(
      'The settings OIDC_CLIENT_ID and OIDC_CLIENT_SECRET have to say by what OIDC_ISSUER knows this installation.',
    )
  if (!scopes.split(' ').includes('openid'))
    throw new SettingsRefused('The setting OIDC_SCOPES cannot be used: openid has to be one of them.')
  const emailDomains = env.OIDC_EMAIL_DOMAINS.toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  if (!emailDomains.every((domain) => /^([a-z0-9-]+\.)+[a-z0-9-]{2,}$/.test(domain)))
    throw new SettingsRefused(
      'The setting OIDC_EMAIL_DOMAINS cannot be used: write the domains as gemeente.example.nl, with a comma in between.',
    )
  if (emailDomains.length > 0 && isShared(parsed))
    throw new SettingsRefused(
      'The setting OIDC_EMAIL_DOMAINS cannot be used with this OIDC_ISSUER: it vouches for people of everybody, who write ' +
        'what address they like. Name the issuer of the own tenant.',
    )
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME || parsed.hostname, scopes, emailDomains }
}

/** At Entra ID: for all its customers, each of whom says which addresses its people have. */
const isShared = ({ hostname, pathname }: URL): boolean =>
  hostname === 'login.microsoftonline.com' && /^\/(common|organizations|consumers)(\/|$)/i.test(pathname)

function isEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== null
  } catch {
    return false
  }
}

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)
