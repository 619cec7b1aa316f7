/** What a store has to say that nobody asked. */
export interface StoreNotes {
  /** The tables are those of a newer version, which has had these migrations besides. */
  newerTables(migrations: readonly string[]): void
  /** A connection to the database broke. */
  connectionLost(cause: Error): void
}

export const unheard: StoreNotes = { newerTables: () => undefined, connectionLost: () => undefined }
