import BetweenHorizontalStart from '@lucide/svelte/icons/between-horizontal-start'
import BetweenVerticalStart from '@lucide/svelte/icons/between-vertical-start'
import Bold from '@lucide/svelte/icons/bold'
import Columns from '@lucide/svelte/icons/table-columns-split'
import Heading3 from '@lucide/svelte/icons/heading-3'
import Heading4 from '@lucide/svelte/icons/heading-4'
import Italic from '@lucide/svelte/icons/italic'
import Link from '@lucide/svelte/icons/link'
import List from '@lucide/svelte/icons/list'
import ListOrdered from '@lucide/svelte/icons/list-ordered'
import Quote from '@lucide/svelte/icons/text-quote'
import Redo from '@lucide/svelte/icons/redo-2'
import Rows from '@lucide/svelte/icons/table-rows-split'
import Table from '@lucide/svelte/icons/table'
import Trash from '@lucide/svelte/icons/trash-2'
import Undo from '@lucide/svelte/icons/undo-2'
import type { Component } from 'svelte'
import type { ToolName } from './tools.ts'

type Icon = Component<{ size?: number; 'aria-hidden'?: 'true' }>

export const toolIcons: { readonly [Name in ToolName]: Icon } = {
  undo: Undo,
  redo: Redo,
  bold: Bold,
  italic: Italic,
  heading: Heading3,
  subheading: Heading4,
  bulletList: List,
  orderedList: ListOrdered,
  quote: Quote,
  link: Link,
  table: Table,
  addRow: BetweenHorizontalStart,
  addColumn: BetweenVerticalStart,
  deleteRow: Rows,
  deleteColumn: Columns,
  deleteTable: Trash,
}

/** The keys of each tool, for its tooltip and for assistive technology. */
export const toolKeys: { readonly [Name in ToolName]?: string } = {
  undo: 'Control+Z',
  redo: 'Control+Y',
  bold: 'Control+B',
  italic: 'Control+I',
  heading: 'Control+Alt+3',
  subheading: 'Control+Alt+4',
  bulletList: 'Control+Shift+8',
  orderedList: 'Control+Shift+7',
  quote: 'Control+Shift+B',
  link: 'Control+K',
}
