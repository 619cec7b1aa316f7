import type { BookAnswer, HomeAnswer, SetUp, ThemeAnswer, VisitAnswer } from '@witboek/contract'
import { greenBookSlots, themesMax, type LoginId, type Role } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { hashOf } from '../../login/secrets.ts'
import { aHouse, type House } from '../../testing/a-house.ts'
import { aMeeting, type Meeting } from '../../testing/a-meeting.ts'
import { aTownsperson, townspeople, type Townsperson } from '../../testing/a-townsperson.ts'
import { asks, meetingLine, no as refused } from '../../testing/clients.ts'
import { sends } from '../../testing/sends.ts'

const seated = (role: Role) => aTownsperson(role, { seats: [{ role, theme: null }] })
const [administrator, lead, clerk] = [seated('administrator'), seated('lead'), seated('clerk')]
const signedIn = [administrator, lead, clerk, aTownsperson('Nobody', { seats: [] })]

/** Known in the town, and signed in: the cookie has the id of the person. */
const before = async (store: Store): Promise<void> => {
  await townspeople(...signedIn)(store)
  const [createdAt, expiresAt] = [Date.now(), Date.now() + 3_600_000]
  for (const { id } of signedIn)
    await store.logins.start({
      id: `login-${id}` as LoginId,
      tokenHash: hashOf(id),
      person: id,
      seatIndex: 0,
      createdAt: createdAt as never,
      expiresAt: expiresAt as never,
      how: 'link',
      device: '',
      seenAt: createdAt as never,
    })
}
const cookieOf = ({ id }: Pick<Townsperson, 'id'>) => `witboek-login=${id}`

const wish: SetUp = {
  title: 'Begrotingsdialoog 2027',
  municipality: 'Wilgenrade',
  fiscalYear: 2027,
  rate: 10,
  assignment: ['Waar gaat het geld heen?'],
  themes: [
    { name: 'Sport', about: 'Bewegen.' },
    { name: 'Zorg en welzijn', about: '' },
  ],
}

let meeting: Meeting
afterEach(() => meeting.close())
const anEmptyInstallation = () => aMeeting({ EXAMPLE: 'off' }, { before })

const setsUp = (body: unknown, by: Townsperson | null = administrator) =>
  sends(meeting.server.address, '/api/set-up', body, { cookie: by ? cookieOf(by) : '' })
const gets = async <Value>(path: string, by: Townsperson): Promise<Value> =>
  (await (await fetch(meeting.server.address + path, { headers: { cookie: cookieOf(by) } })).json()) as Value
const done = { status: 200, body: null }
const no = (status: number, code: string) => ({ status, body: { type: `/problems/${code}` } })

describe('an installation without a dialogue', () => {
  it('[SET-UP-1] gets one from its administrator: themes with a green book each, no amounts, in the first phase', async () => {
    meeting = await anEmptyInstallation()
    expect(await gets<VisitAnswer>('/api/visit', administrator)).toMatchObject({
      actor: { role: 'administrator' },
      dialogue: null,
    })
    expect(await setsUp(wish)).toMatchObject(done)
    const home = await gets<HomeAnswer>('/api/home', administrator)
    expect(home).toMatchObject({
      dialogue: { title: wish.title, municipality: 'Wilgenrade', phase: 'preparing', totalTarget: 0, synthetic: false },
      targets: { themes: 0, dialogue: 0, gap: 0 },
      themes: [
        { theme: { slug: 'sport', about: 'Bewegen.' }, influenceable: 0, chefs: [], experts: 0 },
        { theme: { slug: 'zorg-en-welzijn' } },
      ],
    })
    const theme = await gets<ThemeAnswer>('/api/themes/zorg-en-welzijn', lead)
    expect(theme).toMatchObject({
      items: [],
      frameworks: [],
      expenditure: 0,
      books: [{ kind: 'green', readable: true }],
    })
    const { manifest, rights, items } = await gets<BookAnswer>('/api/themes/sport/books/green', lead)
    expect(manifest.sections.map(({ slot, heading }) => [slot, heading.length > 3])).toEqual(
      greenBookSlots.map((slot) => [slot, true]),
    )
    expect([rights.write, items]).toEqual([false, []])

    await meeting.server.leaves(async (store) => {
      const { dialogue } = (await store.dialogues.current()) ?? expect.fail('a dialogue')
      const [event] = await store.events.read(dialogue.id, { after: 0, limit: 10 })
      expect(event).toMatchObject({
        type: 'dialogue:set-up',
        actor: administrator.id,
        subject: dialogue.id,
        details: { themes: 2, year: 2027 },
      })
      const books = await store.books.of(dialogue.id)
      const [entry] = await store.bookLog.read(books[0]?.id ?? expect.fail('a book'), { after: 0, limit: 1 })
      expect(entry).toMatchObject({ kind: 'fact', person: administrator.id, fact: { type: 'section:added' } })
    })
  })

  it('[SET-UP-1] gets none twice', async () => {
    meeting = await anEmptyInstallation()
    expect(await setsUp(wish)).toMatchObject(done)
    expect(await setsUp({ ...wish, title: 'Een andere' })).toMatchObject(no(409, 'dialogue-already-there'))
    expect((await gets<HomeAnswer>('/api/home', administrator)).dialogue.title).toBe(wish.title)
  })

  it.each<[string, unknown, Townsperson | null, [number, string]]>([
    ['by nobody', wish, null, [401, 'not-signed-in']],
    ['by the lead', wish, lead, [403, 'not-for-your-role']],
    ['by somebody without a seat', wish, aTownsperson('Nobody'), [401, 'not-signed-in']],
    ['in another phase', { ...wish, phase: 'council' }, administrator, [400, 'not-understood']],
    ['with figures', { ...wish, totalTarget: 1 }, administrator, [400, 'not-understood']],
    [
      'with an id for a theme',
      { ...wish, themes: [{ name: 'Sport', about: '', id: 'x' }] },
      administrator,
      [400, 'not-understood'],
    ],
    ['with half a percent', { ...wish, rate: 0.5 }, administrator, [400, 'not-understood']],
    ['with four questions', { ...wish, assignment: ['a', 'b', 'c', 'd'] }, administrator, [400, 'not-understood']],
    ['in the year 27', { ...wish, fiscalYear: 27 }, administrator, [400, 'not-understood']],
    ['with no theme', { ...wish, themes: [] }, administrator, [422, 'themes-number']],
    [
      'with too many',
      { ...wish, themes: Array.from({ length: themesMax + 1 }, (_, i) => ({ name: `T${i}`, about: '' })) },
      administrator,
      [422, 'themes-number'],
    ],
    [
      'with one theme twice',
      { ...wish, themes: [...wish.themes, { name: ' SPORT', about: '' }] },
      administrator,
      [422, 'themes-alike'],
    ],
    ['without a title', { ...wish, title: ' ' }, administrator, [422, 'name-empty']],
  ])('[SET-UP-1] [SET-UP-2] gets none %s', async (_, body, by, [status, code]) => {
    meeting = await anEmptyInstallation()
    expect(await setsUp(body, by)).toMatchObject(no(status, code))
    await meeting.server.leaves(async ({ dialogues }) => expect(await dialogues.currentDialogue()).toBeNull())
  })

  it('[ACCESS-2] goes on from the first phase: the Clerk records what the Council set, and the lead takes the next step', async () => {
    meeting = await anEmptyInstallation()
    expect(await setsUp(wish)).toMatchObject(done)
    const line = (by: Townsperson) => meetingLine(meeting.server.address, cookieOf(by))
    const [leads, records] = [line(lead), line(clerk)]
    try {
      expect(await asks(leads, 'phase:reach', { phase: 'framed' })).toMatchObject(refused('not-for-your-role'))
      expect(await asks(records, 'phase:reach', { phase: 'framed' })).toEqual({ ok: true, value: null })
      expect(await asks(records, 'phase:reach', { phase: 'recruiting' })).toMatchObject(refused('not-for-your-role'))
      expect(await asks(leads, 'phase:reach', { phase: 'recruiting' })).toEqual({ ok: true, value: null })
    } finally {
      for (const each of [leads, records]) each.close()
    }
    expect((await gets<VisitAnswer>('/api/visit', lead)).dialogue?.phase).toBe('recruiting')
  })
})

it('[SET-UP-1] two administrators on two servers, at the same moment: one dialogue comes of it', async () => {
  const house: House = await aHouse(inject('postgres'), { EXAMPLE: 'off' }, { before })
  meeting = house.one
  try {
    const servers = [house.one, house.other, house.one, house.other]
    const answers = await Promise.all(
      servers.map(({ server }, i) =>
        sends(server.address, '/api/set-up', { ...wish, title: `De ${i}e` }, { cookie: cookieOf(administrator) }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
    const won = answers.findIndex(({ status }) => status === 200)
    for (const { server } of [house.one, house.other]) {
      const response = await fetch(`${server.address}/api/home`)
      expect(((await response.json()) as HomeAnswer).dialogue.title).toBe(`De ${won}e`)
    }
  } finally {
    await house.close()
  }
})
