import { readContent, readObjects, type Dictionary, type PdfValue } from './pdf-objects.ts'

/** An opened PDF: what it says of itself, and what a screen reader and an eye find in it. */
interface OpenedPdf {
  /** From the dictionary of the document: title, author, dates … */
  readonly properties: Readonly<Record<string, string>>
  readonly language: string
  readonly tagged: boolean
  readonly titleShown: boolean
  /** XMP */
  readonly metadata: string
  readonly tags: Tag
  readonly pages: readonly PdfPage[]
  /** The names of the fonts, without the mark of the part that is in the file. */
  readonly fonts: readonly string[]
}

/** An element for whoever listens, by the standard name of what it is. */
export interface Tag {
  readonly role: string
  readonly scope: string | null
  readonly children: readonly (Tag | string)[]
}

interface PdfPage {
  /** In points. */
  readonly size: readonly number[]
  /** What is not read aloud: header and footer. */
  readonly artifacts: readonly string[]
}

export function openedPdf(file: Uint8Array): OpenedPdf {
  const { trailer, objects } = readObjects(file)
  const found = (value: PdfValue | undefined): PdfValue | undefined =>
    isDictionaryOf(value, 'object') ? objects[value.object] : value
  const within = (value: PdfValue | undefined): Dictionary['fields'] => {
    const object = found(value)
    if (isDictionaryOf(object, 'fields')) return object.fields
    if (isDictionaryOf(object, 'dictionary')) return object.dictionary.fields
    throw new TypeError('no dictionary')
  }
  const streamAt = (value: PdfValue | undefined): Buffer => {
    const object = found(value)
    if (!isDictionaryOf(object, 'bytes')) throw new TypeError('no stream')
    return object.bytes
  }
  const catalog = within(trailer.fields.get('Root'))

  const pagesBelow = (value: PdfValue | undefined): readonly PdfValue[] => {
    const kids = within(value).get('Kids')
    return kids === undefined ? [value as PdfValue] : (found(kids) as readonly PdfValue[]).flatMap(pagesBelow)
  }
  const pageObjects = pagesBelow(catalog.get('Pages'))
  const pages = pageObjects.map((page) => {
    const fonts = within(within(within(page).get('Resources')).get('Font'))
    const read = (font: string) => lettersBy(streamAt(within(fonts.get(font)).get('ToUnicode')).toString('latin1'))
    return wordsOn(streamAt(within(page).get('Contents')).toString('latin1'), memo(read))
  })

  const root = within(catalog.get('StructTreeRoot'))
  const roles = root.has('RoleMap') ? within(root.get('RoleMap')) : new Map<string, PdfValue>()
  const pageNumber = (value: PdfValue | undefined): number =>
    pageObjects.findIndex((page) => JSON.stringify(page) === JSON.stringify(value))
  const tag = (value: PdfValue, above: number): Tag | string | null => {
    if (typeof value === 'number') return pages[above]?.marked.get(value) ?? ''
    const entries = within(value)
    const page = entries.has('Pg') ? pageNumber(entries.get('Pg')) : above
    if (entries.has('MCID')) return pages[page]?.marked.get(entries.get('MCID') as number) ?? ''
    if (!entries.has('S')) return null
    const own = nameOf(entries.get('S'))
    const kids = found(entries.get('K')) ?? []
    return {
      role: roles.has(own) ? nameOf(roles.get(own)) : own,
      scope: scopeIn(entries.get('A')),
      children: (Array.isArray(kids) ? kids : [kids]).flatMap((kid: PdfValue) => tag(kid, page) ?? []),
    }
  }
  const scopeIn = (attributes: PdfValue | undefined): string | null => {
    const all = [found(attributes) ?? []].flat().filter((one) => isDictionaryOf(one, 'fields'))
    const scope = all.map(({ fields }) => fields.get('Scope')).find((one) => one !== undefined)
    return scope === undefined ? null : nameOf(scope)
  }
  const [top] = [found(root.get('K')) ?? []].flat()

  return {
    properties: Object.fromEntries([...within(trailer.fields.get('Info'))].map(([key, text]) => [key, spelled(text)])),
    language: spelled(catalog.get('Lang')),
    tagged: within(catalog.get('MarkInfo')).get('Marked') === true,
    titleShown: within(catalog.get('ViewerPreferences')).get('DisplayDocTitle') === true,
    metadata: streamAt(catalog.get('Metadata')).toString('utf8'),
    tags: tag(top as PdfValue, 0) as Tag,
    pages: pageObjects.map((page, at) => ({
      size: (within(page).get('MediaBox') as readonly number[]).slice(2),
      artifacts: pages[at]?.artifacts ?? [],
    })),
    fonts: objects.flatMap((one) =>
      isDictionaryOf(one, 'fields') && one.fields.has('FontFile2')
        ? [nameOf(one.fields.get('FontName')).replace(/^[A-Z]{6}\+/, '')]
        : [],
    ),
  }
}

/** The words of a page, by their mark in the tags; and those that are not for reading aloud. */
function wordsOn(content: string, lettersOf: (font: string) => ReadonlyMap<string, string>) {
  const marked = new Map<number, string>()
  const artifacts: string[] = []
  const open: Marked[] = []
  let letters: ReadonlyMap<string, string> = new Map()
  for (const { word, values } of readContent(content)) {
    if (word === 'Tf') letters = lettersOf(nameOf(values[0]))
    if (word === 'BDC' || word === 'BMC') open.push(begun(values))
    if (word === 'TJ' || word === 'Tj') {
      const codes = values.flat().filter((one) => typeof one === 'string')
      const last = open.at(-1) ?? raise('text that is neither tagged nor kept out of the tags')
      last.text += codes
        .join('')
        .replaceAll(/[\s\S]{2}/g, (code) => letters.get(code) ?? raise(`no letter for ${code}`))
    }
    if (word === 'EMC') {
      const ended = open.pop() ?? raise('an end without a beginning')
      const text = ended.said ?? ended.text
      const around = open.at(-1)
      if (ended.mark !== null) marked.set(ended.mark, (marked.get(ended.mark) ?? '') + text)
      else if (around) around.text += text
      else if (!ended.artifact) raise('text with a mark that nobody reads')
      else if (text !== '') artifacts.push(text)
    }
  }
  return { marked, artifacts }
}

interface Marked {
  readonly mark: number | null
  readonly artifact: boolean
  /** What is read instead of what is shown: no hyphen where a word was broken. */
  readonly said: string | null
  text: string
}

function begun([tag, properties]: readonly PdfValue[]): Marked {
  const fields = isDictionaryOf(properties, 'fields') ? properties.fields : new Map<string, PdfValue>()
  return {
    mark: (fields.get('MCID') as number | undefined) ?? null,
    artifact: nameOf(tag) === 'Artifact',
    said: fields.has('ActualText') ? spelled(fields.get('ActualText')) : null,
    text: '',
  }
}

/** Which letters the codes of a font stand for: its table `ToUnicode`. */
function lettersBy(table: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  const bytes = (hexadecimal: string) => Buffer.from(hexadecimal, 'hex')
  for (const [, rows = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', letter = ''] of rows.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g))
      letters.set(bytes(code).toString('latin1'), bytes(letter).swap16().toString('utf16le'))
  return letters
}

/** A string of the file itself: UTF-16 with a mark before it, or one byte for each letter. */
function spelled(value: PdfValue | undefined): string {
  if (typeof value !== 'string') return ''
  const bytes = Buffer.from(value, 'latin1')
  return value.startsWith('\xfe\xff') ? bytes.subarray(2).swap16().toString('utf16le') : value
}

/** The text in a tag and in all that is in it. */
export const textIn = (tag: Tag): string =>
  tag.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')

/** All tags of a role, in the order in which they are read. */
export function tagsOf(root: Tag, role: string): readonly Tag[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : tagsOf(child, role)))
  return root.role === role ? [root, ...below] : below
}

type Keyed = Extract<PdfValue, object>

const isDictionaryOf = <Key extends string>(
  value: PdfValue | undefined,
  key: Key,
): value is Extract<Keyed, { readonly [_ in Key]: unknown }> =>
  typeof value === 'object' && value !== null && key in value

function nameOf(value: PdfValue | undefined): string {
  return isDictionaryOf(value, 'name') ? value.name : raise('no name')
}

function memo<Value>(make: (key: string) => Value): (key: string) => Value {
  const made = new Map<string, Value>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

function raise(why: string): never {
  throw new SyntaxError(why)
}
