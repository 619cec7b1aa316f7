export { openInProcessLive } from './in-process/live.ts'
export type * from './ports.ts'
