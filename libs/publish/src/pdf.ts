import { ok, type Yes } from '@witboek/domain'
import type { Document } from './document.ts'
import { pdfLimits, type PdfLimits } from './pdf/limits.ts'
import { RendererProcess, rendererProgram, type RenderOutcome } from './pdf/renderer-process.ts'

export const pdfMediaType = 'application/pdf'

export type PdfResult = Yes<Uint8Array> | { readonly ok: false; readonly refusal: PdfRefusal }

type PdfRefusal =
  /** Too many wait, or this one waited too long: ask again in a minute. */
  | { readonly code: 'pdf-busy' }
  /** More than this machine makes a PDF of, in size or in time; it can be had as OpenDocument. */
  | { readonly code: 'pdf-too-large' }
  | { readonly code: 'pdf-too-slow' }
  /** As Typst says it, in English; a document without a title, for one. May quote the document: not for a log. */
  | { readonly code: 'pdf-not-accessible'; readonly objections: readonly string[] }
  /** The process could not be started, or ended on this document. `said`: its last words; may quote it too. */
  | { readonly code: 'pdf-renderer-gone'; readonly said: string }
  | { readonly code: 'pdf-closed' }

interface Waiting {
  readonly json: string
  readonly since: number
  readonly answer: (result: PdfResult) => void
}

/**
 * Documents as PDF: tagged, to the rules of PDF/UA-1, so that it can be read aloud. They are made one after the other in a
 * process beside this one, which is there when there is work. Whoever opens this closes it.
 */
export class PdfRenderer {
  private readonly limits: PdfLimits
  private readonly program: string
  private readonly waiting: Waiting[] = []
  private process: RendererProcess | null = null
  private working: Promise<void> | null = null
  private idle: NodeJS.Timeout | undefined
  private closed = false

  /** `program`: for the specs, which have some that fail. */
  constructor(limits: Partial<PdfLimits> = {}, program = rendererProgram) {
    this.limits = { ...pdfLimits, ...limits }
    this.program = program
  }

  /** The same document gives the same bytes; its time is the document's own. Never throws for what is in a document. */
  async pdf(document: Document): Promise<PdfResult> {
    if (this.closed) return refused({ code: 'pdf-closed' })
    if (this.waiting.length >= this.limits.waitingMax) return refused({ code: 'pdf-busy' })
    const json = JSON.stringify(document)
    if (json.length > this.limits.charactersMax) return refused({ code: 'pdf-too-large' })
    return new Promise((answer) => {
      this.waiting.push({ json, since: performance.now(), answer })
      this.working ??= this.work()
    })
  }

  /** The id of the process that is there now; `null`: none. */
  get processId(): number | null {
    return this.process === null || this.process.finished ? null : (this.process.id ?? null)
  }

  /** Ends the process, whatever it is at. */
  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.idle)
    await this.process?.end()
    await this.working
  }

  private async work(): Promise<void> {
    clearTimeout(this.idle)
    for (let next = this.waiting.shift(); next; next = this.waiting.shift())
      next.answer(await this.answerTo(next).catch(notStarted))
    this.working = null
    if (!this.closed) this.idle = setTimeout(() => void this.process?.end(), this.limits.idleMax).unref()
  }

  private async answerTo({ json, since }: Waiting): Promise<PdfResult> {
    if (this.closed) return refused({ code: 'pdf-closed' })
    if (performance.now() - since > this.limits.waitMax) return refused({ code: 'pdf-busy' })
    const first = this.current()
    const hadAnswered = first.answered > 0
    let outcome = await first.render(json, this.limits)
    // It may have been ended for what it held before, or while nobody looked; a new one gets the same document once.
    if (outcome === 'gone' && hadAnswered && !this.closed) outcome = await this.current().render(json, this.limits)
    const said = this.process?.lastWords ?? ''
    await this.makeRoom()
    return this.resultOf(outcome, said)
  }

  private resultOf(outcome: RenderOutcome, said: string): PdfResult {
    if (outcome === 'too-slow') return refused({ code: 'pdf-too-slow' })
    if (outcome === 'too-large') return refused({ code: 'pdf-too-large' })
    if (outcome === 'gone') return refused(this.closed ? { code: 'pdf-closed' } : { code: 'pdf-renderer-gone', said })
    if ('objections' in outcome) return refused({ code: 'pdf-not-accessible', objections: outcome.objections })
    return ok(outcome.pdf)
  }

  private current(): RendererProcess {
    if (this.process === null || this.process.finished) this.process = new RendererProcess(this.program)
    return this.process
  }

  /** Never two at once: the next process starts when the last is gone. */
  private async makeRoom(): Promise<void> {
    const { process, limits } = this
    if (!process) return
    const used = process.answered >= limits.answeredMax || process.memory > limits.memoryAfterMax
    if (used || process.finished) {
      await process.end()
      this.process = null
    }
  }
}

const notStarted = (cause: unknown): PdfResult => refused({ code: 'pdf-renderer-gone', said: String(cause) })

const refused = (refusal: PdfRefusal): PdfResult => ({ ok: false, refusal })
