import { DummyDriver, Kysely, PostgresDialect, SqliteDialect, type CompiledQuery } from 'kysely'
import { postgresTypes, sqliteTypes, type ColumnTypes } from '../migrations/column-types.ts'
import type { Migrations } from '../migrations/index.ts'

const dialects = {
  sqlite: { types: sqliteTypes, words: SqliteDialect },
  postgres: { types: postgresTypes, words: PostgresDialect },
} as const

type DialectName = keyof typeof dialects
export const dialectNames = Object.keys(dialects) as readonly DialectName[]

/** The statements of a migration as a database gets them, without one. */
export async function sqlOf(migration: Migrations[string], dialect: DialectName): Promise<readonly string[]> {
  const { types, words } = dialects[dialect]
  const said: CompiledQuery[] = []
  const real = new words({} as never)
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => real.createAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => real.createIntrospector(of),
      createQueryCompiler: () => real.createQueryCompiler(),
    },
    log: ({ query }) => void said.push(query),
  })
  await migration.up(db, types satisfies ColumnTypes)
  return said.map(({ sql }) => sql.replaceAll(/\s+/g, ' ').trim())
}

/** What of a migration would get in the way of the version before it; nothing, when it only adds. */
export function notOnlyAdding(statements: readonly string[]): readonly string[] {
  const fresh = new Set<string>()
  return statements.filter((statement) => {
    const [, made] = /^create table (\w+) \(/.exec(statement) ?? []
    if (made) fresh.add(made)
    const [, unique, on = ''] = /^create (unique )?index \w+ on (\w+) /.exec(statement) ?? []
    const [, widened, column = ''] = /^alter table (\w+) add column \w+ (.*)$/.exec(statement) ?? []
    const others = [...statement.matchAll(/references (\w+)/g)].some(([, table = '']) => !fresh.has(table))
    if (made) return others // It would hold on to rows that the older version takes away.
    if (on) return unique !== undefined && !fresh.has(on)
    if (!widened) return true
    return (
      /unique|references|primary|check|generated/.test(column) || (/not null/.test(column) && !/default/.test(column))
    )
  })
}
