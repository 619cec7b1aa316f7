import type { Verdict } from './verdict.ts'

export type Objection = Extract<Verdict, { kind: 'malformed' | 'gap' | 'refused' }>

export const gap: Objection = { kind: 'gap' }
export const malformed = (why: string): Objection => ({ kind: 'malformed', why })
export const notAllowed = (why: string): Objection => ({ kind: 'refused', code: 'not-allowed-text', why })
