import { strToU8, zipSync } from 'fflate'
import type { Document } from './document.ts'
import { content } from './odt/content.ts'
import { meta } from './odt/meta.ts'
import { styles } from './odt/styles.ts'
import { xmlFile } from './odt/xml.ts'

const odtMediaType = 'application/vnd.oasis.opendocument.text'

/** A document as OpenDocument Text (ODF 1.3). The same document gives the same bytes, on every machine. */
export function odt(document: Document): Uint8Array {
  const parts = { 'content.xml': content(document), 'styles.xml': styles(document), 'meta.xml': meta(document) }
  return zipSync(
    {
      // First and stored: programs read the kind of file at a fixed place in its bytes.
      mimetype: [strToU8(odtMediaType), { level: 0 }],
      'META-INF/manifest.xml': strToU8(manifest(Object.keys(parts))),
      ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
    },
    { mtime: dayOf(document.created) },
  )
}

const manifest = (names: readonly string[]): string =>
  xmlFile(
    'manifest:manifest',
    ['manifest'],
    `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odtMediaType}"/>` +
      names
        .map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
        .join(''),
  )

/** A zip keeps the time of the machine's own zone: noon of the day in UTC is the same in all, and a zip begins in 1980. */
function dayOf(created: number): Date {
  const at = new Date(created)
  return at.getUTCFullYear() < 1980
    ? new Date(1980, 0, 1, 12)
    : new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 12)
}
