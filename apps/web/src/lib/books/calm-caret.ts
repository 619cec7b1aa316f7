import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import type { Doc, UndoManager } from 'yjs'

/** What the binding remembers of the caret: by the shared text, and as numbers in the text on the page. */
interface Remembered {
  readonly absAnchor: number | null
  readonly absHead: number | null
}

interface Sync {
  readonly doc: Doc
  readonly binding: { beforeTransactionSelection: Remembered | null } | null
}

/**
 * Keeps the caret where it is, and the page from throwing, when the binding (y-tiptap 3.0.9, its issue 48) looks a caret
 * up that it remembered in an older text. After a throw the page would show another text than the others see.
 *
 * An undo leaves the caret of before the undone edit behind, for the next edit of somebody else to jump to: that is wiped.
 * And the numbers of a caret may lie behind the end when one change makes the text shorter in several steps: without
 * them the binding goes by the shared text.
 */
export const calmCaret = (): Plugin =>
  new Plugin({
    view: (view) => {
      const { doc, binding } = ySyncPluginKey.getState(view.state) as Sync
      const undo = yUndoPluginKey.getState(view.state) as { readonly undoManager: UndoManager } | undefined
      const forget = () => {
        if (binding) binding.beforeTransactionSelection = null
      }
      const keepInText = () => {
        const caret = binding?.beforeTransactionSelection
        if (!binding || !caret || Math.max(caret.absAnchor ?? 0, caret.absHead ?? 0) <= view.state.doc.content.size)
          return
        binding.beforeTransactionSelection = { ...caret, absAnchor: null, absHead: null }
      }
      undo?.undoManager.on('stack-item-popped', forget)
      doc.on('beforeObserverCalls', keepInText)
      return {
        destroy: () => {
          undo?.undoManager.off('stack-item-popped', forget)
          doc.off('beforeObserverCalls', keepInText)
        },
      }
    },
  })

/** After the binding and its undo: its listener follows theirs. */
export const CalmCaret = Extension.create({
  name: 'calmCaret',
  priority: 50,
  addProseMirrorPlugins: () => [calmCaret()],
})
