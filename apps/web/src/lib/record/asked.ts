/** What of the record is asked for, as it stands in the address of the page. */
export interface Asked {
  readonly chain: 'dialogue' | 'installation'
  readonly theme: string
  readonly type: string
  readonly person: string
  /** Numbers, as the server will read them; empty for the newest. */
  readonly before: string
  readonly after: string
}

/** The names in the address: Dutch, as all pages have them. */
const names = { theme: 'thema', type: 'soort', person: 'wie', before: 'voor', after: 'na' } as const
/** Is only there for the other chain. */
const chainName = 'keten'
const otherChain = 'systeem'
/** Without JavaScript the chain is checked when somebody asks for it. */
export const checkName = 'controleer'

export function askedIn(query: URLSearchParams): Asked {
  const of = (name: keyof typeof names) => query.get(names[name]) ?? ''
  return {
    chain: query.get(chainName) === otherChain ? 'installation' : 'dialogue',
    ...{ theme: of('theme'), type: of('type'), person: of('person'), before: of('before'), after: of('after') },
  }
}

/** The page that shows this. */
export function pageFor(asked: Asked, { check = false } = {}): string {
  const query = new URLSearchParams()
  if (asked.chain === 'installation') query.set(chainName, otherChain)
  for (const [field, name] of Object.entries(names) as [keyof typeof names, string][])
    if (asked[field] !== '') query.set(name, asked[field])
  if (check) query.set(checkName, '1')
  return query.size > 0 ? `/vastlegging?${query}` : '/vastlegging'
}

/** The fields of the form that asks for it. */
export const fieldNames = { ...names, chain: chainName } as const
export const chainValues = { dialogue: '', installation: otherChain } as const

/** The question for the server. */
export function questionFor({ chain, ...asked }: Asked): string {
  const query = new URLSearchParams({ chain })
  for (const [name, value] of Object.entries(asked)) if (value !== '') query.set(name, value)
  return `/api/record?${query}`
}

export const isFiltered = ({ theme, type, person }: Asked): boolean => theme !== '' || type !== '' || person !== ''
