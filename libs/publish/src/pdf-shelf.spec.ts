import type { Instant } from '@witboek/domain'
import { afterEach, describe, expect, it } from 'vitest'
import { paragraph, type Document } from './document.ts'
import { PdfShelf } from './pdf-shelf.ts'
import { PdfRenderer, type PdfResult } from './pdf.ts'

const minutes = (title: string, words = 'Besloten is: ja.', language: Document['language'] = 'nl'): Document => ({
  title,
  language,
  created: Date.UTC(2026, 2, 31) as Instant,
  blocks: [paragraph(words)],
})

const open: PdfRenderer[] = []
afterEach(() => Promise.all(open.splice(0).map((renderer) => renderer.close())))

/** Real ones, and how often one was made. */
function aShelf(max?: number) {
  const renderer = new PdfRenderer()
  open.push(renderer)
  const made: string[] = []
  const pdf = (document: Document) => {
    made.push(document.title)
    return renderer.pdf(document)
  }
  return { shelf: new PdfShelf({ pdf }, max), renderer, made }
}
const bytesOf = (result: PdfResult | undefined): Buffer =>
  result?.ok ? Buffer.from(result.value) : expect.fail('no file')

describe('[MINUTES-5] minutes that a whole group opens', () => {
  it('are made once, and are the same file for everybody', async () => {
    const { shelf, renderer, made } = aShelf()
    const group = await Promise.all(Array.from({ length: 28 }, () => shelf.pdf(minutes('Eerste avond'))))
    group.push(await shelf.pdf(minutes('Eerste avond')))
    expect(made).toEqual(['Eerste avond'])
    const fresh = bytesOf(await renderer.pdf(minutes('Eerste avond')))
    for (const one of group) expect(bytesOf(one).equals(fresh)).toBe(true)
  })

  it('are made anew for another word, title, time or language', async () => {
    const { shelf, made } = aShelf()
    const first = minutes('Eerste avond')
    const others = [
      minutes('Eerste avond', 'Besloten is: nee.'),
      minutes('Tweede avond'),
      minutes('Eerste avond', 'Besloten is: ja.', 'en'),
      { ...first, created: (first.created + 1_000) as Instant },
    ]
    const all: Buffer[] = []
    for (const one of [first, ...others]) all.push(bytesOf(await shelf.pdf(one)))
    expect(made).toHaveLength(5)
    expect(new Set(all.map((bytes) => bytes.toString('latin1'))).size).toBe(5)
  })

  it('go when others need the room: those that were asked for longest ago', async () => {
    const size = bytesOf(await aShelf().shelf.pdf(minutes('Avond 1'))).length
    const { shelf, made } = aShelf(Math.round(size * 2.5))
    for (const title of ['Avond 1', 'Avond 2', 'Avond 1', 'Avond 3', 'Avond 1', 'Avond 2'])
      bytesOf(await shelf.pdf(minutes(title)))
    expect(made).toEqual(['Avond 1', 'Avond 2', 'Avond 3', 'Avond 2'])
    const small = aShelf(size - 1)
    for (let time = 0; time < 2; time++) bytesOf(await small.shelf.pdf(minutes('Avond 1')))
    expect(small.made, 'larger than all there is room for').toHaveLength(2)
  })

  it('are tried again when they could not be made', async () => {
    const { shelf, made } = aShelf()
    const asked = [shelf.pdf(minutes('')), shelf.pdf(minutes(''))]
    expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([false, false])
    expect((await shelf.pdf(minutes(''))).ok).toBe(false)
    expect(made).toHaveLength(2)
  })
})
