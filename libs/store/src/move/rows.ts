import { sql } from 'kysely'
import { tableKeys, type Database, type TableName } from '../tables.ts'

type Row = Readonly<Record<string, unknown>>

/** So few at a time, because a row may hold a whole section. */
const pageSize = 100

/** All rows of a table in one order, the same in both stores, page by page. */
export async function* pagesOf(db: Database, table: TableName): AsyncIterable<readonly Row[]> {
  const keys = tableKeys[table] as readonly string[]
  const columns = sql.join(keys.map((key) => sql.ref(key)))
  let last: Row | undefined
  for (;;) {
    const after = last ? sql`where (${columns}) > (${sql.join(keys.map((key) => last?.[key]))})` : sql``
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${pageSize}`.execute(db)
    if (rows.length > 0) yield rows
    last = rows.at(-1)
    if (rows.length < pageSize) return
  }
}

export async function countOf(db: Database, table: TableName): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}

export async function insert(db: Database, table: TableName, rows: readonly Row[]): Promise<void> {
  await db
    .insertInto(table as 'person')
    .values(rows as never)
    .execute()
}
