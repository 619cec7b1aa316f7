/** What one still reads of an evening that is over, when there is anything of the kind. */
export { default as HiddenOwn } from './HiddenOwn.svelte'
export { default as OwnReports } from './OwnReports.svelte'
