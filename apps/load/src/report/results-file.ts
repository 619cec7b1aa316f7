import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { thisMachine } from './machine.ts'
import type { Row } from './rows.ts'

const folder = fileURLToPath(new URL('../../results', import.meta.url))

/** Every row that was ever measured here, one JSON per line, with where and when. Not in git: the page of figures is. */
export class ResultsFile {
  readonly folder: string
  readonly path: string
  private readonly where = thisMachine()

  constructor(into: string = folder) {
    mkdirSync(into, { recursive: true })
    this.folder = into
    this.path = join(into, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.jsonl`)
  }

  add(row: Row): void {
    appendFileSync(this.path, `${JSON.stringify({ ...row, at: new Date().toISOString(), ...this.where })}\n`)
  }
}
