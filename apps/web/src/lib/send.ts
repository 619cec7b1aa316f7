import type { Problem } from '@witboek/contract'
import { failureOf, type CommandFailure } from '#lib/books/command-failure.ts'

/** What came of a command; `failureWords` says a failure in words. */
export type Sent<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: CommandFailure }

/** Sends one command to one of our own doors, as JSON. It never throws. */
export async function send<Value = null>(path: string, body: unknown): Promise<Sent<Value>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json()
    if (response.ok) return { ok: true, value: answer as Value }
    const isProblem = response.headers.get('content-type')?.includes('problem+json')
    return { ok: false, failure: isProblem ? await failureOf(answer as Problem) : 'no-answer' }
  } catch {
    return { ok: false, failure: 'no-line' }
  }
}
