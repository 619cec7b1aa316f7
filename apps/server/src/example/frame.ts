import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { euros, targetByRate, type BudgetItem, type Dialogue, type Frame, type Theme } from '@witboek/domain'
import { frameworks } from './frameworks.ts'
import { budgetItemId, dialogueId, themeId } from './ids.ts'
import { aboutThemes } from './themes.ts'

/** In the figures: budget items that belong to no theme, such as taxes and reserves. */
const outsideTheDialogue = 'buiten-de-dialoog'

const dialogue: Dialogue = {
  id: dialogueId,
  title: 'De Bezuinigingsdialoog',
  municipality: 'Wilgenrade (voorbeeldgemeente)',
  fiscalYear: 2012,
  phase: 'green',
  totalTarget: euros(6_200_000),
  rate: 10,
  assignment: [
    'Wat doet de gemeente nu bij dit thema, en wie merkt daar iets van?',
    'Waarop kunnen wij elk jaar besparen, binnen de kaders van de raad?',
    'Wat merken mensen van elk voorstel, en hoe blijft dat te dragen?',
  ],
  editorialRemarks: false,
  synthetic: true,
  source: 'Synthetisch voorbeeld (CC0), geen cijfers van een bestaande gemeente',
}

/** The frame of the example, as its Council would have set it. Throws when the figures do not agree with each other. */
export function exampleFrame(): Frame {
  const items = rowsOf('synthetisch-begroting-2012.csv').map(itemOf)
  const themes = rowsOf('synthetisch-taakstelling-per-thema.csv').map((row, i) => themeOf(row, i + 1, items))
  for (const { code, theme } of items)
    if (theme && !themes.some(({ id }) => id === theme)) throw new Error(`budget item ${code}: no such theme ${theme}`)
  return { dialogue, themes, items, frameworks }
}

type Row = ReturnType<typeof rowsOf>[number]

function rowsOf(file: string) {
  const rows = parse<Readonly<Record<string, string>>>(readFileSync(new URL(`./data/${file}`, import.meta.url)), {
    columns: true,
    bom: true,
  })
  return rows.map((row) => ({
    text(column: string): string {
      const value = row[column]
      if (!value) throw new Error(`${file}: a row without ${column}`)
      return value
    },
    euros(column: string) {
      return euros(Number(this.text(column)))
    },
  }))
}

function itemOf(row: Row): BudgetItem {
  const code = row.text('post_id')
  const theme = row.text('thema')
  const item: BudgetItem = {
    id: budgetItemId(code),
    code,
    name: row.text('post'),
    taskField: row.text('taakveld'),
    theme: theme === outsideTheDialogue ? null : themeId(theme),
    expenditure: row.euros('lasten_eur'),
    income: row.euros('baten_eur'),
    influenceable: row.euros('beinvloedbaar_eur'),
  }
  if (item.influenceable > item.expenditure) throw new Error(`budget item ${code}: more influenceable than is spent`)
  return item
}

function themeOf(row: Row, order: number, items: readonly BudgetItem[]): Theme {
  const slug = row.text('thema')
  const id = themeId(slug)
  const about = aboutThemes[slug]
  if (!about) throw new Error(`theme ${slug}: nobody wrote what it is about`)
  const own = items.filter(({ theme }) => theme === id)
  const target = targetByRate(own, dialogue.rate)
  if (target !== row.euros('taakstelling_eur')) throw new Error(`theme ${slug}: the target is not ${dialogue.rate} %`)
  return { id, dialogue: dialogue.id, slug, name: row.text('naam'), about, target, order }
}
