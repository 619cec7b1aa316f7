import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate'
import { readXml, type XmlElement } from './xml.ts'

/** An OpenDocument file as a reader has it: its parts in order, each read strictly. */
interface OdtFile {
  readonly files: readonly UnzipFileInfo[]
  readonly mimetype: string
  readonly manifest: XmlElement
  readonly content: XmlElement
  readonly styles: XmlElement
  readonly meta: XmlElement
}

export function readOdt(odt: Uint8Array): OdtFile {
  const files: UnzipFileInfo[] = []
  const parts = unzipSync(odt, {
    filter: (file) => {
      files.push(file)
      return true
    },
  })
  const xml = (name: string) => readXml(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(parts[name]))
  return {
    files,
    mimetype: strFromU8(parts['mimetype'] ?? new Uint8Array()),
    manifest: xml('META-INF/manifest.xml'),
    content: xml('content.xml'),
    styles: xml('styles.xml'),
    meta: xml('meta.xml'),
  }
}

/**
 * The text of a paragraph as a strict reader shows it (ODF 1.3 part 3, 6.1.2): the white space between the tags of the whole
 * paragraph is taken together and dropped at both ends; the elements for spaces, tabs and line breaks stand as they are.
 */
export function shownIn(paragraph: XmlElement): string {
  const shown: string[] = []
  let space = -1
  let afterSpace = true
  for (const { text, asElement } of piecesOf(paragraph)) {
    if (asElement) shown.push(text)
    else
      for (const character of text) {
        const isSpace = ' \t\n\r'.includes(character)
        if (!isSpace) shown.push(character)
        else if (!afterSpace) space = shown.push(' ') - 1
        afterSpace = isSpace
      }
  }
  if (afterSpace && space >= 0) shown[space] = ''
  return shown.join('')
}

function* piecesOf(element: XmlElement): Iterable<{ readonly text: string; readonly asElement: boolean }> {
  for (const child of element.children)
    if (typeof child === 'string') yield { text: child, asElement: false }
    else if (child.name === 'text:tab') yield { text: '\t', asElement: true }
    else if (child.name === 'text:line-break') yield { text: '\n', asElement: true }
    else if (child.name === 'text:s')
      yield { text: ' '.repeat(Number(child.attributes['text:c'] ?? 1)), asElement: true }
    else yield* piecesOf(child)
}
