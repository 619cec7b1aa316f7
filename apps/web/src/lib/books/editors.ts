/** Everything that drags the editor along: fetched as one, after the first paint. */
export * from './section-editor.ts'
export * from './text-tools.ts'
