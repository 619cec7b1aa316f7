/** What a migration has to say differently in each dialect. */
export interface ColumnTypes {
  /** Compared by its bytes in both, so that names and ids stand in one order in every database, whatever its language. */
  readonly text: 'text' | 'text collate "C"'
  readonly blob: 'blob' | 'bytea'
  readonly bigint: 'integer' | 'bigint'
  readonly strict: boolean
}

export const sqliteTypes: ColumnTypes = { text: 'text', blob: 'blob', bigint: 'integer', strict: true }
export const postgresTypes: ColumnTypes = { text: 'text collate "C"', blob: 'bytea', bigint: 'bigint', strict: false }
