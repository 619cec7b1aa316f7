import type { BookAnswer } from '@witboek/contract'
import { recordedFacts, type ChainedEvent } from '@witboek/domain'
import { textsIn } from '@witboek/i18n'
import { until } from '@witboek/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleDialogue } from '../example/index.ts'
import { httpDoors, socketDoors } from '../testing/every-door/doors.ts'
import { aMeeting, type Meeting } from '../testing/a-meeting.ts'
import { asks, type MeetingLine } from '../testing/clients.ts'
import { inSeat, sport, sportBook } from '../testing/the-example.ts'
import { meetingCommandsNotOnRecord, meetingCommandsOnRecord } from './testing/commands-of-meetings.ts'
import { verifyRecord } from './verify.ts'

/** Every command over HTTP or the line, and what it leaves in the record. */
const onRecord: Readonly<Record<string, readonly string[]>> = {
  'section:add': ['section:added'],
  'section:rename': ['section:renamed'],
  'section:move': ['section:moved'],
  'section:remove': ['section:removed'],
  'section:restore': ['section:restored'],
  'section:lock': ['section:locked'],
  'section:unlock': ['section:unlocked'],
  'section:focus': ['section:locked', 'section:unlocked'],
  'book:freeze': ['book:frozen'],
  'book:unfreeze': ['book:unfrozen'],
  'remark:place': ['remark:placed'],
  'remark:remove': ['remark:removed'],
  'edit:hand-over': ['edit:hand-over'],
  'edit:withdraw': ['edit:withdraw'],
  'edit:admit': ['edit:admitted'],
  'edit:give-back': ['edit:give-back'],
  'seat:end': ['seat:end'],
  'phase:reach': ['phase:reach'],
  'remarks:allow': ['remarks:allow'],
  'POST /login/seat': ['seat:choose'],
  'POST /login/invitation': ['invitation:accept', 'invitation:decline'],
  'POST /login/join': ['guest:ask'],
  'POST /login/guest-address': ['guest:confirm'],
  'POST /login/address-change': ['address:change'],
  'GET /login/oidc/return': ['identity:add', 'person:arrive'],
  'POST /login/link': ['person:arrive'],
  'POST /login/passkey': ['person:arrive'],
  'POST /api/meetings/plan': ['meeting:plan'],
  'POST /api/meetings/change': ['meeting:change'],
  'POST /api/meetings/publish': ['meeting:publish'],
  'POST /api/meetings/cancel': ['meeting:cancel'],
  'POST /api/meetings/open': ['meeting:open'],
  'POST /api/meetings/close': ['meeting:close'],
  'POST /api/meetings/pause': ['meeting:pause'],
  'POST /api/meetings/resume': ['meeting:resume'],
  'POST /api/meetings/minute': ['meeting:minute'],
  'POST /api/meetings/confirm': ['meeting:confirm'],
  ...meetingCommandsOnRecord,
  'POST /api/guests/admit': ['guest:admit'],
  'POST /api/guests/refuse': ['guest:refuse'],
  'POST /api/guests/write': ['guest:write'],
  'POST /api/guests/remove': ['guest:remove'],
  'POST /api/account/name': ['name:change'],
  'POST /api/account/contact': ['contact:change'],
  'POST /api/account/meeting-mail': ['meeting-mail:choose'],
  'POST /api/account/calendar': ['calendar:give'],
  'POST /api/account/calendar/end': ['calendar:end'],
  'POST /api/account/erase': ['person:erase'],
  'POST /api/account/passkeys': ['passkey:add'],
  'POST /api/account/passkeys/remove': ['passkey:remove'],
  'POST /api/people/add': ['person:add', 'seat:give'],
  'POST /api/people/give-seat': ['seat:give'],
  'POST /api/people/end-seat': ['seat:end'],
  'POST /api/people/remove': ['person:remove'],
  'POST /api/people/erase': ['person:erase'],
  'POST /api/set-up': ['dialogue:set-up'],
  'POST /api/invitations': ['invitation:send'],
  'POST /api/invitations/resend': ['invitation:resend'],
  'POST /api/invitations/withdraw': ['invitation:withdraw'],
  'POST /api/invitations/bounced': ['invitation:bounce'],
  'POST /api/invitations/address': ['invitation:address'],
}

/** What is sent and leaves nothing in the record, and why not. */
const notOnRecord: Readonly<Record<string, string>> = {
  'presence:enter': 'who is where passes, and nobody is watched',
  'presence:move': 'who is where passes, and nobody is watched',
  'lobby:watch': 'it only asks to be told',
  'meeting:watch': 'it only asks to be told',
  'meeting:react': 'reactions are counted for a moment, and are nobody’s',
  'meeting:fill': 'who has a ballot open passes, and nobody is watched',
  ...meetingCommandsNotOnRecord,
  'edit:park': 'the page keeps refused words by itself; what people decide about them is recorded',
  'POST /login/example': 'only the example has it, and it proves nothing',
  'POST /logout': 'comings and goings of people are not watched',
  'POST /api/sign-in/link': 'nothing has changed until the link is used',
  'POST /login/link/ask': 'nothing has changed until the link is used',
  'POST /login/passkey/begin': 'a question for the device',
  'POST /api/account/passkeys/begin': 'a question for the device',
  'POST /api/account/address': 'nothing has changed until the link in the mail is used',
  'POST /api/account/devices/end': 'comings and goings of people are not watched',
  'POST /api/account/devices/end-all': 'comings and goings of people are not watched',
  'POST /api/invitations/preview': 'nothing has changed yet',
  'POST /api/meetings/:meeting/notes': 'what somebody writes down for themselves is nobody’s business',
}

const changes = [...Object.keys(socketDoors), ...Object.keys(httpDoors).filter((door) => door.startsWith('POST '))]

describe('[RECORD-1] every command there is', () => {
  it.each(changes)('is on the record, or says why not: %s', (door) => {
    const listed = [door in onRecord, door in notOnRecord]
    expect(listed, 'add it to one of the lists of this spec').toContain(true)
    expect(listed, 'it stands in both lists of this spec').toContain(false)
  })

  it('has words on the page of the auditor, in both languages, and so has every fact', () => {
    const elsewhere = ['record:export', 'data:export', 'retention:erase', 'administrator:make', 'administrator:link']
    const types = [...Object.values(onRecord).flat(), ...recordedFacts, ...elsewhere]
    for (const locale of ['nl', 'en'] as const) {
      const words = Object.keys(textsIn(locale).record.types)
      expect([...new Set(types)].filter((type) => !words.includes(type))).toEqual([])
    }
  })
})

const book = sportBook.book.id
const { dialogue } = exampleDialogue().frame
const sections = sportBook.sections.map(({ section }) => section)
const [marit, fatima, gerrit, margriet] = [
  inSeat('chef'),
  inSeat('expert'),
  inSeat('expert', { nth: 1 }),
  inSeat('lead'),
]

/** A command of somebody, and the events it leaves: what, and by whom. */
type Step = readonly [
  line: MeetingLine,
  name: string,
  message: object | (() => Promise<object>),
  leaves: readonly (readonly [string, string])[],
]

describe('[RECORD-1] [RECORD-2] an evening with every command of the line', () => {
  let meeting: Meeting
  let [chef, writer, lead]: MeetingLine[] = []
  const expected: (readonly [string, string])[] = []
  let events: readonly ChainedEvent[] = []

  beforeAll(async () => {
    meeting = await aMeeting()
    ;[chef, writer, lead] = [await meeting.comes(marit), await meeting.comes(fatima), await meeting.comes(margriet)]
    if (!chef || !writer || !lead) throw new Error('nobody came')
    const secret = 'GEHEIM'
    const park = (id: string) =>
      [writer, 'edit:park', { book, section: sections[1], id, code: 'section-locked', pieces }, []] as unknown as Step
    const pieces = [{ at: '', inline: false, blocks: [{ kind: 'paragraph', text: [{ text: secret }] }] }]
    const wish = { reason: secret, until: null }
    const theRemark = async () => {
      const { body } = await meeting.gets<BookAnswer>(`/api/themes/${sport.slug}/books/green`, marit)
      const remark = body.manifest.sections.flatMap(({ remarks }) => remarks)[0]?.id
      return { book, section: sections[1], remark }
    }
    const steps: readonly Step[] = [
      [lead, 'remarks:allow', { allowed: true }, [['remarks:allow', margriet]]],
      [chef, 'section:add', { book, heading: secret, after: null }, [['section:added', marit]]],
      [chef, 'section:rename', { book, section: sections[0], heading: secret }, [['section:renamed', marit]]],
      [chef, 'section:move', { book, section: sections[0], after: sections[2] }, [['section:moved', marit]]],
      [chef, 'section:remove', { book, section: sections[5] }, [['section:removed', marit]]],
      [chef, 'section:restore', { book, section: sections[5] }, [['section:restored', marit]]],
      [chef, 'section:lock', { book, section: sections[0], ...wish }, [['section:locked', marit]]],
      [
        ...([chef, 'section:focus', { book, section: sections[0], ...wish }] as const),
        [
          ['section:unlocked', marit],
          ['section:locked', marit],
        ],
      ],
      [chef, 'section:unlock', { book, section: sections[1] }, [['section:unlocked', marit]]],
      [chef, 'book:freeze', { book, ...wish }, [['book:frozen', marit]]],
      [chef, 'book:unfreeze', { book }, [['book:unfrozen', marit]]],
      [chef, 'remark:place', { book, section: sections[1], text: secret }, [['remark:placed', marit]]],
      [chef, 'remark:remove', theRemark, [['remark:removed', marit]]],
      park('words-1'),
      [writer, 'edit:hand-over', { book, id: 'words-1' }, [['edit:hand-over', fatima]]],
      [chef, 'edit:give-back', { book, id: 'words-1' }, [['edit:give-back', marit]]],
      [writer, 'edit:hand-over', { book, id: 'words-1' }, [['edit:hand-over', fatima]]],
      [chef, 'edit:admit', { book, id: 'words-1' }, [['edit:admitted', marit]]],
      park('words-2'),
      [writer, 'edit:withdraw', { book, id: 'words-2' }, [['edit:withdraw', fatima]]],
      [lead, 'seat:end', { person: gerrit, theme: sport.id }, [['seat:end', margriet]]],
      [lead, 'phase:reach', { phase: 'green_review' }, [['phase:reach', margriet]]],
    ]
    const sent: [MeetingLine, string, object][] = []
    for (const [line, name, wish, leaves] of steps) {
      const message = typeof wish === 'function' ? await wish() : wish
      expect(await asks(line, name, message), name).toMatchObject({ ok: true })
      expected.push(...leaves)
      sent.push([line, name, message])
    }
    // What is refused leaves nothing.
    for (const [line, name, message] of sent.filter(([line]) => line === chef))
      expect(await asks(line, name, message), name).toMatchObject({ ok: false })
    meeting.everyoneLeaves()
    events = await meeting.server.leaves(async (store) => {
      const { chains } = await verifyRecord(store)
      expect(chains).toMatchObject([{ fault: null, waiting: 0 }])
      return store.events.read(dialogue.id, { after: 0, limit: 10_000 })
    })
    expect(JSON.stringify(events)).not.toContain(secret)
  }, 60_000)
  afterAll(() => meeting.close())

  /** The Chefs of the example made its books before anybody came. */
  const live = (): readonly ChainedEvent[] =>
    events.filter(({ type, details }) => type !== 'section:added' || Number(details['seq']) > sections.length)

  it('leaves exactly one event for each thing that was done', () => {
    const done = live().map(({ type, actor }) => `${type} ${actor ?? ''}`)
    expect(done.toSorted()).toEqual(expected.map(([type, actor]) => `${type} ${actor}`).toSorted())
  })

  it('has every command of the line in it', () => {
    const seen = new Set(live().map(({ type }) => type))
    const types = Object.keys(socketDoors).flatMap((name) => onRecord[name] ?? [])
    expect(types.filter((type) => !seen.has(type))).toEqual([])
  })

  it('says in which role it was done, about what, and where in the book', () => {
    const one = (type: string) => live().find((event) => event.type === type)
    expect(one('section:renamed')).toMatchObject({ role: 'chef', theme: sport.id, subject: book })
    expect(one('edit:hand-over')).toMatchObject({ role: 'expert', subject: 'words-1', details: { book } })
    expect(one('seat:end')).toMatchObject({
      role: 'lead',
      subject: gerrit,
      details: { theme: sport.id, roles: 'expert' },
    })
    expect(one('phase:reach')).toMatchObject({ subject: dialogue.id, details: { phase: 'green_review' } })
  })
})

describe('[RECORD-2] a lock that has come to its end', () => {
  it('opens by itself, and that is nobody’s doing', async () => {
    const meeting = await aMeeting()
    const chef = await meeting.comes(marit)
    const lock = { book, section: sections[0], reason: '', until: Date.now() + 400 }
    expect(await asks(chef, 'section:lock', lock)).toMatchObject({ ok: true })
    const query = '/api/record?type=section:unlocked'
    const lines = async () => (await meeting.gets<{ lines: readonly object[] }>(query, inSeat('auditor'))).body.lines
    await until('it is on the record', async () => (await lines()).length > 0)
    expect(await lines()).toMatchObject([{ actor: null, role: null, subject: book }])
    await meeting.close()
  })
})
