import type { Book, BookId, DialogueId } from '@witboek/domain'
import type { Books } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'

export class SqlBooks implements Books {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async add(book: Book): Promise<void> {
    // Whichever of its keys a server at the same moment was first with: then it is there under this id, or it is another.
    const { numInsertedOrUpdatedRows } = await this.db
      .insertInto('book')
      .values({ ...book })
      .onConflict((on) => on.doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n && !(await this.find(book.id)))
      throw new Error(`${book.theme} has another ${book.kind} book than ${book.id}`)
  }

  async find(id: BookId): Promise<Book | null> {
    const row = await this.db.selectFrom('book').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? asBook(row) : null
  }

  async of(dialogue: DialogueId): Promise<readonly Book[]> {
    const rows = await this.db.selectFrom('book').selectAll().where('dialogue', '=', dialogue).orderBy('id').execute()
    return rows.map(asBook)
  }
}

const asBook = (row: Tables['book']): Book => ({
  id: row.id as Book['id'],
  dialogue: row.dialogue as Book['dialogue'],
  theme: row.theme as Book['theme'],
  kind: row.kind as Book['kind'],
})
