import type { Kysely } from 'kysely'
import * as theHouse from './0001-the-house.ts'
import * as authorsAndParked from './0002-authors-and-parked.ts'
import * as editorialRemarks from './0003-editorial-remarks.ts'
import * as authorsByEntry from './0004-authors-by-entry.ts'
import * as peopleOfATown from './0005-people-of-a-town.ts'
import * as evenings from './0006-evenings.ts'
import * as lettersOfMeetings from './0007-letters-of-meetings.ts'
import type { ColumnTypes } from './column-types.ts'

/** By name, in their order. */
export type Migrations = Readonly<Record<string, { up(db: Kysely<unknown>, types: ColumnTypes): Promise<void> }>>

/**
 * Forward only, in this order, each once. A migration that has been released is never changed. It only adds, so that the
 * servers of the version before it run on: tables, indexes, and columns that may be left out (`migrations.spec.ts`).
 */
export const migrations: Migrations = {
  '0001-the-house': theHouse,
  '0002-authors-and-parked': authorsAndParked,
  '0003-editorial-remarks': editorialRemarks,
  '0004-authors-by-entry': authorsByEntry,
  '0005-people-of-a-town': peopleOfATown,
  '0006-evenings': evenings,
  '0007-letters-of-meetings': lettersOfMeetings,
}
