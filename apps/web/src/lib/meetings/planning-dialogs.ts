/** Fetched when a meeting is to be changed or cancelled. */
export { default as CancelDialog } from './CancelDialog.svelte'
export { default as ChangeDialog } from './ChangeDialog.svelte'
