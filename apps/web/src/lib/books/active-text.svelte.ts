import type { Editor } from '@tiptap/core'
import { noTools, type ToolStates } from '@witboek/ui/book/tools.ts'

/** The text one is typing in, or typed in last: what the toolbar works on. */
export class ActiveText {
  /** What the toolbar shows; changes with every transaction of the active editor. */
  tools = $state.raw<ToolStates>(noTools)
  editor = $state.raw<Editor | null>(null)
  #stop: (() => void) | null = null

  /** `read` tells which tools are on or possible: it comes with the editors, after the first paint. */
  enter(editor: Editor, read: (editor: Editor) => ToolStates): void {
    if (this.editor === editor) return
    this.#stop?.()
    const update = () => (this.tools = read(editor))
    editor.on('transaction', update)
    this.#stop = () => editor.off('transaction', update)
    this.editor = editor
    update()
  }

  /** The editor is gone, or may not be written in any more. */
  leave(editor: Editor): void {
    if (this.editor !== editor) return
    this.#stop?.()
    this.#stop = null
    this.editor = null
    this.tools = noTools
  }
}
