import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from '../document.ts'
import { readFonts } from './fonts.ts'
import { lettersOf } from './letters.ts'
import { pageData } from './page-data.ts'
import { shownLine } from './shown-line.ts'

/*
 * A process of its own, because Typst is native code that works without a pause and takes memory that Node knows nothing of:
 * it can be ended, and with it goes all it held. It hears one document at a time (JSON), and answers before the next.
 */

/** What it answers: the file, or why Typst does not call it accessible. */
export type Rendered = { readonly pdf: Uint8Array } | { readonly objections: readonly string[] }

const template = fileURLToPath(new URL('document.typ', import.meta.url))
const fonts = readFonts()
const letters = lettersOf(fonts)
const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('.', import.meta.url)),
  fontArgs: [{ fontBlobs: fonts.flat() }],
})

process.on('message', (json: string) => {
  process.send?.(rendered(JSON.parse(json) as Document))
  // Typst remembers each page that it laid out; no other document has the same.
  compiler.evictCache(0)
})

// A signal to all processes of the server is for the server, which still has to be answered; it ends this one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())

function rendered(document: Document): Rendered {
  const data = pageData(document, (line) => shownLine(letters, line))
  const compiled = compiler.compile({ mainFilePath: template, inputs: { document: JSON.stringify(data) } })
  if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  const creationTimestamp = Math.floor(document.created / 1000)
  try {
    return { pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp }) }
  } catch (cause) {
    const objections = objectionsIn(String(cause))
    if (objections.length === 0) throw cause
    return { objections }
  }
}

/** The error is Rust's own writing of a list, with these sentences in it. */
const objectionsIn = (error: string): readonly string[] =>
  [...error.matchAll(/message: ("PDF\/UA-1 error: (?:[^"\\]|\\.)*")/g)].map(([, sentence = '']) =>
    sentence.slice('"PDF/UA-1 error: '.length, -1).replaceAll(/\\(["\\])/g, '$1'),
  )
