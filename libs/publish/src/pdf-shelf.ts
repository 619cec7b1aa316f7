import { createHash } from 'node:crypto'
import type { Document } from './document.ts'
import type { PdfRenderer, PdfResult } from './pdf.ts'

/** So many bytes are kept of what was made; minutes take some 100 kB. */
const bytesMax = 16 * 1024 * 1024

/**
 * What was made stays for whoever asks for the same words: a whole group opens its confirmed minutes at once, and one document
 * is one file, byte for byte. Kept by the hash of all that stands in it, so another word, name or language is another file.
 */
export class PdfShelf {
  private readonly renderer: Pick<PdfRenderer, 'pdf'>
  private readonly max: number
  /** The one that was asked for longest ago comes first. */
  private readonly kept = new Map<string, Uint8Array>()
  private readonly underWay = new Map<string, Promise<PdfResult>>()
  private bytes = 0

  constructor(renderer: Pick<PdfRenderer, 'pdf'>, max = bytesMax) {
    this.renderer = renderer
    this.max = max
  }

  /** As `PdfRenderer` does it. Whoever asks while the same document is made waits for that one; a refusal is not kept. */
  pdf(document: Document): Promise<PdfResult> {
    const name = createHash('sha256').update(JSON.stringify(document)).digest('base64')
    const known = this.kept.get(name)
    if (known) {
      this.put(name, known)
      return Promise.resolve({ ok: true, value: known })
    }
    const asked = this.underWay.get(name) ?? this.make(name, document)
    this.underWay.set(name, asked)
    return asked
  }

  private async make(name: string, document: Document): Promise<PdfResult> {
    try {
      const made = await this.renderer.pdf(document)
      if (made.ok) this.put(name, made.value)
      return made
    } finally {
      this.underWay.delete(name)
    }
  }

  private put(name: string, made: Uint8Array): void {
    this.takeOff(name)
    if (made.length > this.max) return
    this.kept.set(name, made)
    this.bytes += made.length
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.max) return
      this.takeOff(oldest)
    }
  }

  private takeOff(name: string): void {
    this.bytes -= this.kept.get(name)?.length ?? 0
    this.kept.delete(name)
  }
}
