import { Editor, Extension } from '@tiptap/core'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import { Placeholder } from '@tiptap/extensions/placeholder'
import type { SectionLine } from '@witboek/book/client'
import type { PersonId } from '@witboek/domain'
import { drawCaret, drawSelection } from './caret.ts'
import { boundTo } from './first-text.ts'
import { TableKeys } from './table-keys.ts'
import { textExtensions } from './text-extensions.ts'

/** Who types here. Others see the name and colour that the server puts in place from the login. */
export interface Self {
  readonly id: PersonId
  readonly name: string
}

export interface SectionEditorOptions {
  readonly element: HTMLElement
  readonly line: SectionLine
  readonly writable: boolean
  /** The accessible name of the text, asked anew whenever the place or the heading changed. */
  readonly label: string
  readonly hint: string
  readonly self: Self
  /** Alt+F10. */
  readonly toToolbar: () => void
  /** Mod+K. */
  readonly askLink: () => void
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
    element: { mount: options.element },
    editable: options.writable,
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
    ],
    editorProps: { attributes: textAttributes(options.label, options.writable) },
  })
}

/**
 * A text box for whoever writes. Whoever reads keeps plain headings, lists and tables: screen readers can walk through
 * those, and not through a text box without a caret.
 */
export const textAttributes = (label: string, writable: boolean): Record<string, string> => ({
  class: 'section-text',
  lang: 'nl',
  ...(writable
    ? { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'true' }
    : { role: 'presentation' }),
})
