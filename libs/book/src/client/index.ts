export { openBook, type BookLine, type BookState, type OpenBook, type SectionLine } from './book-client.ts'
export type { LineSocket } from './shared-socket.ts'
