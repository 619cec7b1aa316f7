import { describe, expect, it } from 'vitest'
import { openLog } from './log.ts'

function aLog() {
  const lines: string[] = []
  return { log: openLog('debug', { write: (line) => void lines.push(line) }), said: () => lines.join('') }
}

describe('the log', () => {
  it('[SAFE-7] tells of an error what went wrong and where, and not on what', () => {
    const { log, said } = aLog()
    const detail = 'Key (email)=(anna@example.nl) already exists.'
    const cause = Object.assign(new Error('duplicate key value violates unique constraint "contacts_email"'), {
      code: '23505',
      constraint: 'contacts_email',
      detail,
      where: 'Anna de Vries',
      parameters: ['Anna de Vries'],
    })
    log.error({ instance: '/requests/1', err: new Error('could not save "Anna de Vries"', { cause }) }, 'surprise')
    expect(JSON.parse(said())).toMatchObject({
      instance: '/requests/1',
      msg: 'surprise',
      err: {
        type: 'Error',
        message: 'could not save "…"',
        stack: expect.stringContaining('log.spec.ts') as string,
        cause: { code: '23505', constraint: 'contacts_email' },
      },
    })
    expect(said()).not.toMatch(/Anna|example\.nl/)
  })

  it('[SAFE-7] does not quote what could not be read', () => {
    const { log, said } = aLog()
    try {
      JSON.parse('{"name": "Anna de Vries", Anna}')
    } catch (cause) {
      log.error({ err: cause }, 'surprise')
    }
    expect(said()).toContain('SyntaxError')
    expect(said()).not.toContain('Anna')
  })

  it('[SAFE-7] takes an error for what it is, whatever was thrown', () => {
    const { log, said } = aLog()
    for (const err of ['Anna de Vries', { name: 'Anna de Vries' }, null]) log.error({ err }, 'surprise')
    const round = new Error('round')
    log.error({ err: Object.assign(round, { cause: round }) }, 'surprise')
    expect(said().trim().split('\n')).toHaveLength(4)
    expect(said()).not.toContain('Anna')
  })

  it.each([
    ['550 5.1.1 <anna.de.vries+dialoog@voorbeeld.example>: unknown', '550 5.1.1 <[address]>: unknown'],
    ['connect to postgres://witboek:geheim@db:5432/witboek', 'connect to postgres://witboek:[address]:5432/witboek'],
    ['file:///srv/node_modules/@sveltejs/kit/x.js', 'file:///srv/node_modules/@sveltejs/kit/x.js'],
  ])('[SAFE-7] has no address in what others say: %s', (given, written) => {
    const { log, said } = aLog()
    log.warn({ why: given }, given)
    expect(JSON.parse(said())).toMatchObject({ why: written, msg: written })
  })
})
