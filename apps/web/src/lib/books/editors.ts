/** Everything that drags the editor along: fetched as one, after the first paint. */
export { colourAuthors, withOwn } from './author-colours.ts'
export * from './renewed-place.ts'
export * from './section-editor.ts'
export * from './text-tools.ts'
