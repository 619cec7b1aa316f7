export * from './format.ts'
export * from './locale.ts'
export type { Texts } from './nl.ts'
