import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** What a site asks of an authenticator, as far as this one looks at it. */
interface Asked {
  readonly challenge: string
}

/**
 * An authenticator of software (WebAuthn level 3, ES256, attestation `none`): makes passkeys and signs with them as a
 * phone does, for one origin. What it is told to lie about it lies about.
 */
export class Authenticator {
  readonly origin: string
  private readonly host: string
  private readonly key: KeyObject
  private readonly publicKey: KeyObject
  readonly id = randomBytes(16)
  private counter = 0

  constructor(origin: string) {
    this.origin = origin
    this.host = new URL(origin).hostname
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.key = privateKey
    this.publicKey = publicKey
  }

  /** The answer to `navigator.credentials.create`, as JSON. */
  create({ challenge }: Asked, { verified = true, origin = this.origin } = {}) {
    const { x = '', y = '' } = this.publicKey.export({ format: 'jwk' })
    const cose = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const authData = Buffer.concat([this.data(verified, true), Buffer.alloc(16), length, this.id, cose])
    const attestationObject = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    )
    return this.credential({
      clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** The answer to `navigator.credentials.get`, as JSON. */
  get({ challenge }: Asked, { verified = true, origin = this.origin } = {}) {
    this.counter += 1
    const data = clientData('webauthn.get', challenge, origin)
    const authenticatorData = this.data(verified, false)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(data).digest()])
    return this.credential({
      clientDataJSON: data.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.key).toString('base64url'),
    })
  }

  private credential(response: Record<string, unknown>) {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} }
  }

  /** Hash of the host, flags (present, verified, with a key), counter. */
  private data(verified: boolean, withKey: boolean): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    const flags = 0x01 | (verified ? 0x04 : 0) | (withKey ? 0x40 : 0)
    return Buffer.concat([createHash('sha256').update(this.host).digest(), Buffer.of(flags), counter])
  }
}

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/** As much of CBOR (RFC 8949) as there is in a passkey: integers, bytes, text and maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  const entries = [...(value as Map<unknown, unknown>)]
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, inner]) => [cbor(key), cbor(inner)])])
}

function head(major: number, count: number): Buffer {
  const kind = major << 5
  if (count < 24) return Buffer.of(kind | count)
  if (count < 256) return Buffer.of(kind | 24, count)
  return Buffer.of(kind | 25, count >> 8, count & 255)
}
