/** What whoever has checked in can do: it comes once they have. */
export { default as AskBlock } from './AskBlock.svelte'
export { default as HandBlock } from './HandBlock.svelte'
export { default as HereLine } from './HereLine.svelte'
export { default as HiddenOwn } from './HiddenOwn.svelte'
export { default as ReactionRow } from './ReactionRow.svelte'
