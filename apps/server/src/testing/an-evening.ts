import type { LobbyAnswer, MeetingAnswer } from '@witboek/contract'
import type { MeetingId } from '@witboek/domain'
import { Browser, type Seen } from './a-browser.ts'
import { inSeat, sport } from './the-example.ts'

interface Server {
  readonly address: string
  seat(person: string): Promise<string>
}

/** The browser of somebody of the example. */
export async function browserOf(server: Server, person: string): Promise<Browser> {
  const browser = new Browser(server.address)
  const [name = '', value = ''] = (await server.seat(person)).split('=')
  browser.cookies.set(name, value)
  return browser
}

export const plan = {
  kind: 'green1',
  title: 'Eerste avond',
  place: 'Buurthuis De Brug',
  remoteLink: '',
  // Far enough away: what is over by its plan is not opened.
  startsAt: Date.UTC(2046, 10, 27, 18, 30),
  endsAt: Date.UTC(2046, 10, 27, 21),
} as const

export interface Evening {
  readonly id: MeetingId
  readonly code: string
  readonly chef: Browser
  /** What the Chef's page shows. */
  page(): Promise<MeetingAnswer>
  /** `says('admit', person)` and so on. */
  says(command: 'admit' | 'refuse' | 'remove', ...persons: readonly string[]): Promise<Seen>
  letsWrite(person: string, writes: boolean): Promise<Seen>
  /** The Chef sees them in the room. */
  findsInRoom(persons: readonly string[]): Promise<void>
  closes(): Promise<Seen>
}

/** An evening of the theme group of Sport that its Chef has opened. */
export async function anEvening(
  server: Server,
  { chef: person = inSeat('chef'), theme = sport.id as string, title = plan.title as string } = {},
): Promise<Evening> {
  const chef = await browserOf(server, person)
  const { id } = (await chef.commands('/api/meetings/plan', { ...plan, theme, title })).body as { id: MeetingId }
  await chef.commands('/api/meetings/open', { meeting: id })
  const page = async () => (await chef.goes(`/api/meetings/${id}`)).body as MeetingAnswer
  const code = (await page()).join?.code
  if (code === undefined) throw new Error('the evening did not open')
  return {
    ...{ id, code, chef, page },
    says: (command, ...persons) => chef.commands(`/api/guests/${command}`, { meeting: id, persons }),
    letsWrite: (guest, writes) => chef.commands('/api/guests/write', { meeting: id, persons: [guest], writes }),
    async findsInRoom(persons) {
      for (const found of persons)
        await chef.commands('/api/meetings/attendance/correct', { meeting: id, person: found, mode: 'room' })
    },
    closes: () => chef.commands('/api/meetings/close', { meeting: id }),
  }
}

/** Somebody types the code and says who they are. */
export const joins = (browser: Browser, code: string, more: Readonly<Record<string, string>> = {}): Promise<Seen> =>
  browser.sends('/login/join', { code, name: 'Els', consent: 'on', ...more })

/** A new guest in the lobby of an evening. */
export async function aGuest(
  { address }: Pick<Server, 'address'>,
  { code }: Pick<Evening, 'code'>,
  name = 'Els',
): Promise<{ readonly browser: Browser; readonly person: string }> {
  const browser = new Browser(address)
  const joined = await joins(browser, code, { name })
  if (joined.location !== '/wachtkamer')
    throw new Error(`not in the lobby: ${joined.status} ${String(joined.location)}`)
  return { browser, person: await personIn(browser) }
}

export const lobbyOf = async (browser: Browser): Promise<LobbyAnswer> =>
  (await browser.goes('/api/lobby')).body as LobbyAnswer

export async function personIn(browser: Browser): Promise<string> {
  const { person } = (await browser.goes('/api/visit')).body as { person: { id: string } | null }
  return person?.id ?? ''
}
