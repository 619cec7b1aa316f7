import type { Refusal } from '@witboek/domain'

/** RFC 9457 problem details. `title` is for logs and for people who build on the API; screens translate `type`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** What to quote on the phone: the id of this one request or message, also in the log. */
  readonly instance: string
  readonly [detail: string]: unknown
}

export type ProblemCode = Refusal['code'] | 'not-understood' | 'foreign-origin' | 'not-found' | 'too-large' | 'surprise'

/** Every refusal of the product with its status and title: the compiler complains when one is missing. */
export const problems: { readonly [Code in ProblemCode]: { readonly status: number; readonly title: string } } = {
  'not-signed-in': { status: 401, title: 'Take a seat or sign in first' },
  'not-for-your-role': { status: 403, title: 'Your role may not do this' },
  'not-your-theme-group': { status: 403, title: 'This belongs to another theme group' },
  'book-not-yet-readable': { status: 403, title: 'Your role may read this book from a later phase on' },
  'book-closed-for-writing': { status: 409, title: 'This book is not being written now' },
  'book-not-found': { status: 404, title: 'There is no such book' },
  'theme-not-found': { status: 404, title: 'There is no such theme' },
  'dialogue-not-found': { status: 404, title: 'No dialogue has been set up here yet' },
  'seat-not-found': { status: 404, title: 'There is no such seat in the example' },
  'section-not-found': { status: 404, title: 'There is no such section' },
  'section-removed': { status: 409, title: 'This section was removed by the Chef' },
  'section-not-removed': { status: 409, title: 'This section is still in the book' },
  'heading-empty': { status: 422, title: 'A section needs a heading' },
  'heading-too-long': { status: 422, title: 'The heading is too long' },
  'too-many-sections': { status: 409, title: 'The book has as many sections as it can hold' },
  'last-section': { status: 409, title: 'A book keeps at least one section' },
  'not-understood': { status: 400, title: 'The message could not be understood' },
  'foreign-origin': { status: 403, title: 'The message came from a page of another site' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'too-large': { status: 413, title: 'The message is larger than allowed' },
  surprise: { status: 500, title: 'Something went wrong on the server' },
}

export const problemType = (code: ProblemCode): string => `/problems/${code}`

/** The code of a problem, for the screen that translates it; a type that is not ours counts as a surprise. */
export function problemCode(problem: Pick<Problem, 'type'>): ProblemCode {
  const code = problem.type.replace('/problems/', '')
  return Object.hasOwn(problems, code) ? (code as ProblemCode) : 'surprise'
}

export const problemOf = (code: ProblemCode, instance: string, details: Record<string, unknown> = {}): Problem => ({
  ...details,
  type: problemType(code),
  ...problems[code],
  instance,
})
