/** The dialogs of a Chef's commands: fetched at the first command that asks something. */
export { default as ConfirmDialog } from '@witboek/ui/ConfirmDialog.svelte'
export { default as HeadingDialog } from '@witboek/ui/book/HeadingDialog.svelte'
export { default as LockDialog } from '@witboek/ui/book/LockDialog.svelte'
export { default as RemarkDialog } from '@witboek/ui/book/RemarkDialog.svelte'
