import type {
  BookId,
  Instant,
  ParkedEdit,
  ParkedId,
  ParkedPiece,
  ParkedState,
  PersonId,
  SectionId,
} from '@witboek/domain'
import type { ParkedEdits } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { whole, type Alone } from './whole.ts'

const waitingStates: readonly ParkedState[] = ['kept', 'handed', 'returned']
/** Nobody but the writer has to do with them. */
const ownStates: readonly ParkedState[] = ['kept', 'returned', 'withdrawn']

export class SqlParkedEdits implements ParkedEdits {
  private readonly db: Database
  private readonly alone: Alone

  constructor(db: Database, alone: Alone) {
    this.db = db
    this.alone = alone
  }

  async keep({ pieces, ...parked }: ParkedEdit, max: number): Promise<'kept' | 'full' | 'taken'> {
    const { id, book, writer } = parked
    return whole(this.db, async (trx) => {
      await this.alone(trx, `parked ${book} ${writer}`)
      const known = await knownAs(id, trx)
      if (known) return known.writer === writer && known.book === book ? 'kept' : 'taken'
      const waiting = await trx
        .selectFrom('parked_edit')
        .select((from) => from.fn.countAll<number>().as('count'))
        .where('book', '=', book)
        .where('writer', '=', writer)
        .where('state', 'in', waitingStates)
        .executeTakeFirstOrThrow()
      if (waiting.count >= max) return 'full'
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('parked_edit')
        .values({ ...parked, pieces: JSON.stringify(pieces) })
        .onConflict((on) => on.column('id').doNothing())
        .executeTakeFirstOrThrow()
      // The same id can only have come meanwhile from somebody else, or with another book: the own ones wait for each other.
      return numInsertedOrUpdatedRows === 1n ? 'kept' : 'taken'
    })
  }

  async find(id: ParkedId): Promise<ParkedEdit | null> {
    const row = await knownAs(id, this.db)
    return row ? asParked(row) : null
  }

  async waiting(book: BookId): Promise<readonly ParkedEdit[]> {
    const rows = await this.db
      .selectFrom('parked_edit')
      .selectAll()
      .where('book', '=', book)
      .where('state', 'in', waitingStates)
      .orderBy('at')
      .orderBy('id')
      .execute()
    return rows.map(asParked)
  }

  async move(id: ParkedId, from: ParkedState, to: ParkedState): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .updateTable('parked_edit')
      .set({ state: to })
      .where('id', '=', id)
      .where('state', '=', from)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }

  async of(writer: PersonId): Promise<readonly ParkedEdit[]> {
    const rows = await this.db
      .selectFrom('parked_edit')
      .selectAll()
      .where('writer', '=', writer)
      .orderBy('at')
      .orderBy('id')
      .execute()
    return rows.map(asParked)
  }

  async forget(writer: PersonId): Promise<void> {
    await this.db
      .updateTable('parked_edit')
      .set({ state: 'withdrawn', pieces: '[]' })
      .where('writer', '=', writer)
      .where('state', 'in', ownStates)
      .execute()
  }
}

const knownAs = (id: ParkedId, db: Database) =>
  db.selectFrom('parked_edit').selectAll().where('id', '=', id).executeTakeFirst()

const asParked = (row: Tables['parked_edit']): ParkedEdit => ({
  id: row.id as ParkedId,
  book: row.book as BookId,
  section: row.section as SectionId,
  writer: row.writer as PersonId,
  at: row.at as Instant,
  code: row.code as ParkedEdit['code'],
  pieces: JSON.parse(row.pieces) as ParkedPiece[],
  state: row.state as ParkedState,
})
