import { Readable } from 'node:stream'
import type { RecordExportEnd } from '@witboek/contract'
import { eventText, type ChainedEvent } from '@witboek/domain'
import type { EventChains } from '@witboek/store'

/** Events in memory at a time, whoever reads however slowly. */
const page = 500

/** How the record is taken out: as it was hashed, to be checked; or as a table, to be read. */
export const exportForms = ['jsonl', 'csv'] as const
export type ExportForm = (typeof exportForms)[number]

/** A chain up to and including event `through`, as text. It is read on as fast as the text is taken, and no faster. */
export const exportedRecord = (...wish: Parameters<typeof pieces>): Readable =>
  Readable.from(pieces(...wish), { highWaterMark: 1 })

async function* pieces(
  events: Pick<EventChains, 'read'>,
  chain: string,
  through: Pick<ChainedEvent, 'seq' | 'hash'>,
  form: ExportForm,
): AsyncIterable<string> {
  if (form === 'csv') yield csvHead
  const line = form === 'csv' ? csvLine : hashedLine
  let after = 0
  while (after < through.seq) {
    const read = await events.read(chain, { after, limit: Math.min(page, through.seq - after) })
    if (read.length === 0) break
    yield read.map((event) => line(chain, event)).join('')
    after = read.at(-1)?.seq ?? after
  }
  const end: RecordExportEnd = { chain, events: through.seq, head: through.hash }
  if (form === 'jsonl') yield `${JSON.stringify(end)}\n`
}

/** The very text that the hash of the event was made of: its hash stands in the next line. */
const hashedLine = (chain: string, { seq, previous, ...event }: ChainedEvent): string =>
  `${eventText(chain, event, seq, previous)}\n`

const columns = ['seq', 'at', 'actor', 'role', 'theme', 'type', 'subject', 'details', 'previous', 'hash'] as const

/** With the mark by which spreadsheets know that it is UTF-8. */
const csvHead = `\uFEFF${columns.join(';')}\r\n`

const csvLine = (_chain: string, event: ChainedEvent): string =>
  `${columns
    .map((column) => {
      if (column === 'at') return cell(new Date(event.at).toISOString())
      if (column === 'details') return cell(JSON.stringify(event.details))
      return cell(String(event[column] ?? ''))
    })
    .join(';')}\r\n`

/** A spreadsheet would take some texts for formulas: those are told to be text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
