/** Fetched when there is something to confirm. */
export { default as ConfirmDialog } from '@witboek/ui/ConfirmDialog.svelte'
