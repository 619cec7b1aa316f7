import { describe, expect, it } from 'vitest'
import { readXml, textIn } from './xml.ts'

const file = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${inside}`

describe('the reader that the specs open documents with', () => {
  it('reads elements, attributes, text and references', () => {
    const root = readXml(file('<a:r xmlns:a="urn:a" a:one="&lt;1&#9;&amp;"><b>x &gt; y&#xe9;</b>\r\n<c/></a:r>\n'))
    expect(root.attributes).toEqual({ 'xmlns:a': 'urn:a', 'a:one': '<1\t&' })
    expect(root.children.map((child) => (typeof child === 'string' ? child : child.name))).toEqual(['b', '\n', 'c'])
    expect(textIn(root)).toBe('x > yé\n')
  })

  it.each([
    ['no declaration', '<r/>'],
    ['an element that stays open', file('<r>')],
    ['another end', file('<r><a></b></r>')],
    ['an ampersand of its own', file('<r>a & b</r>')],
    ['an unknown entity', file('<r>&nbsp;</r>')],
    ['the end of a CDATA section', file('<r>]]></r>')],
    ['a less-than in an attribute', file('<r a="<"/>')],
    ['an attribute twice', file('<r a="1" a="2"/>')],
    ['an attribute without quotes', file('<r a=1/>')],
    ['attributes without space between', file('<r a="1"b="2"/>')],
    ['a prefix that is not declared', file('<x:r/>')],
    ['a control character', file('<r>\u0001</r>')],
    ['a reference to a control character', file('<r>&#1;</r>')],
    ['half a surrogate pair', file('<r>\ud800</r>')],
    ['a comment, which we never write', file('<r><!-- --></r>')],
    ['two roots', file('<r/><r/>')],
  ])('refuses %s', (_, xml) => {
    expect(() => readXml(xml)).toThrow(SyntaxError)
  })
})
