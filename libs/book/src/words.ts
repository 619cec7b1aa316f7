/** Words that are taken out of a text to be kept, and put back: on the page, and on the server when a Chef admits them. */
export { putWords } from './words/put-words.ts'
export { wordsInUpdate } from './words/words-in-update.ts'
export { wordsOf } from './words/words-of.ts'
