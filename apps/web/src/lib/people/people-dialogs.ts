/** Fetched when somebody is to be changed or added. */
export { default as AddPersonDialog } from './AddPersonDialog.svelte'
export { default as PersonDialog } from './PersonDialog.svelte'
