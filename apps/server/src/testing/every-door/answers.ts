import { problemCode, type Answer, type Problem, type ProblemCode } from '@witboek/contract'
import type { MeetingLine } from '../clients.ts'

/** Answers that say: this is not for you, or not now. Whatever else is answered, the door was open. */
const shut: ReadonlySet<ProblemCode> = new Set([
  'not-signed-in',
  'not-for-your-role',
  'not-your-theme-group',
  'not-in-this-phase',
  'book-not-yet-readable',
  'book-closed-for-writing',
  'guest-checks-no-hands',
])

/** A form of a page is answered with a page; everything else with JSON. */
export interface Ask {
  readonly path: string
  readonly body?: unknown
  readonly form?: Readonly<Record<string, string>>
}

/** Why the door is shut; `null` when it is open. */
export async function whyShut(address: string, method: string, { path, body, form }: Ask, cookie: string) {
  const response = await fetch(address + path, {
    method,
    redirect: 'manual',
    headers: {
      Origin: address,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(form && { body: new URLSearchParams(form) }),
  })
  const isProblem = response.headers.get('content-type')?.includes('problem+json')
  if (!isProblem) {
    await response.body?.cancel()
    return null
  }
  return shutBy((await response.json()) as Problem, `${method} ${path}`)
}

/** The same for a message over the line for commands; whoever has no line is `not-signed-in`. */
export async function whyShutOnLine(line: MeetingLine | null, name: string, message: unknown) {
  if (!line) return 'not-signed-in'
  const answer: Answer<unknown> = await line.timeout(5_000).emitWithAck(name as 'section:lock', message as never)
  return answer.ok ? null : shutBy(answer.problem, name)
}

/** A walk that nobody understands says nothing about who may. */
function shutBy(problem: Problem, what: string): ProblemCode | null {
  const code = problemCode(problem)
  if (['not-understood', 'surprise', 'wrong-content-type', 'wrong-method', 'foreign-origin'].includes(code))
    throw new Error(`${what} was answered with ${code}: ${JSON.stringify(problem)}`)
  return shut.has(code) ? code : null
}
