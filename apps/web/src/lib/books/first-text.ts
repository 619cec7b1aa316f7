import { Extension, type Content, type Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import type { XmlFragment } from 'yjs'
import { CalmCaret } from './calm-caret.ts'
import { EmptyParagraph } from './empty-paragraph.ts'
import { LetterInPlace } from './letter-in-place.ts'

/**
 * Binds an editor to the shared text of a section, and lets it begin with that text. By itself the binding first shows an
 * empty page and then replaces it, which leaves the caret where no letters can go when the text begins with a table or list.
 */
export function boundTo(text: XmlFragment): Extensions {
  const mended = [LetterInPlace, EmptyParagraph, CalmCaret]
  if (text.length === 0) return [...mended, Collaboration.configure({ fragment: text })]
  const mapping: ReturnType<typeof initProseMirrorDoc>['mapping'] = new Map()
  const firstText = Extension.create({
    name: 'firstText',
    onBeforeCreate() {
      const first = initProseMirrorDoc(text, this.editor.schema)
      for (const [shared, shown] of first.mapping) mapping.set(shared, shown)
      // TipTap takes a ready document too, and must have this very one: the mapping above points into it.
      this.editor.options.content = first.doc as unknown as Content
    },
  })
  return [...mended, firstText, Collaboration.configure({ fragment: text, ySyncOptions: { mapping } })]
}
