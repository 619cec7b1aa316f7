export { openInProcessLive } from './in-process/live.ts'
export type * from './ports.ts'
export * from './rate.ts'
export * from './reading-pace.ts'
