import * as contract from '@witboek/contract'
import { phases, type Phase } from '@witboek/domain'
import { until } from '@witboek/testkit'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openApp } from './http/app.ts'
import type { Hands } from './http/hands.ts'
import { readSettings } from './settings.ts'
import { aServer } from './testing/a-server.ts'
import { meetingLine, type MeetingLine } from './testing/clients.ts'
import { whyShut, whyShutOnLine } from './testing/every-door/answers.ts'
import { httpDoors, socketDoors } from './testing/every-door/doors.ts'
import { cookieOf, inPhase, walkers, type Walker } from './testing/every-door/walkers.ts'
import { readsGreen, writesGreen, type Open } from './testing/every-door/who.ts'
import { aParagraph, RawLine } from './testing/raw-line.ts'
import { sportBook } from './testing/the-example.ts'

const book = sportBook.book.id
const section = sportBook.sections[0]?.section
const isFor = (who: Open, walker: Walker, phase: Phase): boolean => who.get(walker)?.includes(phase) ?? false

/** An installation with all there is to have; nobody is at home at its issuer. */
const everything = {
  OIDC_ISSUER: 'http://127.0.0.1:9',
  OIDC_CLIENT_ID: 'witboek',
  OIDC_CLIENT_SECRET: 'geheim',
  OIDC_NAME: 'de gemeente',
}

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> }
  readonly handle: { readonly stack?: readonly Layer[] }
}

const routesIn = (stack: readonly Layer[]): readonly string[] =>
  stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods).flatMap((method) =>
          [route.path].flat().map((path) => `${method.toUpperCase()} ${path}`),
        )
      : routesIn(handle.stack ?? []),
  )

/** Everything that Express answers to in an installation that has all there is to have. */
function everyRoute(): readonly string[] {
  const settings = readSettings(everything, '.')
  // Only listed, and never asked: whatever is taken from these hands is a hand again.
  const anything: unknown = new Proxy(() => undefined, { get: () => anything, apply: () => anything })
  const hands = {
    settings,
    site: 'http://localhost',
    pages: null,
    events: anything,
    live: anything,
    store: anything,
    open: anything,
    visitors: anything,
    origins: anything,
    surprises: anything,
    mailer: anything,
    mailbox: anything,
    now: anything,
  } as unknown
  const app = openApp(hands as Hands)
  return routesIn(app.router.stack as unknown as readonly Layer[])
}

/** The names of all messages that the contract has a schema for. */
const everyMessage = (): readonly string[] =>
  Object.values(contract as Record<string, unknown>).flatMap((value) =>
    typeof value === 'object' && value !== null && !(value instanceof z.ZodType)
      ? Object.entries(value).flatMap(([name, schema]) =>
          schema instanceof z.ZodType && name.includes(':') ? [name] : [],
        )
      : [],
  )

describe('[RIGHTS-1] the table of doors', () => {
  it('has every route there is, and no other', () => {
    expect([...new Set(everyRoute())].sort()).toEqual(Object.keys(httpDoors).sort())
  })

  it('has every message there is, and no other', () => {
    expect([...new Set(everyMessage())].sort()).toEqual(Object.keys(socketDoors).sort())
  })
})

async function comesOverALine(address: string, walker: Walker): Promise<MeetingLine | null> {
  const line = meetingLine(address, cookieOf(walker))
  let turnedAway = false
  line.on('connect_error', () => (turnedAway = true))
  await until('the line is open, or refused', () => line.connected || turnedAway)
  if (!turnedAway) return line
  line.close()
  return null
}

/** What somebody can do at the document endpoint: nothing, read, or write. */
async function atTheBook(ws: string, walker: Walker): Promise<'nothing' | 'reads' | 'writes'> {
  if (!section) throw new Error('the book is empty')
  const line = await RawLine.open(`${ws}/collab/${book}`, { cookie: cookieOf(walker) })
  try {
    if (!line.welcome) return 'nothing'
    await line.edits(section, aParagraph(`woorden van ${walker}`))
    const answers = () => [...line.fromSection(section, 'acknowledged'), ...line.fromSection(section, 'setAside')]
    await until('the edit is answered', () => answers().length > 0)
    return answers()[0]?.type === 'acknowledged' ? 'writes' : 'reads'
  } finally {
    line.close()
  }
}

describe.each(phases)('[RIGHTS-1] in the phase %s', (phase) => {
  it('every door is open for those in the table, and shut for everybody else', async () => {
    const server = await aServer({ ...everything, LOG_LEVEL: 'silent' }, { before: inPhase(phase) })
    const wrong: string[] = []
    const note = (walker: Walker, door: string, who: Open, why: string | null) => {
      if (isFor(who, walker, phase) !== (why === null)) wrong.push(`${walker}: ${door} ${why ?? 'is open'}`)
    }
    try {
      for (const walker of walkers) {
        for (const [door, { for: who, ask }] of Object.entries(httpDoors)) {
          const [method = ''] = door.split(' ')
          // Whoever signs out is not there for the next door.
          if (door === 'POST /logout' && walker !== 'nobody') continue
          note(walker, door, who, await whyShut(server.address, method, ask, cookieOf(walker)))
        }
        const line = await comesOverALine(server.address, walker)
        for (const [name, { for: who, message }] of Object.entries(socketDoors))
          note(walker, name, who, await whyShutOnLine(line, name, message))
        line?.close()
        const can = await atTheBook(server.ws, walker)
        const may = isFor(writesGreen, walker, phase)
          ? 'writes'
          : isFor(readsGreen, walker, phase)
            ? 'reads'
            : 'nothing'
        if (can !== may) wrong.push(`${walker}: ${can} at the document endpoint, and not ${may}`)
      }
    } finally {
      await server.close()
    }
    expect(wrong).toEqual([])
  }, 60_000)
})
