/** The tools of the text, in the order of the toolbar. */
export const toolNames = [
  'undo',
  'redo',
  'bold',
  'italic',
  'heading',
  'subheading',
  'bulletList',
  'orderedList',
  'quote',
  'link',
  'table',
  'addRow',
  'addColumn',
  'deleteRow',
  'deleteColumn',
  'deleteTable',
] as const

export type ToolName = (typeof toolNames)[number]

/** `on`: it holds where the caret is. `can`: it would do something there. */
export interface ToolState {
  readonly on: boolean
  readonly can: boolean
}

export type ToolStates = { readonly [Name in ToolName]: ToolState }

/** Nobody is typing anywhere: no tool has anything to work on. */
export const noTools = Object.fromEntries(
  toolNames.map((name) => [name, { on: false, can: false }]),
) as unknown as ToolStates

/** Only of use inside a table: there they take the place of what hardly fits in a cell, so that the toolbar never grows. */
export const tableTools: readonly ToolName[] = ['addRow', 'addColumn', 'deleteRow', 'deleteColumn', 'deleteTable']
export const textTools: readonly ToolName[] = ['heading', 'subheading', 'quote', 'table']
