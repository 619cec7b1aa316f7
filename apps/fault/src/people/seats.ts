import type { HomeAnswer, SeatsAnswer } from '@witboek/contract'
import type { BookId } from '@witboek/domain'

/** A theme group of the example: its green book, who writes in it, and its Chef. */
export interface ThemeSeats {
  readonly book: BookId
  readonly experts: readonly string[]
  readonly chef: string
}

/** Who sits in this theme, as the server itself tells. */
export async function seatsIn(address: string, slug: string): Promise<ThemeSeats> {
  const get = async <Answer>(path: string): Promise<Answer> => (await (await fetch(address + path)).json()) as Answer
  const { themes } = await get<HomeAnswer>('/api/home')
  const { seats } = await get<SeatsAnswer>('/api/example/seats')
  const book = themes.find(({ theme }) => theme.slug === slug)?.greenBook?.id
  const those = (role: string) => seats.filter((seat) => seat.role === role && seat.theme?.slug === slug)
  const chef = those('chef')[0]?.person
  if (!book || !chef) throw new Error(`the example has no theme ${slug} with a book and a Chef`)
  return { book, chef, experts: those('expert').map(({ person }) => person) }
}
