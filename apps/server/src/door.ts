import type { Answer, Problem } from '@witboek/contract'
import type { Result } from '@witboek/domain'
import type { z } from 'zod'
import { newInstance, notUnderstood, refusalProblem } from './http/answers.ts'
import type { BookSocket } from './sockets.ts'
import type { Surprises } from './surprises.ts'

type Schemas = Readonly<Record<string, z.ZodType>>
type Acts<Known extends Schemas> = {
  readonly [Name in keyof Known]: (message: z.output<Known[Name]>) => Promise<Result<unknown>>
}

/** A door for a family of messages: each is read strictly, acted upon, and answered once. */
export function openDoor<Known extends Schemas>(
  socket: BookSocket,
  surprises: Surprises,
  schemas: Known,
  acts: Acts<Known>,
): void {
  for (const name of Object.keys(schemas) as (keyof Known & string)[])
    socket.on(name as never, answer(schemas[name] as z.ZodType, surprises, acts[name]))
}

/** A surprise on the way, reading included, becomes a problem with a number for one person, and not the end of the server. */
const answer =
  (schema: z.ZodType, surprises: Surprises, act: (message: never) => Promise<Result<unknown>>) =>
  (message: unknown, acknowledge: unknown): void => {
    if (typeof acknowledge !== 'function') return
    const tell = acknowledge as (answer: Answer<unknown>) => void
    const no = (problem: Problem) => tell({ ok: false, problem })
    const instance = newInstance()
    const read = async (): Promise<void> => {
      const parsed = schema.safeParse(message)
      if (!parsed.success) return no(notUnderstood(parsed.error, instance))
      const result = await act(parsed.data as never)
      return result.ok ? tell(result) : no(refusalProblem(result.refusal, instance))
    }
    read().catch((cause: unknown) => no(surprises.problem(cause, instance)))
  }
