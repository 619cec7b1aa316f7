import { problemCode, type Problem } from '@witboek/contract'
import { error } from '@sveltejs/kit'
import { fetchProblemWords } from './books/problem-words.ts'

/** The answer of one of our own doors; a problem becomes the error page, in the reader's language. */
export async function answerOf<Value>(fetch: typeof globalThis.fetch, path: string): Promise<Value> {
  let response: Response
  try {
    response = await fetch(path)
  } catch {
    error(503, { message: 'The server could not be reached', code: 'unreachable' })
  }
  if (response.ok) return (await response.json()) as Value
  const problem = await problemIn(response)
  if (!problem)
    error(response.status >= 400 ? response.status : 502, { message: response.statusText, code: 'unreachable' })
  await fetchProblemWords()
  error(problem.status, { message: problem.title, code: problemCode(problem), instance: problem.instance })
}

async function problemIn(response: Response): Promise<Problem | null> {
  if (!response.headers.get('content-type')?.includes('problem+json')) return null
  return (await response.json()) as Problem
}
