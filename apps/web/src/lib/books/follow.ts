/** Following somebody through the book: it comes when somebody wants to. */
export { default as FollowBanner } from './FollowBanner.svelte'
export { Following } from './following.svelte.ts'
