import type { Instant } from '@witboek/domain'
import { PdfRenderer } from '../pdf.ts'

/* Makes a document, says which process made it, and dies without a goodbye. */
const renderer = new PdfRenderer()
await renderer.pdf({ title: 'x', language: 'nl', created: 0 as Instant, blocks: [] })
process.stdout.write(`${renderer.processId}`, () => process.kill(process.pid, 'SIGKILL'))
