/** Fetched when there is something to confirm or to correct. */
export { default as ConfirmDialog } from '@witboek/ui/ConfirmDialog.svelte'
export { default as AddressDialog } from './AddressDialog.svelte'
