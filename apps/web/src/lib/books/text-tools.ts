import type { Editor } from '@tiptap/core'
import { toolNames, type ToolName, type ToolState, type ToolStates } from '@witboek/ui/book/tools.ts'
import { isSafeAddress } from './text-extensions.ts'

/** What each button of the toolbar does. The link asks for an address first: see `setAddress`. */
const acts: { readonly [Name in Exclude<ToolName, 'link'>]: (editor: Editor) => boolean } = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  heading: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  subheading: (editor) => editor.chain().focus().toggleHeading({ level: 4 }).run(),
  bulletList: (editor) => editor.chain().focus().toggleBulletList().run(),
  orderedList: (editor) => editor.chain().focus().toggleOrderedList().run(),
  quote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  table: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
  addRow: (editor) => editor.chain().focus().addRowAfter().run(),
  addColumn: (editor) => editor.chain().focus().addColumnAfter().run(),
  deleteRow: (editor) => editor.chain().focus().deleteRow().run(),
  deleteColumn: (editor) => editor.chain().focus().deleteColumn().run(),
  deleteTable: (editor) => editor.chain().focus().deleteTable().run(),
  undo: (editor) => editor.chain().focus().undo().run(),
  redo: (editor) => editor.chain().focus().redo().run(),
}

export const useTool = (editor: Editor, name: Exclude<ToolName, 'link'>): boolean => acts[name](editor)

/** Which tools are on, and which can be used, where the caret is now. */
export function toolsIn(editor: Editor): ToolStates {
  const inTable = editor.isActive('table')
  const on: Partial<Record<ToolName, boolean>> = {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    heading: editor.isActive('heading', { level: 3 }),
    subheading: editor.isActive('heading', { level: 4 }),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    quote: editor.isActive('blockquote'),
    link: editor.isActive('link'),
  }
  const can: Partial<Record<ToolName, boolean>> = {
    undo: editor.can().undo(),
    redo: editor.can().redo(),
    // A table in a table is more than a reader on a phone can follow.
    table: !inTable,
    addRow: inTable,
    addColumn: inTable,
    deleteRow: inTable,
    deleteColumn: inTable,
    deleteTable: inTable,
  }
  const states = toolNames.map((name): [ToolName, ToolState] => [
    name,
    { on: on[name] ?? false, can: can[name] ?? true },
  ])
  return Object.fromEntries(states) as unknown as ToolStates
}

/** The address of the link at the caret, to change it; empty when there is none. */
export const addressIn = (editor: Editor): string => {
  const href: unknown = editor.getAttributes('link')['href']
  return typeof href === 'string' ? href : ''
}

/** Makes an address of what somebody typed: "www.zeist.nl" and "a@zeist.nl" are fine too. `null`: it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim()
  if (isSafeAddress(text)) return URL.canParse(text) ? text : null
  if (/^[^\s:@/]+@[^\s:@/]+\.[^\s:@/]+$/.test(text)) return `mailto:${text}`
  if (/^[^\s:@/]+\.[^\s:@/]+(\/\S*)?$/.test(text)) return `https://${text}`
  return null
}

/** Puts a link on the selected words, or writes the address itself where nothing is selected. `null` takes the link away. */
export function setAddress(editor: Editor, address: string | null): void {
  const chain = editor.chain().focus().extendMarkRange('link')
  if (address === null) chain.unsetLink().run()
  else if (editor.state.selection.empty && !editor.isActive('link'))
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: wordsOf(address), marks: [{ type: 'link', attrs: { href: address } }] })
      .unsetMark('link')
      .run()
  else chain.setLink({ href: address }).run()
}

/** How an address reads in a sentence. */
const wordsOf = (address: string): string => address.replace(/^(mailto:|https?:\/\/(www\.)?)/i, '').replace(/\/$/, '')
