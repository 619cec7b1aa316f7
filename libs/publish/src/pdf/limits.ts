/** What one PDF may take, and the process that makes them. */
export interface PdfLimits {
  /** How long one document may take (ms). */
  readonly timeMax: number
  /** What the process may hold while it is at it (bytes), where the system tells. */
  readonly memoryMax: number
  /** How many may wait while one is made, and for how long (ms). */
  readonly waitingMax: number
  readonly waitMax: number
  /** Of the document as JSON, in characters. */
  readonly charactersMax: number
  /** After so many documents, or with so much in its memory (bytes) after one, a process gives way to a new one. */
  readonly answeredMax: number
  readonly memoryAfterMax: number
  /** Without work for this long (ms), it ends. */
  readonly idleMax: number
}

const mega = 1024 * 1024

export const pdfLimits: PdfLimits = {
  timeMax: 20_000,
  memoryMax: 512 * mega,
  waitingMax: 30,
  waitMax: 20_000,
  charactersMax: 4_000_000,
  answeredMax: 200,
  memoryAfterMax: 256 * mega,
  idleMax: 60_000,
}
