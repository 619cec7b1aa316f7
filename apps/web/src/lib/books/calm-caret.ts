import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** What the binding remembers of the caret: by the shared text, and as numbers in the text on the page. */
interface Remembered {
  readonly anchor: Y.RelativePosition | null
  readonly head: Y.RelativePosition | null
  readonly absAnchor: number | null
  readonly absHead: number | null
}

interface Sync {
  readonly doc: Y.Doc
  readonly binding: { beforeTransactionSelection: Remembered | null } | null
  /** This state came from the shared text. */
  readonly isChangeOrigin: boolean
  readonly isUndoRedoOperation: boolean
}

/**
 * Keeps the caret behind the letter it stands behind, whatever others write.
 *
 * The binding (y-tiptap 3.0.9, its issue 48) remembers a caret twice: by the shared text, which is right, and as numbers,
 * with which it looks for a paragraph that says the same as before. So two who type the same letter at one place would
 * change places, a caret would jump to another empty paragraph, and numbers of an older text could lie behind the end,
 * after which the page throws and shows another text than the others see. Here the shared text alone decides.
 *
 * Of a paragraph that is split or joined before the caret the shared text knows only that its letters are gone and that
 * the same ones stand elsewhere. There, what is the same on the page before and after decides.
 *
 * An undo leaves the caret of before the undone edit behind, for the next edit of somebody else to jump to: that is wiped.
 */
export const calmCaret = (): Plugin => {
  let lost = false
  return new Plugin({
    view: (view) => {
      const { doc, binding } = ySyncPluginKey.getState(view.state) as Sync
      const undo = yUndoPluginKey.getState(view.state) as { readonly undoManager: Y.UndoManager } | undefined
      const forget = () => {
        if (binding) binding.beforeTransactionSelection = null
      }
      const goByTheText = () => {
        const caret = binding?.beforeTransactionSelection
        lost = !!caret && (isGone(caret.anchor, doc) || isGone(caret.head, doc))
        if (!binding || !caret) return
        const [anchor, head] = [still(caret.anchor, doc), still(caret.head, doc)]
        binding.beforeTransactionSelection = { ...caret, anchor, head, absAnchor: null, absHead: null }
      }
      undo?.undoManager.on('stack-item-popped', forget)
      doc.on('beforeObserverCalls', goByTheText)
      return {
        destroy: () => {
          undo?.undoManager.off('stack-item-popped', forget)
          doc.off('beforeObserverCalls', goByTheText)
        },
      }
    },
    appendTransaction: (_, before, now) => {
      const { isChangeOrigin, isUndoRedoOperation } = ySyncPluginKey.getState(now) as Sync
      if (!lost || !isChangeOrigin || isUndoRedoOperation) return null
      lost = false
      return asOnThePage(before, now)
    },
  })
}

/** The letter behind which the caret stood, or the paragraph at whose beginning it stood, has been taken out. */
function isGone(caret: Y.RelativePosition | null, doc: Y.Doc): boolean {
  const id = caret?.item ?? caret?.type
  return !!id && Y.getItem(doc.store, id).deleted
}

/** The same place, told by what is still there: the binding takes a letter that is gone for a mistake. */
function still(caret: Y.RelativePosition | null, doc: Y.Doc): Y.RelativePosition | null {
  const place = caret && Y.createAbsolutePositionFromRelativePosition(caret, doc)
  if (!(place?.type instanceof Y.XmlText)) return caret
  return Y.createRelativePositionFromTypeIndex(place.type, place.index, -1)
}

/** The caret between the same letters as before, if both pages have them. */
function asOnThePage(before: EditorState, now: EditorState): Transaction | null {
  const { selection } = before
  if (!(selection instanceof TextSelection)) return null
  const place = afterChange(before.doc, now.doc)
  const [anchor, head] = [place(selection.anchor), place(selection.head)]
  if (anchor === null || head === null) return null
  return now.tr.setSelection(TextSelection.between(now.doc.resolve(anchor), now.doc.resolve(head)))
}

/** Where a place of one page is on the other; nowhere if it lies inside what is different. */
function afterChange(before: Node, now: Node): (place: number) => number | null {
  const start = before.content.findDiffStart(now.content)
  const end = before.content.findDiffEnd(now.content)
  if (start === null || end === null) return (place) => place
  // What counts as the same from the beginning is not counted again from the end.
  const twice = Math.max(0, start - Math.min(end.a, end.b))
  const [from, to] = [end.a + twice, end.b + twice]
  return (place) => (place <= start ? place : place >= from ? place + to - from : null)
}

/** After the binding and its undo: its listener follows theirs. */
export const CalmCaret = Extension.create({
  name: 'calmCaret',
  priority: 50,
  addProseMirrorPlugins: () => [calmCaret()],
})
