export * from './document.ts'
export * from './odt.ts'
export * from './section-text.ts'
