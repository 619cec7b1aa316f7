import { randomUUID } from 'node:crypto'
import type { HallView, MeetingNow, OwnView, RecordAnswer, RecordLine, ScreenAnswer } from '@witboek/contract'
import { meetingCommandPath, type MeetingCommandName } from '@witboek/contract'
import { until } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleDialogue } from '../../example/index.ts'
import type { Browser, Seen } from '../../testing/a-browser.ts'
import { aServer, type TestServer } from '../../testing/a-server.ts'
import { aGuest, anEvening, browserOf, type Evening } from '../../testing/an-evening.ts'
import { asks, meetingLine, type MeetingLine } from '../../testing/clients.ts'
import { inSeat, sport } from '../../testing/the-example.ts'

let server: TestServer
let evening: Evening
const lines: MeetingLine[] = []
beforeAll(async () => {
  server = await aServer()
  evening = await anEvening(server)
})
afterAll(async () => {
  for (const line of lines) line.close()
  await server.close()
})

const as = (role: Parameters<typeof inSeat>[0], more = {}) => browserOf(server, inSeat(role, more))
const codeOf = ({ body }: Seen) => (body as { type?: string }).type?.replace('/problems/', '')
const does = (browser: Browser, name: MeetingCommandName, fields: object = {}): Promise<Seen> =>
  browser.commands(meetingCommandPath(name), { meeting: evening.id, ...fields })
const now = async (browser: Browser): Promise<MeetingNow> =>
  (await browser.goes(`/api/meetings/${evening.id}/now`)).body as MeetingNow
const roomCode = async () =>
  ((await evening.chef.goes(`/api/screens/${evening.id}`)).body as ScreenAnswer).room?.code ?? ''
const plan = { title: 'Het zwembad', goal: 'discuss', minutes: 20, sections: [], polls: [] } as const

/** Somebody's page: what it was told last. */
async function watches(person: string) {
  const line = meetingLine(server.address, await server.seat(person))
  lines.push(line)
  const told: { hall: HallView | null; own: OwnView | null } = { hall: null, own: null }
  line.on('meeting:hall', (view) => (told.hall = view))
  line.on('meeting:own', (view) => (told.own = view))
  const first = await asks(line, 'meeting:watch', { meeting: evening.id })
  return { line, told, first }
}

describe('[EVENING-3] a command of a meeting', () => {
  it('is durable when it is answered, and everybody sees what came of it', async () => {
    const item = randomUUID()
    const expert = await watches(inSeat('expert'))
    expect(expert.first).toMatchObject({ ok: true, value: { hall: { state: 'running' }, desk: null } })
    expect(await does(evening.chef, 'agenda:add', { item, plan, after: null })).toMatchObject({ status: 200 })
    await does(evening.chef, 'agenda:start', { item })
    await until('the page shows the item', () =>
      Boolean(expert.told.hall?.agenda.some(({ id, state }) => id === item && state === 'current')),
    )
    expect((await now(await as('clerk'))).hall.agenda).toMatchObject([{ id: item, title: 'Het zwembad' }])
  })

  it('sent twice is one', async () => {
    const wish = { item: randomUUID(), plan: { ...plan, title: 'Twee keer' }, after: null }
    const [one, other] = await Promise.all([
      does(evening.chef, 'agenda:add', wish),
      does(evening.chef, 'agenda:add', wish),
    ])
    expect([one.status, other.status]).toEqual([200, 200])
    const { agenda } = (await now(evening.chef)).hall
    expect(agenda.filter(({ title }) => title === 'Twee keer')).toHaveLength(1)
  })

  it.each([
    ['by an expert who would lead', 'expert', {}, 'timer:start', { target: 'break', seconds: 60 }, 'not-for-your-role'],
    ['in another theme', 'expert', { elsewhere: true }, 'question:ask', aQuestion('x'), 'not-your-theme-group'],
    ['by a councillor', 'councillor', {}, 'question:ask', aQuestion('x'), 'not-for-your-role'],
    ['by an auditor', 'auditor', {}, 'question:ask', aQuestion('x'), 'not-for-your-role'],
    ['without words', 'expert', {}, 'question:ask', aQuestion(' '), 'text-empty'],
    [
      'in the name of somebody else',
      'expert',
      {},
      'question:ask',
      { ...aQuestion('x'), person: 'p' },
      'not-understood',
    ],
  ] as const)('is refused %s', async (_, role, more, name, fields, code) => {
    expect(codeOf(await does(await as(role, more), name, fields))).toBe(code)
  })

  it('[RECORD-1] stands on the record, without a word of what was written', async () => {
    await does(await as('expert'), 'question:ask', aQuestion('GEHEIM woord'))
    const events = await recordOf()
    const asked = events.find(({ type }) => type === 'question:asked')
    expect(asked).toMatchObject({ actor: { id: inSeat('expert') }, subject: evening.id })
    expect(JSON.stringify(events)).not.toContain('GEHEIM')
  })

  it('[QUESTION-2] [WORD-1] that is unsigned leads to nobody, also not on the record', async () => {
    const expert = await as('expert', { nth: 1 })
    await does(expert, 'question:ask', { ...aQuestion('zonder naam'), anonymous: true })
    await does(expert, 'word:ask', { word: ' BBV ' })
    const { hall, desk } = await now(evening.chef)
    expect(hall.questions.find(({ text }) => text === 'zonder naam')).toMatchObject({ name: null })
    expect(desk?.unclear).toContainEqual({ word: 'bbv', count: 1 })
    const events = await recordOf()
    expect(events.filter(({ actor }) => actor?.id === inSeat('expert', { nth: 1 }))).toEqual([])
  })
})

describe('[ATTEND-2] checking in', () => {
  it('in the hall takes the code that stands on the wall there', async () => {
    const expert = await as('expert')
    const wrong = await does(expert, 'attendance:check-in', { mode: 'room', roomCode: 'CCCC' })
    expect(codeOf(wrong)).toBe('room-code-not-valid')
    const right = await does(expert, 'attendance:check-in', {
      mode: 'room',
      roomCode: (await roomCode()).toLowerCase(),
    })
    expect(right.status).toBe(200)
    expect((await now(expert)).own.attendance).toEqual({ mode: 'room', state: 'present' })
  })

  it('at home takes no code, and the row of speakers takes turns', async () => {
    const home = await as('expert', { nth: 1 })
    await does(home, 'attendance:check-in', { mode: 'remote', roomCode: '' })
    const hand = (browser: Browser) =>
      does(browser, 'speaker:raise', { speaker: randomUUID(), kind: 'normal', note: '', person: null })
    await hand(await as('expert'))
    await hand(home)
    await does(evening.chef, 'speaker:call', { speaker: null })
    const { queue } = (await now(home)).hall
    expect([queue.speaking?.mode, queue.waiting.map(({ mode }) => mode)]).toEqual(['room', ['remote']])
  })

  it('of a guest is for the meeting of the guest only', async () => {
    const { browser, person } = await aGuest(server, evening)
    expect(codeOf(await does(browser, 'attendance:check-in', { mode: 'remote', roomCode: '' }))).toBe('not-signed-in')
    await evening.says('admit', person)
    await does(browser, 'attendance:check-in', { mode: 'remote', roomCode: '' })
    expect((await now(browser)).own.attendance).toMatchObject({ mode: 'remote' })
  })
})

describe('[EVENING-5] [EVENING-4] a break, and the end', () => {
  it('hold what goes on, and end it, for good', async () => {
    await does(evening.chef, 'timer:start', { target: 'item', seconds: 600 })
    const one = { meeting: evening.id }
    await evening.chef.commands('/api/meetings/pause', one)
    const paused = (await now(evening.chef)).hall
    expect([paused.state, paused.timer?.pausedAt === null]).toEqual(['paused', false])
    await evening.chef.commands('/api/meetings/resume', one)
    expect((await now(evening.chef)).hall).toMatchObject({ state: 'running', timer: { pausedAt: null } })
    await evening.closes()
    const over = (await now(evening.chef)).hall
    expect(over).toMatchObject({ state: 'over', timer: null, queue: { closed: true, speaking: null, waiting: [] } })
    expect(codeOf(await does(evening.chef, 'timer:start', { target: 'item', seconds: 60 }))).toBe('meeting-not-running')
  })
})

describe('[EVENING-6] a hall that does everything at once', () => {
  it('loses nothing: everybody checks in and asks at the same moment', async () => {
    evening = await anEvening(server, { title: 'Tweede avond' })
    const experts = exampleDialogue().people.filter(({ seats }) =>
      seats.some(({ role, theme }) => role === 'expert' && theme === sport.id),
    )
    const browsers = await Promise.all(experts.map(({ id }) => browserOf(server, id)))
    const done = await Promise.all(
      browsers.flatMap((browser) => [
        does(browser, 'attendance:check-in', { mode: 'remote', roomCode: '' }),
        ...Array.from({ length: 5 }, () => does(browser, 'question:ask', aQuestion('Tegelijk'))),
      ]),
    )
    expect(done.filter(({ status }) => status !== 200)).toEqual([])
    const { hall } = await now(evening.chef)
    expect([hall.here.remote, hall.questions.length]).toEqual([experts.length, 5 * experts.length])
  })
})

function aQuestion(text: string) {
  return { question: randomUUID(), kind: 'question', text, anonymous: false } as const
}

async function recordOf(): Promise<readonly RecordLine[]> {
  const auditor = await as('auditor')
  return ((await auditor.goes('/api/record')).body as RecordAnswer).lines
}
