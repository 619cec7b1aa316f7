import { systemClock } from '@witboek/book'
import type { AccountAnswer, MeetingShown } from '@witboek/contract'
import type { Instant, LoginId, Meeting, MeetingId } from '@witboek/domain'
import { openEmbeddedStore, type Store } from '@witboek/store'
import { takeSeat, until } from '@witboek/testkit'
import { aDatabase, aMailServer, aWitboek, type MailServer, type ReceivedMail } from '@witboek/testkit/servers'
import { afterEach, beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { exampleDialogue } from '../../example/index.ts'
import { hashOf } from '../../login/secrets.ts'
import { aFolder, aServer, type TestServer } from '../../testing/a-server.ts'
import { aTownsperson, townspeople, type Townsperson } from '../../testing/a-townsperson.ts'
import { browserOf, plan } from '../../testing/an-evening.ts'
import { sends } from '../../testing/sends.ts'
import { inSeat, sport } from '../../testing/the-example.ts'
import { MeetingPost } from './meeting-post.ts'

const elsewhere = exampleDialogue().frame.themes.find(({ slug }) => slug !== 'sport') ?? sport
const noor = aTownsperson('Noor', { realName: 'Noor Vermeer' })
const tom = aTownsperson('Tom', { language: 'en' })
const ries = aTownsperson('Ries', { seats: [{ role: 'chef', theme: elsewhere.id }] })
const gast = aTownsperson('Gast', {
  seats: [{ role: 'guest', theme: sport.id, guest: { meeting: 'x' as MeetingId, writes: false } }],
})
const raad = aTownsperson('Raad', { seats: [{ role: 'councillor', theme: null }] })
/** They are there, and Noor is signed in. */
async function people(store: Store): Promise<void> {
  await townspeople(noor, tom, ries, gast, raad)(store)
  const now = Date.now()
  await store.logins.start({
    id: 'login-noor' as LoginId,
    tokenHash: hashOf('token-noor'),
    person: noor.id,
    seatIndex: 0,
    createdAt: now as Instant,
    expiresAt: (now + 3_600_000) as Instant,
    how: 'link',
    device: '',
    seenAt: now as Instant,
  })
}
const fromTown = { MAIL_FROM: 'Gemeente Voorbeeld <dialoog@voorbeeld.example>' }

let mail: MailServer
beforeEach(async () => {
  mail = await aMailServer()
})
afterEach(() => mail.end())

const environment = (more: Record<string, string> = {}) => ({ SMTP_URL: mail.url, ...fromTown, ...more })
async function aTown(more: Record<string, string> = {}): Promise<TestServer> {
  const server = await aServer(environment(more), { before: people })
  onTestFinished(() => server.close())
  return server
}
const mailsTo = ({ contact }: Townsperson): readonly ReceivedMail[] =>
  mail.mails.filter(({ envelope }) => envelope.to.includes(contact.email))
/** With its lines put together again. */
const calendarIn = (letter: ReceivedMail | undefined) =>
  letter?.attachments[0]?.content.toString().replaceAll('\r\n ', '') ?? ''
const lineIn = (letter: ReceivedMail | undefined, name: string) =>
  new RegExp(`^${name}[:;](.*)\r$`, 'm').exec(calendarIn(letter))?.[1] ?? null

/** The Chef of Sport, or somebody else who plans. */
async function planner(server: Pick<TestServer, 'address' | 'seat'>, person = inSeat('chef')) {
  const browser = await browserOf(server, person)
  const commands = async (path: string, body: object) => {
    const answer = await browser.commands(`/api/meetings/${path}`, body)
    expect(answer.status, path).toBe(200)
    return answer.body as MeetingShown
  }
  return {
    async publishes(more: object = {}): Promise<MeetingShown> {
      const { id } = await commands('plan', { ...plan, theme: sport.id, ...more })
      return commands('publish', { meeting: id })
    },
    changes: ({ id }: MeetingShown, more: object) => commands('change', { ...plan, meeting: id, ...more }),
    cancels: ({ id }: MeetingShown, reason = 'De zaal is dicht') => commands('cancel', { meeting: id, reason }),
  }
}
/** Everybody has so many, and nothing waits. */
const arrived = (count: number, ...whose: readonly Townsperson[]) =>
  until(`${count} mails have arrived`, () => whose.every((one) => mailsTo(one).length === count))

describe('[LETTER-1] those who are expected at a meeting', () => {
  it('hear that it is held, is moved and is cancelled, in one entry of their calendar', async () => {
    const chef = await planner(await aTown())
    const meeting = await chef.publishes()
    await arrived(1, noor, tom)
    await chef.changes(meeting, { place: 'Raadzaal', startsAt: plan.startsAt + 1_800_000 })
    await arrived(2, noor, tom)
    await chef.cancels(meeting)
    await arrived(3, noor, tom)

    const letters = mailsTo(noor)
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Bijeenkomst: Eerste avond, 27 november 2046 om 19:30',
      'Gewijzigd: Eerste avond, 27 november 2046 om 20:00',
      'Gaat niet door: Eerste avond, 27 november 2046 om 20:00',
    ])
    expect(letters.map((letter) => lineIn(letter, 'METHOD'))).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(letters.map((letter) => lineIn(letter, 'SEQUENCE'))).toEqual(['0', '1', '2'])
    expect(letters.map((letter) => lineIn(letter, 'STATUS'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    expect(new Set(letters.map((letter) => lineIn(letter, 'UID')))).toEqual(new Set([`${meeting.id}@localhost`]))
    for (const letter of letters) {
      expect(lineIn(letter, 'ORGANIZER')).toContain('mailto:dialoog@voorbeeld.example')
      expect(lineIn(letter, 'ATTENDEE')).toContain(`MAILTO:${noor.contact.email}`)
      expect(letter.attachments[0]?.parameters['method']).toBe(lineIn(letter, 'METHOD'))
      expect(letter.headers.get('list-unsubscribe')).toMatch(/^<http.*\/mijn>$/)
    }
  })

  it('[LETTER-3] read in their own language what was, what is and why', async () => {
    const chef = await planner(await aTown())
    const meeting = await chef.publishes()
    await arrived(1, noor, tom)
    await chef.changes(meeting, { place: 'Raadzaal' })
    await arrived(2, noor, tom)
    await chef.cancels(meeting)
    await arrived(3, noor, tom)
    const [first, second, third] = mailsTo(noor).map(({ text }) => text)
    expect(first).toContain('Beste Noor Vermeer,')
    expect(first).toContain('Wanneer en waar: 27 november 2046 om 19:30 tot 22:00 uur, Buurthuis De Brug.')
    expect(second).toContain('Het was: 27 november 2046 om 19:30 tot 22:00 uur, Buurthuis De Brug.')
    expect(second).toContain('Het wordt: 27 november 2046 om 19:30 tot 22:00 uur, Raadzaal.')
    expect(third).toContain('De reden: De zaal is dicht')
    const english = mailsTo(tom)
    expect(english.map(({ subject }) => subject.split(':')[0])).toEqual(['Meeting', 'Changed', 'Cancelled'])
    expect(english[1]?.attachments.map(({ filename }) => filename)).toContain('meeting.ics')
  })

  it('hear nothing of a plan, of another title, or of a command whose answer was lost', async () => {
    const server = await aTown()
    const chef = await planner(server)
    const browser = await browserOf(server, inSeat('chef'))
    const kept = (await browser.commands('/api/meetings/plan', { ...plan, theme: sport.id, title: 'Een plan' }))
      .body as MeetingShown
    await chef.changes(kept, { title: 'Een plan', place: 'Elders' })
    await browser.commands('/api/meetings/cancel', { meeting: kept.id, reason: '' })
    const meeting = await chef.publishes()
    await browser.commands('/api/meetings/publish', { meeting: meeting.id })
    await chef.changes(meeting, { title: 'Anders' })
    await chef.cancels(meeting)
    await chef.cancels(meeting)
    await until('the last one is there', () =>
      Boolean(mailsTo(noor).at(-1)?.subject.startsWith('Gaat niet door: Anders')),
    )
    const left = await server.leaves((store) => store.meetingLetters.queued(10))
    expect(left).toEqual([])
    // The announcement may have waited still when it was cancelled: then nobody needs it any more.
    expect(mailsTo(noor).every(({ subject }) => /^(Bijeenkomst: |Gaat niet door: )/.test(subject))).toBe(true)
    expect(mailsTo(noor).length).toBeLessThanOrEqual(2)
  })
})

describe('[LETTER-2] a letter about a meeting', () => {
  it('is for its group, and for nobody else', async () => {
    const server = await aTown()
    await (await planner(server)).publishes()
    await arrived(1, noor, tom)
    expect(await server.leaves((store) => store.meetingLetters.queued(10))).toEqual([])
    expect([...mailsTo(ries), ...mailsTo(gast), ...mailsTo(raad)]).toEqual([])
  })

  it('is for all groups when it is of all themes together', async () => {
    const server = await aTown()
    await (await planner(server, inSeat('lead'))).publishes({ theme: null, title: 'De start' })
    await arrived(1, noor, tom, ries)
    expect(mailsTo(ries)[0]?.text).toContain('Alle themagroepen komen bij elkaar: De start.')
    expect(await server.leaves((store) => store.meetingLetters.queued(10))).toEqual([])
    expect([...mailsTo(gast), ...mailsTo(raad)]).toEqual([])
  })

  it('[MEET-11] says how to join from home', async () => {
    const server = await aTown({ VIDEO_LINK: 'https://video.example/zaal/{meeting}' })
    const chef = await planner(server)
    const meeting = await chef.publishes({ remoteLink: 'house' })
    await arrived(1, noor)
    expect(mailsTo(noor)[0]?.text).toContain(`Van huis meedoen kan ook: https://video.example/zaal/${meeting.id}`)
    await chef.changes(meeting, { remoteLink: 'https://elders.example/1' })
    await arrived(2, noor)
    expect(mailsTo(noor)[1]?.text).toContain('Van huis meedoen gaat op een andere manier dan eerst.')
  })
})

describe('[LETTER-5] whoever wants no mail about meetings', () => {
  it('gets none, until they want it again', async () => {
    const server = await aTown()
    const chef = await planner(server)
    const cookie = 'witboek-login=token-noor'
    const wants = (wanted: boolean) => sends(server.address, '/api/account/meeting-mail', { wanted }, { cookie })
    const wish = async () =>
      ((await (await fetch(`${server.address}/api/account`, { headers: { cookie } })).json()) as AccountAnswer)
        .meetingMail
    expect(await wish()).toBe(true)
    expect((await wants(false)).status).toBe(200)
    expect(await wish()).toBe(false)
    const meeting = await chef.publishes()
    await arrived(1, tom)
    expect(mailsTo(noor).filter(({ subject }) => subject.startsWith('Bijeenkomst'))).toEqual([])
    await wants(true)
    await chef.cancels(meeting)
    await until('there it is', () => mailsTo(noor).some(({ subject }) => subject.startsWith('Gaat niet door')))
  })

  it('says so for themselves only', async () => {
    const server = await aTown()
    expect((await sends(server.address, '/api/account/meeting-mail', { wanted: false })).status).toBe(401)
  })
})

describe('[LETTER-4] letters that wait', () => {
  it('tell the latest news once, when mail was away meanwhile', async () => {
    mail.refuse(noor.contact.email, 450, 'Not now')
    const server = await aTown()
    const chef = await planner(server)
    const meeting = await chef.publishes()
    await arrived(1, tom)
    await chef.changes(meeting, { place: 'Raadzaal' })
    await arrived(2, tom)
    await chef.changes(meeting, { place: 'Bibliotheek' })
    await arrived(3, tom)
    mail.accept(noor.contact.email)
    await arrived(1, noor)
    const text = mailsTo(noor)[0]?.text
    expect(text).toContain('Het was: 27 november 2046 om 19:30 tot 22:00 uur, Buurthuis De Brug.')
    expect(text).toContain('Het wordt: 27 november 2046 om 19:30 tot 22:00 uur, Bibliotheek.')
    expect(lineIn(mailsTo(noor)[0], 'SEQUENCE')).toBe('2')
    expect(await server.leaves((store) => store.meetingLetters.queued(10))).toEqual([])
  })

  it('do not wait for an address that is refused for good', async () => {
    mail.refuse(noor.contact.email)
    const server = await aTown()
    await (await planner(server)).publishes()
    await arrived(1, tom)
    await until('nothing is tried any more', () =>
      server.log.some(({ msg, arrives }) => msg === 'told of a meeting by mail' && arrives === false),
    )
    expect(await server.leaves((store) => store.meetingLetters.queued(10))).toEqual([])
    expect(JSON.stringify(server.log)).not.toContain(noor.contact.email)
  })

  it('are sent by the next start when a server was killed', async () => {
    const folder = aFolder()
    onTestFinished(folder.remove)
    const store = await openEmbeddedStore(folder.path)
    await people(store)
    await store.close()
    const server = await aWitboek({ environment: { ...environment(), DATA_DIR: folder.path } })
    onTestFinished(() => server.stop())
    mail.pause()
    const town = { address: server.url, seat: (person: string) => takeSeat(server.url, person) }
    await (await planner(town)).publishes()
    await server.kill()
    expect(mailsTo(noor)).toEqual([])
    mail.resume()
    await server.restart()
    await until('they are there', () => [noor, tom].every((one) => mailsTo(one).length >= 1))
  })

  it('are sent once by two servers on one database', async () => {
    const database = { DATABASE_URL: await aDatabase(inject('postgres')) }
    const [one, other] = [await aTown(database), await aServer(environment(database))]
    onTestFinished(() => other.close())
    const chefs = [await planner(one), await planner(other)] as const
    const meetings = await Promise.all(
      chefs.map((chef, i) => chef.publishes({ title: `Avond ${i}`, startsAt: plan.startsAt - i })),
    )
    await until('both are there', () => mailsTo(noor).length >= 2)
    for (const [i, meeting] of meetings.entries()) await chefs[1 - i]?.cancels(meeting)
    await until(
      'so are the others',
      () => mailsTo(noor).filter(({ subject }) => subject.startsWith('Gaat')).length >= 2,
    )
    await one.close()
    expect(await other.leaves((store) => store.meetingLetters.queued(10))).toEqual([])
    for (const person of [noor, tom]) expect(mailsTo(person), person.name).toHaveLength(4)
  })

  it('are not kept where there is no mail', async () => {
    const folder = aFolder()
    onTestFinished(folder.remove)
    const store: Store = await openEmbeddedStore(folder.path)
    await people(store)
    const queued = async (kind: 'none' | 'mailbox') => {
      const hands = { store, clock: systemClock, mailer: { kind } } as ConstructorParameters<typeof MeetingPost>[0]
      const meeting = { ...plan, id: 'm', theme: sport.id, version: 0, state: 'planned' } as unknown as Meeting
      const change = [meeting, { ...meeting, state: 'published' }] as const
      await store.together((ports) => new MeetingPost(hands).queue(ports, change, Date.now() as Instant))
      return (await store.meetingLetters.queued(10)).length
    }
    expect(await queued('none')).toBe(0)
    expect(await queued('mailbox')).toBe(2)
    await store.close()
  })
})
