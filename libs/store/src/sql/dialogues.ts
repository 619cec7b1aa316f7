import type { BudgetItem, Cents, Dialogue, Frame, Framework, Instant, Phase, Theme } from '@witboek/domain'
import type { Decided, Dialogues } from '../ports/index.ts'
import type { Database, Tables } from '../tables.ts'
import { whole } from './whole.ts'

export class SqlDialogues implements Dialogues {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async current(): Promise<Frame | null> {
    // All of one moment: a frame that is being replaced is read as it was before, or as it is after.
    const read = async (trx: Database) => {
      const row = await newest(trx)
      return row ? frameOf(row, trx) : null
    }
    return this.db.isTransaction
      ? read(this.db)
      : this.db.transaction().setIsolationLevel('repeatable read').execute(read)
  }

  async currentDialogue(): Promise<Dialogue | null> {
    const row = await newest(this.db)
    return row ? asDialogue(row) : null
  }

  async save({ dialogue, themes, items, frameworks }: Frame, createdAt: Instant): Promise<void> {
    const { id, ...rest } = asRow(dialogue, createdAt)
    await whole(this.db, async (trx) => {
      // The dialogue first: whoever else saves it waits here for this one to be whole.
      await trx
        .insertInto('dialogue')
        .values({ id, ...rest })
        .onConflict((on) => on.column('id').doUpdateSet(rest))
        .execute()
      for (const table of ['framework', 'budget_item', 'theme'] as const)
        await trx.deleteFrom(table).where('dialogue', '=', id).execute()
      for (const { slug, name, about, target, order, ...theme } of themes)
        await trx
          .insertInto('theme')
          .values({ id: theme.id, dialogue: id, slug, name, about, target, position: order })
          .execute()
      for (const [position, { taskField, ...item }] of items.entries())
        await trx
          .insertInto('budget_item')
          .values({ ...item, task_field: taskField, dialogue: id, position })
          .execute()
      for (const framework of frameworks)
        await trx
          .insertInto('framework')
          .values({ ...framework, dialogue: id })
          .execute()
    })
  }

  async change(from: Decided, to: Omit<Decided, 'id'>): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .updateTable('dialogue')
      .set({ phase: to.phase, editorial_remarks: Number(to.editorialRemarks) })
      .where('id', '=', from.id)
      .where('phase', '=', from.phase)
      .where('editorial_remarks', '=', Number(from.editorialRemarks))
      .executeTakeFirst()
    return numUpdatedRows === 1n
  }
}

const newest = (db: Database): Promise<Tables['dialogue'] | undefined> =>
  db.selectFrom('dialogue').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').executeTakeFirst()

async function frameOf(row: Tables['dialogue'], db: Database): Promise<Frame> {
  const { id } = row
  const [themes, items, frameworks] = [
    await db.selectFrom('theme').selectAll().where('dialogue', '=', id).orderBy('position').execute(),
    await db.selectFrom('budget_item').selectAll().where('dialogue', '=', id).orderBy('position').execute(),
    await db.selectFrom('framework').selectAll().where('dialogue', '=', id).orderBy('code').execute(),
  ]
  return {
    dialogue: asDialogue(row),
    themes: themes.map(asTheme),
    items: items.map(asItem),
    frameworks: frameworks.map(asFramework),
  }
}

const asRow = (dialogue: Dialogue, createdAt: Instant): Tables['dialogue'] => ({
  id: dialogue.id,
  title: dialogue.title,
  municipality: dialogue.municipality,
  fiscal_year: dialogue.fiscalYear,
  phase: dialogue.phase,
  total_target: dialogue.totalTarget,
  rate: dialogue.rate,
  assignment: JSON.stringify(dialogue.assignment),
  editorial_remarks: Number(dialogue.editorialRemarks),
  synthetic: Number(dialogue.synthetic),
  source: dialogue.source,
  created_at: createdAt,
})

const asDialogue = (row: Tables['dialogue']): Dialogue => ({
  id: row.id as Dialogue['id'],
  title: row.title,
  municipality: row.municipality,
  fiscalYear: row.fiscal_year,
  phase: row.phase as Phase,
  totalTarget: row.total_target as Cents,
  rate: row.rate,
  assignment: JSON.parse(row.assignment) as string[],
  editorialRemarks: row.editorial_remarks === 1,
  synthetic: row.synthetic === 1,
  source: row.source,
})

const asTheme = (row: Tables['theme']): Theme => ({
  id: row.id as Theme['id'],
  dialogue: row.dialogue as Theme['dialogue'],
  slug: row.slug,
  name: row.name,
  about: row.about,
  target: row.target as Cents,
  order: row.position,
})

const asItem = (row: Tables['budget_item']): BudgetItem => ({
  id: row.id as BudgetItem['id'],
  code: row.code,
  name: row.name,
  taskField: row.task_field,
  theme: row.theme as BudgetItem['theme'],
  expenditure: row.expenditure as Cents,
  income: row.income as Cents,
  influenceable: row.influenceable as Cents,
})

const asFramework = (row: Tables['framework']): Framework => ({
  id: row.id as Framework['id'],
  code: row.code,
  plain: row.plain,
  kind: row.kind as Framework['kind'],
  theme: row.theme as Framework['theme'],
})
