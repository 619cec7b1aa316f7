import type { OwnQuestion } from '@witboek/contract'

/** Of somebody's own questions those that were taken out of sight, or were put back: they read what was said of it (MODERATE-5). */
export const putAside = (questions: readonly OwnQuestion[]): readonly OwnQuestion[] =>
  questions.filter(({ hidden, restored }) => hidden !== null || restored !== null)
