import * as client from 'openid-client'
import type { OidcSettings } from '../../settings.ts'

/** What belongs to one visit to the issuer: kept here meanwhile, and compared when somebody comes back. */
export interface IssuerVisit {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Who somebody is at the issuer. Nothing else of what it says about them is looked at (SIGN-3). */
export interface IssuerIdentity {
  readonly issuer: string
  readonly subject: string
  /** An address that the issuer has verified; `null` when it vouches for none. */
  verifiedEmail(): Promise<string | null>
}

/** So long (s) the issuer may take for an answer. */
const patience = 5
/** So long (ms) what the issuer says of itself is believed. */
const refreshEvery = 60 * 60_000

/** The issuer of the town (OpenID Connect): first asked when somebody comes for it, so that it may be away at the start. */
export class Issuer {
  private readonly settings: OidcSettings
  private readonly back: string
  private readonly failed: (why: string) => void
  private known: { readonly configuration: client.Configuration; readonly at: number } | null = null
  private asking: Promise<client.Configuration> | null = null

  /** `back`: where it sends people back to. `failed` hears why it vouched for nobody. */
  constructor(settings: OidcSettings, { back, failed }: { back: string; failed: (why: string) => void }) {
    this.settings = settings
    this.back = back
    this.failed = failed
  }

  /** Where to send somebody who wants to sign in; `null` when the issuer does not answer. */
  addressFor({ state, nonce, verifier }: IssuerVisit): Promise<string | null> {
    return this.heard(async () => {
      const address = client.buildAuthorizationUrl(await this.configuration(), {
        redirect_uri: this.back,
        scope: this.settings.scopes,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return address.href
    })
  }

  /** Who came back with this query; `null` when the issuer does not vouch for it, or not for this visit. */
  identityIn(query: string, { state, nonce, verifier }: IssuerVisit): Promise<IssuerIdentity | null> {
    return this.heard(async () => {
      const configuration = await this.configuration()
      const came = new URL(this.back)
      came.search = query
      const tokens = await client.authorizationCodeGrant(configuration, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const { iss: issuer, sub: subject, email, email_verified: isVerified } = tokens.claims() as client.IDToken
      const askedFor = async () => {
        if (email !== undefined || !configuration.serverMetadata().userinfo_endpoint)
          return this.vouchedFor(email, isVerified)
        const told = await client.fetchUserInfo(configuration, tokens.access_token, subject)
        return this.vouchedFor(told.email, told.email_verified)
      }
      return { issuer, subject, verifiedEmail: () => this.heard(askedFor) }
    })
  }

  /**
   * A yes as the standard has it, and nothing that looks like one; or an address of a domain that the issuer gives out itself,
   * about which it says nothing (Entra ID does so).
   */
  private vouchedFor(email: unknown, isVerified: unknown): string | null {
    if (typeof email !== 'string') return null
    const domain = email.trim().toLowerCase().split('@').at(-1) ?? ''
    const isOwn = isVerified === undefined && this.settings.emailDomains.includes(domain)
    return isVerified === true || isOwn ? email : null
  }

  /** What the issuer answered; `null` when it did not, or what it said is not right: the library throws for both. */
  private async heard<Value>(ask: () => Promise<Value>): Promise<Value | null> {
    try {
      return await ask()
    } catch (cause) {
      this.failed(reasonOf(cause))
      return null
    }
  }

  /** Asked once for all who come meanwhile. While it is away, what it said before goes on. */
  private async configuration(): Promise<client.Configuration> {
    if (this.known && performance.now() - this.known.at < refreshEvery) return this.known.configuration
    this.asking ??= this.discover().finally(() => (this.asking = null))
    try {
      return await this.asking
    } catch (cause) {
      if (this.known) return this.known.configuration
      throw cause
    }
  }

  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings
    const configuration = await client.discovery(new URL(issuer), clientId, clientSecret, secretAsAsked(clientSecret), {
      timeout: patience,
      execute: [
        // The signature too: TLS alone would do, and a proxy between may end it.
        client.enableNonRepudiationChecks,
        // Only on the loopback: the settings take no other address without TLS.
        ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
      ],
    })
    this.known = { configuration, at: performance.now() }
    return configuration
  }
}

/** In the header, as the standard has it when nothing is said, or in the body for an issuer that takes it there only. */
function secretAsAsked(secret: string): client.ClientAuth {
  const [inHeader, inBody] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const sends = taken.includes('client_secret_basic') ? inHeader : inBody
    sends(server, ...rest)
  }
}

/** A word for the person on duty. The message is not logged: what the issuer or a stranger said may be in it. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  const { code } = cause as { readonly code?: unknown }
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : cause.name
}
