import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { Client } from 'pg'
import { tableNames } from '../tables.ts'

export const newerMigration = '9999-from-a-newer-version'

/** What a version after this one may do to the tables at the most: every kind of thing that migrations may add. */
const additions = [
  ...tableNames.flatMap((table) => [
    `alter table ${table} add column newer_word text`,
    `alter table ${table} add column newer_number integer not null default 7`,
    `create index newer_${table} on ${table} (newer_number)`,
  ]),
  'create table newer_table (id text primary key)',
  `insert into kysely_migration (name, timestamp) values ('${newerMigration}', '2099-01-01T00:00:00.000Z')`,
]

export function makeNewerFolder(folder: string): void {
  const database = new DatabaseSync(join(folder, 'witboek.sqlite'))
  for (const addition of additions) database.exec(addition)
  database.close()
}

export async function makeNewerDatabase(url: string): Promise<void> {
  await tells(url, additions)
}

/** Takes everything out of a database, and leaves its tables. Answers its url. */
export async function emptied(url: string): Promise<string> {
  await tells(
    url,
    tableNames.toReversed().map((table) => `delete from ${table}`),
  )
  return url
}

async function tells(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client(url)
  await client.connect()
  await client.query(statements.join('; '))
  await client.end()
}
