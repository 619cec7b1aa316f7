import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** Where somebody was in a text that is replaced by a new one (after a refusal, or when two copies differed). */
interface EditorPlace {
  readonly anchor: number
  readonly head: number
  readonly focused: boolean
}

export const placeIn = (editor: Editor): EditorPlace => {
  const { anchor, head } = editor.state.selection
  return { anchor, head, focused: editor.view.hasFocus() || document.activeElement === editor.view.dom }
}

/** As near as the new text allows; the window does not move. */
export function goBackTo(editor: Editor, { anchor, head, focused }: EditorPlace): void {
  const { doc, tr } = editor.state
  const at = (position: number) => doc.resolve(Math.min(position, doc.content.size))
  editor.view.dispatch(tr.setSelection(TextSelection.between(at(anchor), at(head))).setMeta('addToHistory', false))
  if (!focused) return
  // A text that is locked takes the focus too, but ProseMirror gives it only to one that can be written in.
  if (editor.isEditable) editor.view.focus()
  else editor.view.dom.focus({ preventScroll: true })
}
