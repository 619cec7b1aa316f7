import type {
  Act,
  Block,
  Book,
  BookRights,
  BudgetItem,
  Cents,
  Dialogue,
  Framework,
  Instant,
  Manifest,
  PersonId,
  Role,
  SectionId,
  Theme,
} from '@witboek/domain'

/** `GET /api/visit`: who is asking, and where they are. Every page needs it. */
export interface VisitAnswer {
  readonly actor: {
    readonly person: PersonId
    readonly name: string
    readonly role: Role
    readonly theme: { readonly slug: string; readonly name: string } | null
  } | null
  /** Who has signed in, also without a seat to act from, with the seats they may take. */
  readonly person: {
    readonly id: PersonId
    readonly name: string
    readonly seats: readonly HeldSeat[]
    /** The number of the one they sit in. */
    readonly seat: number | null
  } | null
  /** What the actor may do in the dialogue as a whole, by the table of rights; not what is about one theme. */
  readonly may: readonly Act[]
  /** The example's seats can be taken here. */
  readonly example: boolean
  readonly dialogue: Pick<Dialogue, 'title' | 'municipality' | 'fiscalYear' | 'phase' | 'synthetic'> | null
}

/** A seat that somebody holds. `seat`: its number, by which it is taken. */
export interface HeldSeat {
  readonly seat: number
  readonly role: Role
  readonly theme: { readonly slug: string; readonly name: string } | null
}

/** `GET /api/home` */
export interface HomeAnswer {
  readonly dialogue: Dialogue
  readonly targets: { readonly themes: Cents; readonly dialogue: Cents; readonly gap: Cents }
  readonly themes: readonly ThemeSummary[]
}

interface ThemeSummary {
  readonly theme: Theme
  readonly influenceable: Cents
  readonly chefs: readonly string[]
  readonly experts: number
  readonly greenBook: BookSummary | null
}

export interface BookSummary {
  readonly id: Book['id']
  readonly kind: Book['kind']
  /** When its text or shape last changed; `null` when nobody wrote yet. */
  readonly lastChange: Instant | null
  /** People who have it open now. */
  readonly present: number
}

/** `GET /api/themes/{slug}` */
export interface ThemeAnswer {
  readonly dialogue: Dialogue
  readonly theme: Theme
  readonly expenditure: Cents
  readonly influenceable: Cents
  readonly items: readonly BudgetItem[]
  readonly frameworks: readonly Framework[]
  readonly chefs: readonly ThemeMember[]
  /** None for whoever takes no part. */
  readonly experts: readonly ThemeMember[]
  readonly books: readonly (BookSummary & { readonly readable: boolean })[]
}

export interface ThemeMember {
  /** Only for those who can end a seat. */
  readonly person?: PersonId
  readonly name: string
  readonly background: string
}

/** `GET /api/themes/{slug}/books/{kind}`: the book as it is now, to read at once; the live line follows. */
export interface BookAnswer {
  readonly dialogue: Dialogue
  readonly theme: Theme
  readonly book: Book
  readonly rights: BookRights
  readonly manifest: Manifest
  /** The text of each open section at sequence number `seq`. */
  readonly texts: { readonly [section: SectionId]: readonly Block[] }
  readonly seq: number
  readonly influenceable: Cents
  readonly items: readonly BudgetItem[]
  readonly frameworks: readonly Framework[]
  readonly chefs: readonly ThemeMember[]
  /** Names of those who act in this book: its Chefs and experts, now and before. */
  readonly people: readonly { readonly person: PersonId; readonly name: string }[]
}

/** `GET /api/example/seats`: the people of the example, by role and theme. Only where example mode is on. */
export interface SeatsAnswer {
  readonly seats: readonly ExampleSeat[]
}

export interface ExampleSeat {
  readonly person: PersonId
  readonly name: string
  readonly background: string
  readonly role: Role
  readonly theme: { readonly slug: string; readonly name: string } | null
}
