import { request, type APIRequestContext } from '@playwright/test'
import type { SeatsAnswer } from '@witboek/contract'
import type { House } from './house.ts'

/** Which of the example's people: a role, a theme by its slug, and which one of them. */
export interface Who {
  readonly role: SeatsAnswer['seats'][number]['role']
  readonly theme?: string
  readonly nth?: number
}

/** Who can ask the server for something. */
export interface Asker {
  readonly requests: APIRequestContext
  /** Where the server is for them. */
  readonly address: string
}

/** Takes a seat of the example; answers the name of whose it is. */
export async function takesSeat({ requests, address }: Asker, who: Who): Promise<string> {
  const { seats } = (await (await requests.get('/api/example/seats')).json()) as SeatsAnswer
  const seat = seats.filter(({ role, theme }) => role === who.role && (!who.theme || theme?.slug === who.theme))[
    who.nth ?? 0
  ]
  if (!seat) throw new Error(`nobody in the example is ${JSON.stringify(who)}`)
  await requests.post('/login/example', {
    form: { person: seat.person, next: '/' },
    headers: { Origin: address },
    maxRedirects: 0,
  })
  return seat.name
}

/** Somebody in a seat who needs no browser: what they do, they do as a page of theirs would. */
export class Seated implements Asker {
  readonly name: string
  readonly requests: APIRequestContext
  readonly address: string

  private constructor(name: string, { requests, address }: Asker) {
    this.name = name
    this.requests = requests
    this.address = address
  }

  static async comes({ address }: House, who: Who): Promise<Seated> {
    const asker = { requests: await request.newContext({ baseURL: address }), address }
    return new Seated(await takesSeat(asker, who), asker)
  }

  async leaves(): Promise<void> {
    await this.requests.dispose()
  }
}
