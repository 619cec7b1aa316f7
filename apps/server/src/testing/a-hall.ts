import type { Instant, LoginId, Person, PersonId, ThemeId } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { hashOf } from '../login/secrets.ts'
import { Browser } from './a-browser.ts'
import { sport } from './the-example.ts'

const day = 24 * 60 * 60 * 1000
const personIn = (number: number): PersonId => `hall-${String(number).padStart(3, '0')}` as PersonId
const tokenOf = (number: number): string => `token-of-hall-${number}`

export interface Hall {
  readonly people: readonly PersonId[]
  /** They are known and have signed in, for `before` of `aServer` and `aHouse`. */
  readonly before: (store: Store) => Promise<void>
  /** The phones of all of them, at one server and behind one address. */
  at(address: string): readonly Browser[]
}

/** So many experts of a theme group, beside those of the example: a hall full of people. */
export function aHall(size: number, theme: ThemeId = sport.id): Hall {
  const numbers = Array.from({ length: size }, (_, i) => i + 1)
  return {
    people: numbers.map(personIn),
    async before(store) {
      const now = Date.now() as Instant
      for (const number of numbers) {
        await store.people.save(expert(number, theme))
        await store.logins.start({
          id: `login-${personIn(number)}` as LoginId,
          tokenHash: hashOf(tokenOf(number)),
          person: personIn(number),
          seatIndex: 0,
          createdAt: now,
          expiresAt: (now + day) as Instant,
          how: 'link',
          device: '',
          seenAt: now,
        })
      }
    },
    at: (address) =>
      numbers.map((number) => {
        const browser = new Browser(address)
        browser.cookies.set('witboek-login', tokenOf(number))
        return browser
      }),
  }
}

const expert = (number: number, theme: ThemeId): Person => ({
  id: personIn(number),
  name: `Expert ${number}`,
  background: '',
  seats: [{ role: 'expert', theme }],
})
