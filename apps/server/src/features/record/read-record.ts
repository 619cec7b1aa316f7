import type { RecordAnswer, RecordLine, RecordWish } from '@witboek/contract'
import type { ChainedEvent, Theme } from '@witboek/domain'
import type { Store } from '@witboek/store'

/** Lines of one page. */
const pageSize = 50
/** Events read at a time while looking for those that are wished for. */
const step = 1_000
/** So many are looked at for one page at most: who looks for something rare asks on. */
const lookedAtMost = 20_000

type Found = Pick<RecordAnswer, 'older' | 'newer'> & { readonly events: readonly ChainedEvent[] }

/** A page of a chain, the newest first: those that the wish is about. */
export async function readRecord(
  store: Pick<Store, 'events' | 'people'>,
  chain: string,
  themes: readonly Theme[],
  wish: RecordWish,
): Promise<Omit<RecordAnswer, 'checked'>> {
  const [head, people, erased] = await Promise.all([
    store.events.last(chain),
    store.people.all(),
    store.people.erased(),
  ])
  const last = head?.seq ?? 0
  const { events, older, newer } =
    wish.after !== undefined && wish.before === undefined
      ? await upwards(store, chain, wish, wish.after, last)
      : await downwards(store, chain, wish, Math.min(wish.before ?? last + 1, last + 1), last)
  const gone = new Set(erased)
  const known = people.filter(({ id }) => !gone.has(id))
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const themeNames = new Map(themes.map(({ id, name }) => [id, name]))
  return {
    lines: events.map(({ seq, at, actor, role, theme, type, subject, details, hash }): RecordLine => ({
      ...{ seq, at, role, type, subject, details, hash },
      actor: actor && { id: actor, name: names.get(actor) ?? null },
      theme: theme && (themeNames.get(theme) ?? theme),
    })),
    older,
    newer,
    head: head && { seq: head.seq, hash: head.hash },
    themes: themes.map(({ id, name }) => ({ id, name })),
    people: known.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'nl')),
  }
}

async function downwards(
  { events }: Pick<Store, 'events'>,
  chain: string,
  wish: RecordWish,
  before: number,
  last: number,
): Promise<Found> {
  const found: ChainedEvent[] = []
  const size = chooses(wish) ? step : pageSize + 1
  let lowest = before
  while (found.length <= pageSize && lowest > 1 && before - lowest < lookedAtMost) {
    const after = Math.max(0, lowest - 1 - size)
    const page = await events.read(chain, { after, limit: lowest - 1 - after })
    found.push(...page.filter((event) => isWished(event, wish)).toReversed())
    lowest = after + 1
  }
  const shown = found.slice(0, pageSize)
  const more = found.length > pageSize ? (shown.at(-1)?.seq ?? null) : lowest > 1 ? lowest : null
  // From the newest on there is nothing newer, also when the newest is not one that is wished for.
  const newer = before > last ? null : (shown[0]?.seq ?? before - 1)
  return { events: shown, older: more, newer }
}

async function upwards(
  { events }: Pick<Store, 'events'>,
  chain: string,
  wish: RecordWish,
  after: number,
  last: number,
): Promise<Found> {
  const found: ChainedEvent[] = []
  const size = chooses(wish) ? step : pageSize + 1
  let highest = after
  while (found.length <= pageSize && highest < last && highest - after < lookedAtMost) {
    const page = await events.read(chain, { after: highest, limit: size })
    found.push(...page.filter((event) => isWished(event, wish)))
    highest = page.at(-1)?.seq ?? last
  }
  const shown = found.slice(0, pageSize).toReversed()
  const more = found.length > pageSize ? (shown[0]?.seq ?? null) : highest < last ? highest : null
  const bottom = shown.at(-1)?.seq ?? after + 1
  return { events: shown, older: bottom > 1 ? bottom : null, newer: more }
}

const chooses = ({ type, person, theme }: RecordWish): boolean =>
  type !== undefined || person !== undefined || theme !== undefined

/** A theme is that of the seat it was done from, or that it was about; a person is who did it, or whom it was about. */
const isWished = ({ type, actor, theme, subject, details }: ChainedEvent, wish: RecordWish): boolean =>
  (wish.type === undefined || wish.type === type) &&
  (wish.person === undefined || wish.person === actor || wish.person === subject) &&
  (wish.theme === undefined || wish.theme === theme || wish.theme === details['theme'])
