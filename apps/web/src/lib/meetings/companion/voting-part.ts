/** What is needed once there is a poll. */
export { OwnVotes } from './own-votes.svelte.ts'
export { default as VoteBlock } from './VoteBlock.svelte'
