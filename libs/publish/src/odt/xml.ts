/** What XML 1.0 cannot hold, not even as a reference: most control characters, halves of surrogate pairs, two more. */
const unheld = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Text as XML can hold it: what it cannot hold becomes a visible replacement character, so that nothing vanishes unseen. */
export const holdable = (text: string): string => text.replaceAll(unheld, '\u{fffd}')

const references: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // As themselves they would be read as line feeds, and in attributes as spaces.
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Text between tags, or between double quotes. */
export const escaped = (text: string): string =>
  holdable(text).replaceAll(/[&<>"\r\n\t]/g, (character) => references[character] ?? '')

/** Nothing around nothing. */
export const around = (name: string, inside: string): string => (inside === '' ? '' : `<${name}>${inside}</${name}>`)

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  manifest: 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
}

type Prefix = keyof typeof namespaces

/** A whole file: its root element, which has the version of the format under its own prefix. */
export function xmlFile(root: `${Prefix}:${string}`, prefixes: readonly Prefix[], inside: string): string {
  const declared = prefixes.map((prefix) => ` xmlns:${prefix}="${namespaces[prefix]}"`).join('')
  const version = ` ${root.slice(0, root.indexOf(':'))}:version="1.3"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${declared}${version}>${inside}</${root}>\n`
}
