import { text } from 'node:stream/consumers'
import { chained, type ChainedEvent, type Instant, type NewEvent } from '@witboek/domain'
import { eventHash } from '@witboek/store'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { exportedRecord } from './export-record.ts'

const event = (subject: string, details: NewEvent['details'] = {}): NewEvent => ({
  ...{ at: 1_301_684_400_000 as Instant, actor: null, role: null, theme: null, type: 'passkey:add', subject, details },
})
const chain = [
  event('plain'),
  event('-_starts-like-a-formula'),
  event('=1+1'),
  event('+31'),
  event('@home', { words: 'with "quotes"; and a semicolon', seq: 3 }),
].reduce<ChainedEvent[]>((before, each) => [...before, chained('d', each, before.at(-1) ?? null, eventHash)], [])
const last = chain.at(-1) as ChainedEvent
const events = {
  read: (_chain: string, { after, limit }: { after: number; limit: number }) =>
    Promise.resolve(chain.slice(after, after + limit)),
}

describe('[RECORD-3] the record as a table', () => {
  it('holds no cell that a spreadsheet takes for a formula, and every event in its columns', async () => {
    const csv = await text(exportedRecord(events, 'd', last, 'csv'))
    const rows = parse(csv, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map(({ subject }) => subject)).toEqual(['plain', `'-_starts-like-a-formula`, `'=1+1`, `'+31`, `'@home`])
    expect(rows.map(({ hash }) => hash)).toEqual(chain.map(({ hash }) => hash))
    expect(rows[0]).toMatchObject({ seq: '1', at: '2011-04-01T19:00:00.000Z', actor: '', type: 'passkey:add' })
    expect(JSON.parse(rows[4]?.['details'] ?? '')).toEqual(last.details)
  })
})

describe('[RECORD-4] the record as it was hashed', () => {
  it('has on each line the text of which the hash stands in the next', async () => {
    const lines = (await text(exportedRecord(events, 'd', last, 'jsonl'))).trimEnd().split('\n')
    for (const [i, line] of lines.slice(0, -1).entries()) expect(eventHash(line)).toBe(chain[i]?.hash)
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ chain: 'd', events: 5, head: last.hash })
  })

  it('ends where it was told, also when more was recorded meanwhile', async () => {
    const lines = (await text(exportedRecord(events, 'd', chain[2] as ChainedEvent, 'jsonl'))).trimEnd().split('\n')
    expect(lines).toHaveLength(4)
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ chain: 'd', events: 3, head: chain[2]?.hash })
  })
})
