import { getSchema } from '@tiptap/core'
import { EditorState, TextSelection, type Command, type PluginView, type Transaction } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import type { EditorView } from '@tiptap/pm/view'
import { redo, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap'
import { bodyOf, newSectionDoc } from '@witboek/book'
import * as Y from 'yjs'
import { calmCaret } from '../calm-caret.ts'
import { emptyParagraph } from '../empty-paragraph.ts'
import { letterInPlace } from '../letter-in-place.ts'
import { textExtensions } from '../text-extensions.ts'

export const schema = getSchema(textExtensions)

/** What of a view the plugins use. */
class HeadlessView {
  private readonly page: HeadlessPage

  constructor(page: HeadlessPage) {
    this.page = page
  }

  get state(): EditorState {
    return this.page.state
  }

  dispatch(transaction: Transaction): void {
    this.page.dispatch(transaction)
  }

  hasFocus(): boolean {
    return false
  }
}

/**
 * The editor of the page, with the real schema, the real binding to Yjs and the real undo, but nothing to look at: a
 * view of ProseMirror is, to its plugins, something that has a state and takes transactions.
 */
export class HeadlessPage {
  readonly doc: Y.Doc
  /** Every update the page made itself, in order. */
  readonly made: Uint8Array[] = []
  state: EditorState
  /** Whether it ever took anything back. */
  undid = false
  private readonly view: EditorView
  private readonly views: PluginView[] = []

  constructor(content?: Uint8Array, client?: number) {
    this.doc = newSectionDoc()
    if (client !== undefined) this.doc.clientID = client
    if (content) Y.applyUpdate(this.doc, content, this)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.made.push(update)
    })
    const plugins = [
      letterInPlace(),
      ySyncPlugin(bodyOf(this.doc)),
      yUndoPlugin(),
      emptyParagraph(),
      calmCaret(),
      tableEditing(),
    ]
    this.state = EditorState.create({ schema, plugins })
    this.view = new HeadlessView(this) as unknown as EditorView
    // What is one undo is for the spec to say, and not for the clock.
    this.undoing.captureTimeout = Infinity
    for (const plugin of plugins) {
      const view = plugin.spec.view?.(this.view)
      if (view) this.views.push(view)
    }
  }

  /** What others wrote arrives. */
  take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, this)
  }

  run(command: Command): boolean {
    return command(this.state, (transaction) => this.dispatch(transaction))
  }

  /** As a view does it: first the state is new, and then everyone hears of it. */
  dispatch(transaction: Transaction): void {
    const before = this.state
    this.state = this.state.apply(transaction)
    for (const view of this.views) view.update?.(this.view, before)
  }

  /** Puts the caret, or a selection, somewhere in the text. */
  select(from: number, to: number): void {
    const { doc } = this.state
    const place = (at: number) => {
      const inside = Math.max(0, Math.min(at, doc.content.size))
      // No browser puts a caret in the middle of a letter of two units.
      const around = inside > 0 && inside < doc.content.size ? doc.textBetween(inside - 1, inside + 1) : ''
      return doc.resolve(/^[\ud800-\udbff][\udc00-\udfff]$/.test(around) ? inside - 1 : inside)
    }
    this.dispatch(this.state.tr.setSelection(TextSelection.between(place(from), place(to))))
  }

  /** What is done from here on is another undo. */
  pauses(): void {
    this.undoing.stopCapturing()
  }

  undo(): void {
    this.undid = true
    undo(this.state)
  }

  redo(): void {
    this.undid = true
    redo(this.state)
  }

  private get undoing(): Y.UndoManager {
    return (yUndoPluginKey.getState(this.state) as { undoManager: Y.UndoManager }).undoManager
  }

  close(): void {
    for (const view of this.views) view.destroy?.()
    this.doc.destroy()
  }
}
