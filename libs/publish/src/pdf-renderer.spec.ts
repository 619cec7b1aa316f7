import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { afterEach, describe, expect, it } from 'vitest'
import { paragraph, type Document } from './document.ts'
import type { PdfLimits } from './pdf/limits.ts'
import { residentMemory } from './pdf/resident-memory.ts'
import { PdfRenderer, type PdfResult } from './pdf.ts'

const onLinux = process.platform === 'linux'
const failing = fileURLToPath(new URL('testing/failing-renderer.ts', import.meta.url))
const called = (title: string): Document => ({
  title,
  language: 'nl',
  created: Date.UTC(2026, 2, 31) as Instant,
  blocks: [],
})
const long = (pages: number): Document => ({
  ...called('Lang'),
  blocks: Array.from({ length: pages * 12 }, (_, at) => paragraph(`Alinea ${at} `.repeat(20))),
})

const open: PdfRenderer[] = []
function aRenderer(limits: Partial<PdfLimits> = {}, program?: string): PdfRenderer {
  const renderer = new PdfRenderer(limits, program)
  open.push(renderer)
  return renderer
}
afterEach(() => Promise.all(open.splice(0).map((renderer) => renderer.close())))

const answer = (result: PdfResult): string => (result.ok ? 'made' : result.refusal.code)
const lives = (id: number | null): boolean => {
  try {
    return id !== null && process.kill(id, 0)
  } catch {
    return false
  }
}

describe('the process that makes PDFs', () => {
  it('is there from the first document on, and makes the next one too', async () => {
    const renderer = aRenderer()
    expect(renderer.processId).toBeNull()
    expect(answer(await renderer.pdf(called('een')))).toBe('made')
    const id = renderer.processId
    expect(answer(await renderer.pdf(called('twee')))).toBe('made')
    expect([lives(id), renderer.processId]).toEqual([true, id])
  })

  it('is one, however many ask at once', async () => {
    const renderer = aRenderer()
    const ids = new Set<number | null>()
    const asked = Array.from({ length: 20 }, async (_, at) => {
      const made = await renderer.pdf(called(`stuk ${at}`))
      ids.add(renderer.processId)
      return answer(made)
    })
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, () => 'made'))
    expect(ids.size).toBe(1)
  })

  it('knows nothing of the server’s settings', async () => {
    process.env['SMTP_URL'] = 'smtp://secret'
    try {
      const made = await aRenderer({}, failing).pdf(called('environment'))
      expect(made.ok && Buffer.from(made.value).toString()).not.toMatch(/SMTP_URL|PATH|HOME/)
    } finally {
      delete process.env['SMTP_URL']
    }
  })

  it('does not mind the signals that tell the server to stop', async () => {
    const renderer = aRenderer()
    await renderer.pdf(called('een'))
    const id = renderer.processId ?? 0
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.kill(id, signal)
    expect(answer(await renderer.pdf(called('twee')))).toBe('made')
    expect(renderer.processId).toBe(id)
  })

  it('ends with the server, whatever it is at, and nobody waits in vain', async () => {
    const renderer = aRenderer({}, failing)
    expect(answer(await renderer.pdf(called('goed')))).toBe('made')
    const asked = [renderer.pdf(called('hangs')), renderer.pdf(called('wacht'))]
    const id = renderer.processId
    await renderer.close()
    expect((await Promise.all(asked)).map(answer)).toEqual(['pdf-closed', 'pdf-closed'])
    expect(lives(id)).toBe(false)
    expect(answer(await renderer.pdf(called('laat')))).toBe('pdf-closed')
    expect(renderer.processId).toBeNull()
  })

  it.runIf(onLinux)('ends when the server dies without a goodbye', async () => {
    const server = spawnSync(process.execPath, [fileURLToPath(new URL('testing/dying-server.ts', import.meta.url))])
    expect(server.signal).toBe('SIGKILL')
    const id = Number(server.stdout.toString())
    expect(id).toBeGreaterThan(0)
    // One that ended and that nobody took note of yet has its number still, and no memory.
    await until('it ends', () => residentMemory(id) === null)
  })

  it('ends when there is nothing to do, and comes back for the next', async () => {
    const renderer = aRenderer({ idleMax: 1 })
    await renderer.pdf(called('een'))
    await until('it ends', () => renderer.processId === null)
    expect(answer(await renderer.pdf(called('twee')))).toBe('made')
  })
})

describe('one that is killed', () => {
  it('between two documents is started again', async () => {
    const renderer = aRenderer()
    await renderer.pdf(called('een'))
    const id = renderer.processId ?? 0
    process.kill(id, 'SIGKILL')
    expect(answer(await renderer.pdf(called('twee')))).toBe('made')
    expect(renderer.processId).not.toBe(id)
  })

  it('at work gives its document to a new one', async () => {
    const renderer = aRenderer()
    await renderer.pdf(called('een'))
    const id = renderer.processId ?? 0
    const asked = [renderer.pdf(long(50)), renderer.pdf(called('drie'))]
    process.kill(id, 'SIGKILL')
    expect((await Promise.all(asked)).map(answer)).toEqual(['made', 'made'])
    expect(lives(id)).toBe(false)
  })

  it('on a document that ends every process is not tried for ever: the refusal has its last words', async () => {
    const renderer = aRenderer({}, failing)
    const refusal = { code: 'pdf-renderer-gone', said: 'out of paper' }
    expect(await renderer.pdf(called('ends'))).toEqual({ ok: false, refusal })
    expect(answer(await renderer.pdf(called('goed')))).toBe('made')
    expect(await renderer.pdf(called('ends'))).toEqual({ ok: false, refusal })
    expect(answer(await renderer.pdf(called('goed')))).toBe('made')
  })

  it('before it began, as where the program is not there, is a refusal too', async () => {
    const made = await aRenderer({}, `${failing}.not`).pdf(called('een'))
    expect(made).toMatchObject({ ok: false, refusal: { code: 'pdf-renderer-gone' } })
    expect(JSON.stringify(made)).toContain('Cannot find module')
  })
})

describe('the limits', () => {
  it('more than may wait are refused at once, and the others made', async () => {
    const renderer = aRenderer({ waitingMax: 2 })
    const asked = await Promise.all(Array.from({ length: 5 }, () => renderer.pdf(called('x'))))
    expect(asked.map(answer)).toEqual(['made', 'made', 'made', 'pdf-busy', 'pdf-busy'])
    expect(answer(await renderer.pdf(called('later')))).toBe('made')
  })

  it('who waited too long is refused in the end', async () => {
    const renderer = aRenderer({ waitMax: 5 })
    const [first, ...others] = await Promise.all([renderer.pdf(long(50)), renderer.pdf(called('x'))])
    expect([first, ...others].map(answer)).toEqual(['made', 'pdf-busy'])
  })

  it('one that takes too long is stopped, and the next is made by another process', async () => {
    const renderer = aRenderer({ timeMax: 3_000 }, failing)
    await renderer.pdf(called('goed'))
    const id = renderer.processId
    const asked = await Promise.all([renderer.pdf(called('hangs')), renderer.pdf(called('goed'))])
    expect(asked.map(answer)).toEqual(['pdf-too-slow', 'made'])
    expect(lives(id)).toBe(false)
  })

  it.runIf(onLinux)('one that takes too much memory is stopped, and the next is made by another process', async () => {
    const renderer = aRenderer({ memoryMax: 300 * 1024 * 1024 }, failing)
    const asked = await Promise.all([renderer.pdf(called('eats')), renderer.pdf(called('goed'))])
    expect(asked.map(answer)).toEqual(['pdf-too-large', 'made'])
  })

  it.runIf(onLinux)('so is a real table of more cells than anybody reads', async () => {
    const rows = Array.from({ length: 40_000 }, () => ['a', 'b', 'c'])
    const made = await aRenderer({ memoryMax: 300 * 1024 * 1024 }).pdf({
      ...called('Te veel'),
      blocks: [{ kind: 'table', caption: '', columns: [], rows }],
    })
    expect(answer(made)).toBe('pdf-too-large')
  })

  it('one with too much in it is not begun with', async () => {
    const renderer = aRenderer({ charactersMax: 100 })
    expect(answer(await renderer.pdf(called('x'.repeat(100))))).toBe('pdf-too-large')
    expect(renderer.processId).toBeNull()
  })

  it('after so many documents another process goes on', async () => {
    const renderer = aRenderer({ answeredMax: 2 })
    const ids: (number | null)[] = []
    for (let at = 0; at < 4; at++) {
      const asked = renderer.pdf(called('x'))
      ids.push(renderer.processId)
      await asked
    }
    expect([ids[0] === ids[1], ids[1] === ids[2], ids[2] === ids[3]]).toEqual([true, false, true])
    expect(ids.map(lives)).toEqual([false, false, false, false])
  })

  it.runIf(onLinux)('after one that left much in its memory, too', async () => {
    const renderer = aRenderer({ memoryAfterMax: 1 })
    await renderer.pdf(called('x'))
    expect(renderer.processId).toBeNull()
  })

  it.runIf(onLinux)('what it made does not stay in its memory', async () => {
    const renderer = aRenderer({ answeredMax: 1_000, memoryAfterMax: Infinity })
    const rows = Array.from({ length: 200 }, (_, at) => ['a', 'b', String(at)])
    const table = (caption: string) => ({ kind: 'table', caption, columns: ['a', 'b', 'c'], rows }) as const
    const held = async (documents: number) => {
      for (let at = 0; at < documents; at++) {
        const made = await renderer.pdf({ ...called('x'), blocks: [table(`${documents} ${at}`)] })
        expect(answer(made)).toBe('made')
      }
      return residentMemory(renderer.processId ?? 0) ?? 0
    }
    const [early, late] = [await held(10), await held(30)]
    expect(early).toBeGreaterThan(0)
    expect(late - early).toBeLessThan(40 * 1024 * 1024)
  })
})
