import { initials } from '@witboek/ui/book/initials.ts'
import { personColour, personLine } from '@witboek/ui/book/person-colour.ts'
import type { AuthorsAnswer } from '@witboek/contract'
import type { PersonId, SectionId } from '@witboek/domain'

export interface Writer {
  readonly person: PersonId
  readonly name: string
}

/** Words written under one client id, by their positions in the editor. */
interface AuthorRun {
  readonly from: number
  readonly to: number
  readonly client: number
}

/** Words of one person in a row, with how they look. */
export interface AuthorMark {
  readonly from: number
  readonly to: number
  readonly attributes: Record<string, string>
  /** Empty where the words before it are of the same writer. */
  readonly initials: string
}

/**
 * One mark per person and stretch: a person who came back with another page is still the same person. The initials
 * stand where the writer changes, and not again in every cell of a table.
 */
export function authorMarks(
  runs: readonly AuthorRun[],
  writers: ReadonlyMap<number, Writer>,
): { readonly marks: readonly AuthorMark[]; readonly unknown: readonly number[] } {
  const stretches: { from: number; to: number; writer: Writer; changes: boolean }[] = []
  const unknown = new Set<number>()
  let before: Writer | null = null
  for (const { from, to, client } of runs) {
    const writer = writers.get(client) ?? null
    const last = stretches.at(-1)
    if (!writer) unknown.add(client)
    else if (last && last.to === from && last.writer.person === writer.person) last.to = to
    else stretches.push({ from, to, writer, changes: writer.person !== before?.person })
    before = writer
  }
  const marks = stretches.map(({ from, to, writer: { person, name }, changes }) => ({
    from,
    to,
    attributes: lookOf(person),
    initials: changes ? initials(name) : '',
  }))
  return { marks, unknown: [...unknown] }
}

const lookOf = (person: PersonId): AuthorMark['attributes'] => ({
  class: 'written-by',
  'data-person-colour': String(personColour(person)),
  'data-person-line': String(personLine(person)),
})

/** The writers of one section: in the order of their first word, and by the client ids they wrote under. */
export interface SectionWriters {
  readonly writers: readonly Writer[]
  readonly clients: ReadonlyMap<number, Writer>
}

/** What the server recorded, with names in place of ids. */
export function writersBySection({ people, sections }: AuthorsAnswer): ReadonlyMap<SectionId, SectionWriters> {
  const known = new Map(people.map((one) => [one.person, one]))
  const named = (person: PersonId): Writer => known.get(person) ?? { person, name: '?' }
  return new Map(
    Object.entries(sections).map(([section, { writers, clients }]) => [
      section as SectionId,
      { writers: writers.map(named), clients: new Map(clients.map(([client, person]) => [client, named(person)])) },
    ]),
  )
}

/** Nobody wrote here yet, or it is not known who. */
export const noWriters: SectionWriters = { writers: [], clients: new Map() }
