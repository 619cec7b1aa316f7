import type { Extensions } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'

/** Only addresses a reader can be sent to without harm; `libs/book` shows any other as plain text. */
export const isSafeAddress = (address: string): boolean => /^(https?:\/\/|mailto:)/i.test(address)

/** A table as `SectionText` shows it, without TipTap's inline style: the page's CSP has no room for that. */
const PlainTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
}).configure({ View: null })

/**
 * What the text of a section may hold: the same list as `textNodes` and `textMarks` in `libs/book`, which guard it.
 * No trailing node: opening a book must never change it.
 */
export const textExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [3, 4] },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      isAllowedUri: (address) => isSafeAddress(address),
      HTMLAttributes: { target: null, rel: 'noopener', class: null },
    },
    undoRedo: false,
    trailingNode: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
  }),
  PlainTable,
  TableRow,
  TableHeader,
  TableCell,
]
