import type { Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Dropcursor, Gapcursor } from '@tiptap/extensions'

/** Only addresses a reader can be sent to without harm; `libs/book` shows any other as plain text. */
export const isSafeAddress = (address: string): boolean => /^(https?:\/\/|mailto:)/i.test(address)

/** A table as `SectionText` shows it, without TipTap's inline style: the page's CSP has no room for that. */
const PlainTable = Table.extend({
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
}).configure({ View: null })

/**
 * What the text of a section may hold: the same list as `textNodes` and `textMarks` in `libs/book`, which guard it.
 * One by one and not as a kit: what a section cannot hold need not be fetched. No trailing node: opening a book must
 * never change it.
 */
export const textExtensions: Extensions = [
  Document,
  Text,
  Paragraph,
  Heading.configure({ levels: [3, 4] }),
  HardBreak,
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  Bold,
  Italic,
  Link.configure({
    openOnClick: false,
    autolink: true,
    defaultProtocol: 'https',
    isAllowedUri: (address) => isSafeAddress(address),
    HTMLAttributes: { target: null, rel: 'noopener', class: null },
  }),
  Dropcursor,
  Gapcursor,
  PlainTable,
  TableRow,
  TableHeader,
  TableCell,
]
