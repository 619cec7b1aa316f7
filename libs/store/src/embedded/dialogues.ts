import type { BudgetItem, Cents, Dialogue, Frame, Framework, Instant, Phase, Theme } from '@witboek/domain'
import type { Dialogues } from '../ports.ts'
import type { Tables } from '../tables.ts'
import type { Database } from './database.ts'

export class EmbeddedDialogues implements Dialogues {
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  async current(): Promise<Frame | null> {
    const row = await this.db
      .selectFrom('dialogue')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (!row) return null
    const { id } = row
    const themes = await this.db
      .selectFrom('theme')
      .selectAll()
      .where('dialogue', '=', id)
      .orderBy('position')
      .execute()
    const items = await this.db
      .selectFrom('budget_item')
      .selectAll()
      .where('dialogue', '=', id)
      .orderBy('position')
      .execute()
    const frameworks = await this.db
      .selectFrom('framework')
      .selectAll()
      .where('dialogue', '=', id)
      .orderBy('code')
      .execute()
    return {
      dialogue: asDialogue(row),
      themes: themes.map(asTheme),
      items: items.map(asItem),
      frameworks: frameworks.map(asFramework),
    }
  }

  async save({ dialogue, themes, items, frameworks }: Frame, createdAt: Instant): Promise<void> {
    await this.db.transaction().execute(async (trx) => {
      for (const table of ['framework', 'budget_item', 'theme'] as const)
        await trx.deleteFrom(table).where('dialogue', '=', dialogue.id).execute()
      await trx.deleteFrom('dialogue').where('id', '=', dialogue.id).execute()
      await trx
        .insertInto('dialogue')
        .values({
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
        .execute()
      for (const { id, slug, name, about, target, order } of themes)
        await trx
          .insertInto('theme')
          .values({ id, dialogue: dialogue.id, slug, name, about, target, position: order })
          .execute()
      for (const [position, { taskField, ...item }] of items.entries())
        await trx
          .insertInto('budget_item')
          .values({ ...item, task_field: taskField, dialogue: dialogue.id, position })
          .execute()
      for (const framework of frameworks)
        await trx
          .insertInto('framework')
          .values({ ...framework, dialogue: dialogue.id })
          .execute()
    })
  }

  async change({ id, phase, editorialRemarks }: Pick<Dialogue, 'id' | 'phase' | 'editorialRemarks'>): Promise<void> {
    const change = { phase, editorial_remarks: Number(editorialRemarks) }
    await this.db.updateTable('dialogue').set(change).where('id', '=', id).execute()
  }
}

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
