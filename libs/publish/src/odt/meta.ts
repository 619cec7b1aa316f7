import type { Document } from '../document.ts'
import { languageTag } from '../region.ts'
import { escaped, xmlFile } from './xml.ts'

/** `meta.xml`: what lists of files and screen readers say about the document. */
export function meta({ title, author, created, language }: Document): string {
  const at = new Date(created).toISOString()
  const by = author ? `<meta:initial-creator>${escaped(author)}</meta:initial-creator>` : ''
  const creator = author ? `<dc:creator>${escaped(author)}</dc:creator>` : ''
  return xmlFile(
    'office:document-meta',
    ['office', 'meta', 'dc'],
    `<office:meta><meta:generator>Witboek</meta:generator><dc:title>${escaped(title)}</dc:title>${by}${creator}` +
      `<meta:creation-date>${at}</meta:creation-date><dc:date>${at}</dc:date>` +
      `<dc:language>${languageTag(language)}</dc:language></office:meta>`,
  )
}
