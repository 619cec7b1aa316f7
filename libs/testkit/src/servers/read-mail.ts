/** A mail as it came in. What the sender wrote is decoded; `raw` is what went over the line. */
export interface ReceivedMail {
  readonly envelope: { readonly from: string; readonly to: readonly string[] }
  readonly raw: string
  /** By lower-case name, on one line each; one that came twice has both, with a comma between. */
  readonly headers: ReadonlyMap<string, string>
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Every other part: files, and what stands beside the text, like an invitation. */
  readonly attachments: readonly ReceivedPart[]
}

interface ReceivedPart {
  /** Like `text/calendar`. */
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
  readonly filename: string | null
  readonly content: Buffer
}

/** Reads what mailers of our own write (MIME with quoted-printable or base64), not every mail there is. */
export function readMail(raw: Buffer, envelope: ReceivedMail['envelope']): ReceivedMail {
  const message = readEntity(raw.toString('latin1'))
  const parts = leaves(message)
  const text = parts.find(({ type, filename }) => type === 'text/plain' && filename === null)
  const html = parts.find(({ type, filename }) => type === 'text/html' && filename === null)
  return {
    envelope,
    raw: raw.toString(),
    headers: message.headers,
    subject: message.headers.get('subject') ?? '',
    text: text ? words(text) : '',
    html: html ? words(html) : '',
    attachments: parts.filter((part) => part !== text && part !== html),
  }
}

/** Every address that somebody can follow from the plain text, in its order and once. */
export function linksIn({ text }: Pick<ReceivedMail, 'text'>): readonly string[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? []
  return [...new Set(found.map((link) => link.replace(/[.,;:!?)\]]+$/, '')))]
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

function readEntity(latin1: string): Entity {
  const end = /\r?\n\r?\n/.exec(latin1)
  const head = (end ? latin1.slice(0, end.index) : latin1).replace(/\r?\n(?=[ \t])/g, '')
  const headers = new Map<string, string>()
  for (const line of head.split(/\r?\n/)) {
    const [, name, value] = /^([^:\s]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    const key = name.toLowerCase()
    const before = headers.get(key)
    headers.set(key, (before === undefined ? '' : `${before}, `) + decodeWords(value))
  }
  return { headers, body: end ? latin1.slice(end.index + end[0].length) : '' }
}

/** The parts that are made of nothing smaller, in their order. */
function leaves({ headers, body }: Entity): readonly ReceivedPart[] {
  const { value: type, parameters } = readField(headers.get('content-type') ?? 'text/plain')
  const boundary = parameters['boundary']
  if (type.startsWith('multipart/') && boundary !== undefined) {
    const [, ...pieces] = `\r\n${body}`.split(`\r\n--${boundary}`)
    return pieces.filter((piece) => !piece.startsWith('--')).flatMap((piece) => leaves(readEntity(piece.trimStart())))
  }
  const { parameters: disposition } = readField(headers.get('content-disposition') ?? '')
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '7bit'
  return [
    {
      type,
      parameters,
      filename: disposition['filename'] ?? parameters['name'] ?? null,
      content: decode(body, encoding),
    },
  ]
}

/** `text/plain; charset=utf-8`, with its parameters quoted or not, in pieces or not (RFC 2231). */
function readField(field: string): { readonly value: string; readonly parameters: Record<string, string> } {
  const [value = '', ...rest] = field.match(/(?:"(?:\\.|[^"])*"|[^;"])+/g) ?? []
  const parameters: Record<string, string> = {}
  for (const parameter of rest) {
    const [, name, piece, given] = /^\s*([^=*\s]+)(\*[\d*]*)?=\s*(.*?)\s*$/.exec(parameter) ?? []
    if (name === undefined || given === undefined) continue
    const plain = given.replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1')
    const encoded = piece?.endsWith('*') ? decodeURIComponent(plain.replace(/^[^']*'[^']*'/, '')) : plain
    const key = name.toLowerCase()
    parameters[key] = (parameters[key] ?? '') + encoded
  }
  return { value: value.trim().toLowerCase(), parameters }
}

function decode(latin1: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(latin1, 'base64')
  return Buffer.from(encoding === 'quoted-printable' ? fromQuotedPrintable(latin1) : latin1, 'latin1')
}

const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** `=?UTF-8?Q?Raadsvergadering?=`; the space between two of them is not part of the text (RFC 2047). */
const decodeWords = (value: string): string =>
  value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?([^?]+)\?([QB])\?([^?]*)\?=/gi, (_, charset: string, encoding: string, text: string) =>
      new TextDecoder(charset).decode(
        encoding.toUpperCase() === 'B'
          ? Buffer.from(text, 'base64')
          : Buffer.from(fromQuotedPrintable(text.replaceAll('_', ' ')), 'latin1'),
      ),
    )

const words = ({ content, parameters }: ReceivedPart): string =>
  new TextDecoder(parameters['charset'] ?? 'utf-8').decode(content).replaceAll('\r\n', '\n')
