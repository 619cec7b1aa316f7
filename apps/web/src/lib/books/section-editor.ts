import { Editor, Extension } from '@tiptap/core'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extensions/placeholder'
import type { SectionLine } from '@witboek/book/client'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { PersonId } from '@witboek/domain'
import { AuthorColours } from './author-colours.ts'
import { drawCaret, drawSelection } from './caret.ts'
import { boundTo } from './first-text.ts'
import { TableKeys } from './table-keys.ts'
import { textExtensions } from './text-extensions.ts'

/** Who types here. Others see the name and colour that the server puts in place from the login. */
export interface Self {
  readonly id: PersonId
  readonly name: string
}

/** `write` now; `locked`: one writes here, but not now; `read`: one only reads. */
export type TextAccess = 'write' | 'locked' | 'read'

interface SectionEditorOptions {
  /** Where the text comes to stand, as its last child. */
  readonly container: HTMLElement
  readonly line: SectionLine
  readonly access: TextAccess
  /** The accessible name of the text, asked anew whenever the place or the heading changed. */
  readonly label: string
  readonly hint: string
  readonly self: Self
  /** Alt+F10. */
  readonly toToolbar: () => void
  /** Mod+K. */
  readonly askLink: () => void
  /** There are words of somebody whose name is not known yet. */
  readonly unknownAuthors: (clients: readonly number[]) => void
}

/** One editor for one section. Undo belongs to this editor: it lives as long as its section is on the page. */
export function createSectionEditor(options: SectionEditorOptions): Editor {
  const keys = Extension.create({
    name: 'pageKeys',
    addKeyboardShortcuts: () => ({
      'Alt-F10': () => (options.toToolbar(), true),
      'Mod-k': () => (options.askLink(), true),
    }),
  })
  return new Editor({
    element: { mount: options.container.appendChild(document.createElement('div')) },
    editable: options.access === 'write',
    injectCSS: false,
    extensions: [
      ...textExtensions,
      TableKeys,
      keys,
      Placeholder.configure({ placeholder: options.hint, showOnlyWhenEditable: false }),
      ...boundTo(options.line.text),
      CollaborationCaret.configure({
        provider: { awareness: options.line.awareness },
        user: options.self,
        render: drawCaret,
        selectionRender: drawSelection,
      }),
      AuthorColours.configure({ text: options.line.text, onunknown: options.unknownAuthors }),
    ],
    editorProps: { attributes: textAttributes(options.label, options.access) },
  })
}

/** Takes the editor off the page, with its text. */
export function closeEditor(editor: Editor): void {
  const { dom } = editor.view
  editor.destroy()
  dom.remove()
}

/**
 * What one may do changes while the text stays: focus, caret and the place on the page are kept. The attributes come
 * first, so that at no moment a text with the focus is something that cannot have it.
 */
export function changeAccess(editor: Editor, access: TextAccess, label: string): void {
  const writable = access === 'write'
  editor.setOptions({ editorProps: { attributes: textAttributes(label, access) } })
  if (editor.isEditable === writable) return
  editor.setEditable(writable, false)
  if (writable && document.activeElement === editor.view.dom) editor.view.focus()
}

/** What was written before a lock cannot be taken back after it. */
export function forgetUndo(editor: Editor): void {
  const state = yUndoPluginKey.getState(editor.state) as { readonly undoManager: { clear(): void } } | undefined
  state?.undoManager.clear()
}

/**
 * A text box for whoever writes, also while it is locked. Whoever reads keeps plain headings, lists and tables: screen
 * readers can walk through those, and not through a text box without a caret.
 */
const textAttributes = (label: string, access: TextAccess): Record<string, string> => ({
  class: 'section-text',
  lang: 'nl',
  ...(access === 'read'
    ? { role: 'presentation' }
    : { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'true', tabindex: '0' }),
  ...(access === 'locked' ? { 'aria-readonly': 'true' } : {}),
})
