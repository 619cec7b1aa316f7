import { Extension, type Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** In a table Tab walks the cells, so there has to be another way out: Ctrl+Enter (⌘+Enter), to the text below it. */
export const TableKeys = Extension.create({
  name: 'tableKeys',
  // Before the hard break, which has the same keys outside a table.
  priority: 1100,
  addKeyboardShortcuts() {
    return { 'Mod-Enter': () => leaveTable(this.editor) }
  },
})

function leaveTable(editor: Editor): boolean {
  if (!editor.isActive('table')) return false
  return editor.commands.command(({ state, tr, dispatch }) => {
    const { $from } = state.selection
    let depth = $from.depth
    while (depth > 0 && $from.node(depth).type.name !== 'table') depth -= 1
    const after = $from.after(depth)
    const paragraph = state.schema.nodes['paragraph']
    if (!dispatch || !paragraph) return Boolean(paragraph)
    if (!tr.doc.nodeAt(after)?.isTextblock) tr.insert(after, paragraph.create())
    tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView()
    return true
  })
}
