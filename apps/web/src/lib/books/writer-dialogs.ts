/** The dialogs of whoever writes: fetched at the first one. */
export { default as LinkDialog } from '@witboek/ui/book/LinkDialog.svelte'
export { default as ShortcutsDialog } from '@witboek/ui/book/ShortcutsDialog.svelte'
