/** An element as it was read: its children in order, text as it stands there after references are resolved. */
export interface XmlElement {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly (XmlElement | string)[]
}

/**
 * Reads XML 1.0 with namespaces, and throws at the first thing that is not well-formed. It knows only what we write: no
 * comments, no document types, no processing instructions, no entities beside the five.
 */
export function readXml(xml: string): XmlElement {
  return new Reader(xml).file()
}

const name = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const unheld = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u
const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

class Reader {
  private readonly xml: string
  private at = 0

  constructor(xml: string) {
    const wrong = unheld.exec(xml)
    if (wrong) throw new SyntaxError(`a character that XML cannot hold, at ${wrong.index}`)
    // As every reader of XML does before it looks at anything.
    this.xml = xml.replaceAll(/\r\n?/g, '\n')
  }

  file(): XmlElement {
    this.expect(declaration)
    this.space()
    const root = this.element(new Set(['xml']))
    this.space()
    if (this.at < this.xml.length) this.fail('something after the root')
    return root
  }

  private element(known: ReadonlySet<string>): XmlElement {
    this.expect('<')
    const element = this.name()
    const attributes: Record<string, string> = {}
    while (this.space() && !'/>'.includes(this.next())) {
      const attribute = this.name()
      if (attribute in attributes) this.fail(`${attribute} twice`)
      this.expect('="')
      attributes[attribute] = this.text('"').replaceAll(/[\t\n]/g, ' ')
      this.expect('"')
      if (!'/> \n\t'.includes(this.next())) this.fail('no space')
    }
    const prefixes = Object.keys(attributes).filter((one) => one.startsWith('xmlns:'))
    const inside = new Set([...known, 'xmlns', ...prefixes.map((one) => one.slice('xmlns:'.length))])
    for (const one of [element, ...Object.keys(attributes)])
      if (one.includes(':') && !inside.has(one.slice(0, one.indexOf(':')))) this.fail(`${one} has an unknown prefix`)
    return { name: element, attributes: resolved(attributes), children: this.rest(element, inside) }
  }

  private rest(element: string, known: ReadonlySet<string>): readonly (XmlElement | string)[] {
    const children: (XmlElement | string)[] = []
    if (this.next() === '/') {
      this.expect('/>')
      return children
    }
    this.expect('>')
    while (!this.xml.startsWith('</', this.at)) {
      const text = this.text('<')
      if (text !== '') children.push(resolvedText(text, (why) => this.fail(why)))
      else children.push(this.element(known))
    }
    this.expect(`</${element}>`)
    return children
  }

  /** Up to the delimiter; as it is written, references and all. */
  private text(until: '<' | '"'): string {
    const end = this.xml.indexOf(until, this.at)
    if (end < 0) this.fail(`no ${until}`)
    const text = this.xml.slice(this.at, end)
    if (text.includes('<') || text.includes(']]>')) this.fail('a character that has to be escaped')
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text)) this.fail('an ampersand of its own')
    this.at = end
    return text
  }

  private name(): string {
    name.lastIndex = this.at
    const found = name.exec(this.xml)?.[0] ?? this.fail('no name')
    this.at += found.length
    return found
  }

  private space(): true {
    while (' \n\t'.includes(this.next() || '-')) this.at++
    return true
  }

  private next = (): string => this.xml.charAt(this.at)

  private expect(text: string): void {
    if (!this.xml.startsWith(text, this.at)) this.fail(`no ${text}`)
    this.at += text.length
  }

  private fail(why: string): never {
    throw new SyntaxError(`${why} at ${this.at}: ${this.xml.slice(this.at, this.at + 40)}`)
  }
}

const resolved = (attributes: { readonly [name: string]: string }) =>
  Object.fromEntries(
    Object.entries(attributes).map(([one, text]) => [
      one,
      resolvedText(text, (why) => {
        throw new SyntaxError(why)
      }),
    ]),
  )

const resolvedText = (text: string, fail: (why: string) => never): string =>
  text.replaceAll(/&(#x?)?(\w+);/g, (_, numeric: string | undefined, reference: string) => {
    if (numeric === undefined) return entities[reference] ?? fail(`unknown ${reference}`)
    const character = String.fromCodePoint(Number.parseInt(reference, numeric === '#x' ? 16 : 10))
    return unheld.test(character) ? fail(`a reference to what XML cannot hold: ${reference}`) : character
  })

/** All elements of a name, in the order of the file. */
export function elementsOf(root: XmlElement, name: string): readonly XmlElement[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child, name)))
  return root.name === name ? [root, ...below] : below
}

/** The text in an element and in all that is in it. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
