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
import type { ParkedEdits } from '../ports.ts'
import type { Tables } from '../tables.ts'
import type { Database } from './database.ts'

const waitingStates: readonly ParkedState[] = ['kept', 'handed', 'returned']

export class EmbeddedParkedEdits implements ParkedEdits {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async keep({ pieces, ...parked }: ParkedEdit, max: number): Promise<'kept' | 'full' | 'taken'> {
    const { id, book, writer } = parked
    return this.db.transaction().execute(async (trx) => {
      const known = await trx.selectFrom('parked_edit').selectAll().where('id', '=', id).executeTakeFirst()
      if (known) return known.writer === writer && known.book === book ? 'kept' : 'taken'
      const waiting = await trx
        .selectFrom('parked_edit')
        .select((from) => from.fn.countAll<number>().as('count'))
        .where('book', '=', book)
        .where('writer', '=', writer)
        .where('state', 'in', waitingStates)
        .executeTakeFirstOrThrow()
      if (Number(waiting.count) >= max) return 'full'
      await trx
        .insertInto('parked_edit')
        .values({ ...parked, pieces: JSON.stringify(pieces) })
        .execute()
      return 'kept'
    })
  }

  async find(id: ParkedId): Promise<ParkedEdit | null> {
    const row = await this.db.selectFrom('parked_edit').selectAll().where('id', '=', id).executeTakeFirst()
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
}

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
