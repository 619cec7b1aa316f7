/** The dialogs of a Chef's commands: fetched at the first command that asks something. */
export { default as HeadingDialog } from '@witboek/ui/book/HeadingDialog.svelte'
export { default as RemoveDialog } from '@witboek/ui/book/RemoveDialog.svelte'
