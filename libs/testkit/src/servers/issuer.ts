import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider'
import { aPortToKeep } from './port.ts'

interface IssuerPerson {
  readonly sub: string
  readonly name: string
  readonly email: string
  /** True unless told otherwise. */
  /** `null`: it says nothing about that. */
  readonly emailVerified?: boolean | null
  /** What this issuer says about them beside that. */
  readonly claims?: Readonly<Record<string, unknown>>
}

export interface IssuerPlan {
  readonly people: readonly IssuerPerson[]
  /** Where the client may be sent back to. A server that took any free port says it later, by `sendsBackTo`. */
  readonly redirectUris?: readonly string[]
  /** One of `aPortToKeep`, for an issuer that somebody knew of before it was there. */
  readonly port?: number
  /** As the standard has it: the address is not in the id token, and is asked for with the access token. */
  readonly emailAtUserinfo?: boolean
}

export interface Issuer {
  /** As in `iss`, and where `/.well-known/openid-configuration` is. */
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  sendsBackTo(redirectUri: string): void
  /** Without a browser: this person follows the address that the client made, and gets where they are sent back to. */
  signsIn(sub: string, authorizationUrl: string): Promise<string>
  /** Without a browser: somebody looks at it and turns back. */
  turnsBack(authorizationUrl: string): Promise<string>
  stop(): Promise<void>
}

/**
 * A real OpenID Connect issuer on a free port of the loopback, with one confidential client that has to use PKCE (S256).
 * Its page has a button per person, and one to turn back; who pressed one stays signed in to it in that browser.
 */
export async function anIssuer(plan: IssuerPlan): Promise<Issuer> {
  const { people, redirectUris = [], emailAtUserinfo = false } = plan
  const port = plan.port ?? (await aPortToKeep())
  const url = `http://127.0.0.1:${port}`
  const clientId = 'witboek'
  const clientSecret = randomBytes(24).toString('base64url')
  const backTo = [...redirectUris]
  const client = (): AdapterPayload => ({
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [...backTo],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  })
  const provider: Provider = new Provider(url, {
    adapter: (model) => (model === 'Client' ? { ...inMemory(), find: async () => client() } : inMemory()),
    jwks: { keys: [signingKey()] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    pkce: { required: () => true },
    claims: {
      openid: ['sub', ...people.flatMap(({ claims = {} }) => Object.keys(claims))],
      profile: ['name'],
      email: ['email', 'email_verified'],
    },
    // As most issuers of towns do it: what was asked for stands in the id token.
    conformIdTokenClaims: emailAtUserinfo,
    features: { devInteractions: { enabled: false }, userinfo: { enabled: true } },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 600, Session: 3600 },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const person = people.find((one) => one.sub === sub)
      if (!person) return undefined
      const { name, email, emailVerified = true, claims = {} } = person
      const said = emailVerified === null ? {} : { email_verified: emailVerified }
      return { accountId: sub, claims: async () => ({ ...claims, sub, name, email, ...said }) }
    },
    // The town is asked for no consent: it sent the person here.
    loadExistingGrant: async ({ oidc }) => {
      const { client: asks, session } = oidc
      if (!asks || !session?.accountId) return undefined
      const grant = new provider.Grant({ clientId: asks.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
    renderError: (context, { error, error_description: why }) => {
      context.type = 'html'
      context.body = page('Oops', `<p>${escaped(`${error}: ${why ?? ''}`)}</p>`)
    },
  })

  const answer = provider.callback()
  const choose = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page('Wie bent u?', buttons(people)))
      return
    }
    const sub = new URLSearchParams(await text(request)).get('sub')
    const result = sub ? { login: { accountId: sub } } : { error: 'access_denied', error_description: 'turned back' }
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
  }
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    choose(request, response).catch((cause: unknown) => {
      response.writeHead(400, { 'Content-Type': 'text/plain' }).end(String(cause))
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve()))

  return {
    url,
    clientId,
    clientSecret,
    sendsBackTo: (redirectUri) => void backTo.push(redirectUri),
    signsIn: (sub, authorizationUrl) => follow(url, authorizationUrl, sub),
    turnsBack: (authorizationUrl) => follow(url, authorizationUrl, ''),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What a browser would do: go where it is sent, keep cookies, and press a button where one is asked for. */
async function follow(issuer: string, authorizationUrl: string, sub: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = authorizationUrl
  let form: URLSearchParams | undefined
  for (let step = 0; step < 10; step++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const method = form ? 'POST' : 'GET'
    const response = await fetch(at, {
      method,
      redirect: 'manual',
      headers: { cookie },
      ...(form ? { body: form } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    form = undefined
    const location = response.headers.get('location')
    if (location !== null) {
      await response.body?.cancel()
      at = new URL(location, at).href
      if (new URL(at).origin !== issuer) return at
    } else if (response.ok && new URL(at).pathname.startsWith('/interaction/')) {
      await response.body?.cancel()
      form = new URLSearchParams({ sub })
    } else throw new Error(`the issuer answered ${response.status}: ${await response.text()}`)
  }
  throw new Error('the issuer sends people in a circle')
}

/** One kind of what the issuer remembers. */
function inMemory(): Adapter {
  const kept = new Map<string, AdapterPayload>()
  const by = async (fits: (payload: AdapterPayload) => boolean) => [...kept.values()].find(fits)
  return {
    upsert: async (id, payload) => void kept.set(id, payload),
    find: async (id) => kept.get(id),
    findByUid: (uid) => by((payload) => payload.uid === uid),
    findByUserCode: (code) => by((payload) => payload.userCode === code),
    consume: async (id) => void Object.assign(kept.get(id) ?? {}, { consumed: Math.floor(Date.now() / 1000) }),
    destroy: async (id) => void kept.delete(id),
    revokeByGrantId: async (grant) => {
      for (const [id, { grantId }] of kept) if (grantId === grant) kept.delete(id)
    },
  }
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

const buttons = (people: readonly IssuerPerson[]): string =>
  `<form method="post">
    ${people.map(({ sub, name }) => `<p><button name="sub" value="${escaped(sub)}">${escaped(name)}</button></p>`).join('\n    ')}
    <p><button name="sub" value="">Terug</button></p>
  </form>`

const page = (title: string, body: string): string => `<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>
  ${body}
</html>`

const escaped = (words: string): string =>
  words.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
