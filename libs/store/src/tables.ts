import type { Generated, Kysely } from 'kysely'

/** A store's tables, behind the query layer that both dialects share. */
export type Database = Kysely<Tables>

/**
 * The tables, in the subset that SQLite and PostgreSQL share: text ids, instants as milliseconds, money as whole cents,
 * yes and no as 1 and 0. The rooms outside never see these shapes.
 */
export interface Tables {
  dialogue: {
    id: string
    title: string
    municipality: string
    fiscal_year: number
    phase: string
    total_target: number
    rate: number
    /** JSON list of the Council's questions. */
    assignment: string
    editorial_remarks: number
    synthetic: number
    source: string
    created_at: number
  }
  theme: {
    id: string
    dialogue: string
    slug: string
    name: string
    about: string
    target: number
    position: number
  }
  budget_item: {
    id: string
    dialogue: string
    position: number
    code: string
    name: string
    task_field: string
    theme: string | null
    expenditure: number
    income: number
    influenceable: number
  }
  framework: {
    id: string
    dialogue: string
    code: string
    plain: string
    kind: string
    theme: string | null
  }
  person: { id: string; name: string; background: string; erased_at: Generated<number | null> }
  seat: {
    person: string
    position: number
    role: string
    theme: string | null
    meeting: Generated<string | null>
    writes: Generated<number>
  }
  contact: { person: string; real_name: string; email: string | null; language: string }
  identity: { issuer: string; subject: string; person: string }
  passkey: {
    id: string
    person: string
    public_key: Uint8Array
    counter: number
    /** JSON list. */
    transports: string
    name: string
    created_at: number
    used_at: number | null
  }
  consent: { person: string; text: string; version: number; at: number }
  /** What is good for one use: `content` is JSON, for whoever made it. */
  ticket: { hash: string; kind: string; person: string | null; content: string; expires_at: number }
  invitation: {
    id: string
    token_hash: string
    dialogue: string
    theme: string | null
    role: string
    email: string
    name: string
    language: string
    letter: string
    inviter: string
    state: string
    created_at: number
    sent_at: number | null
    sends: number
    expires_at: number
    answered_at: number | null
    person: string | null
  }
  meeting: {
    id: string
    dialogue: string
    theme: string | null
    kind: string
    title: string
    place: string
    starts_at: number
    ends_at: number
    state: string
    code: string | null
    version: number
    remote_link: Generated<string>
    room_key: Generated<string | null>
    cancel_reason: Generated<string>
  }
  /** `content` is the JSON of the fact. */
  meeting_fact: {
    meeting: string
    seq: number
    at: number
    person: string | null
    role: string | null
    content: string
  }
  meeting_note: { meeting: string; person: string; text: string; version: number }
  calendar_key: { person: string; key_hash: string }
  /** What waits for the mail; `was` is JSON: when and where the meeting was before. */
  meeting_letter: {
    meeting: string
    person: string
    version: number
    kind: string
    was: string | null
    queued_at: number
  }
  no_meeting_letters: { person: string }
  ballot_box: { poll: string; meeting: string; secret: number; state: string }
  /** Every version of every ballot in open and named polls; `choices` is JSON. */
  ballot: {
    poll: string
    person: string
    version: number
    key: string
    choices: string
    mode: string | null
    at: number
  }
  /** Who votes by hand in the room, in polls of any kind. */
  hand_voter: { poll: string; person: string }
  /** Who cast a ballot in a secret poll that is closed. */
  secret_roll: { poll: string; person: string; mode: string | null }
  /** The ballots of secret polls that are closed. */
  secret_ballot: { poll: string; id: string; choices: string }
  /** The same two until the poll is closed: the order in which rows come in here is nobody's business, so no row stays. */
  secret_roll_open: { poll: string; person: string; mode: string | null }
  secret_ballot_open: { poll: string; id: string; choices: string }
  admission: { id: string; meeting: string; person: string; state: string; writes: number; asked_at: number }
  event: {
    chain: string
    seq: number
    at: number
    actor: string | null
    role: string | null
    theme: string | null
    type: string
    subject: string
    /** JSON object. */
    details: string
    previous: string
    hash: string
  }
  /** How far the facts of each book are in the chain of its dialogue. */
  book_recorded: { book: string; seq: number }
  login: {
    id: string
    token_hash: string
    person: string
    seat_index: number
    created_at: number
    expires_at: number
    how: string
    device: string
    seen_at: number
  }
  book: { id: string; dialogue: string; theme: string; kind: string }
  book_head: { book: string; seq: number; at: number }
  book_entry: {
    book: string
    seq: number
    kind: string
    person: string
    at: number
    /** The section of an edit; `null` for a fact. */
    section: string | null
    /** The bytes of an edit, or the JSON of a fact. */
    content: Uint8Array
  }
  book_snapshot: { book: string; seq: number }
  /** The first entry in which each Yjs client id wrote in a section, and whose it is. */
  section_author: { book: string; section: string; client: number; person: string; seq: number }
  parked_edit: {
    id: string
    book: string
    section: string
    writer: string
    at: number
    code: string
    /** JSON list of pieces. */
    pieces: string
    state: string
  }
  section_snapshot: { book: string; section: string; seq: number; state: Uint8Array }
}

/** What tells the rows of each table apart; in the order in which the tables refer to each other. */
export const tableKeys = {
  dialogue: ['id'],
  theme: ['id'],
  budget_item: ['id'],
  framework: ['id'],
  person: ['id'],
  seat: ['person', 'position'],
  login: ['id'],
  contact: ['person'],
  identity: ['issuer', 'subject'],
  passkey: ['id'],
  consent: ['person', 'text', 'version'],
  ticket: ['hash'],
  invitation: ['id'],
  meeting: ['id'],
  admission: ['id'],
  meeting_fact: ['meeting', 'seq'],
  meeting_note: ['meeting', 'person'],
  calendar_key: ['person'],
  meeting_letter: ['meeting', 'person'],
  no_meeting_letters: ['person'],
  ballot_box: ['poll'],
  ballot: ['poll', 'person', 'version'],
  hand_voter: ['poll', 'person'],
  secret_roll: ['poll', 'person'],
  secret_ballot: ['poll', 'id'],
  secret_roll_open: ['poll', 'person'],
  secret_ballot_open: ['poll', 'id'],
  event: ['chain', 'seq'],
  book_recorded: ['book'],
  book: ['id'],
  book_head: ['book'],
  book_entry: ['book', 'seq'],
  book_snapshot: ['book'],
  section_snapshot: ['book', 'section'],
  section_author: ['book', 'section', 'client'],
  parked_edit: ['id'],
} as const satisfies { readonly [Table in keyof Tables]: readonly (keyof Tables[Table])[] }

export type TableName = keyof Tables
export const tableNames = Object.keys(tableKeys) as readonly TableName[]
