/** Fetched when a meeting is to be cancelled. */
export { default as CancelDialog } from './CancelDialog.svelte'
