import { Nothing, problemOf, type CalendarAddress } from '@witboek/contract'
import { installationChain, ok, refuse, type Result } from '@witboek/domain'
import type { AttemptLimit } from '@witboek/live'
import type { Together } from '@witboek/store'
import express, { type Router } from 'express'
import { newInstance, refusalProblem, sendProblem } from '../../http/answers.ts'
import { command } from '../../http/command.ts'
import type { Hands } from '../../http/hands.ts'
import { visitorAddress } from '../../http/visitor-address.ts'
import { hashOf, newSecret } from '../../login/secrets.ts'
import { isStillIn } from '../../login/still-in.ts'
import type { Visitor } from '../../login/visitors.ts'
import { ownEvent } from '../account/http.ts'
import { followedCalendar } from './followed-calendar.ts'

/**
 * Addresses that are nobody's. A service that reads calendars for a whole town comes from one address, and asks for old ones
 * again and again; keys cannot be guessed, so right ones never wait.
 */
const missesPerAddress: AttemptLimit = { max: 600, within: 10 * 60_000 }

/** The meetings of somebody in a calendar that follows them: by a secret address, without signing in (CAL-1). */
export function calendar(hands: Hands): Router {
  const { store, live } = hands
  const router = express.Router()
  router.get('/api/calendar/:key.ics', async (request, response) => {
    const key = String(request.params['key'])
    const person = await store.calendarKeys.personBy(hashOf(key))
    const file = person && (await followedCalendar(hands, person))
    // The one answer to every key that opens nothing: never there, renewed, stopped, or of somebody who left.
    if (file === null) {
      const wait = await live.attempts.take(`calendars missed from ${visitorAddress(request)}`, missesPerAddress)
      const problem =
        wait > 0
          ? refusalProblem({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1000) }, newInstance())
          : problemOf('not-found', newInstance())
      return sendProblem(response, problem)
    }
    response.set('Cache-Control', 'private, no-store')
    response.type('text/calendar; charset=utf-8').send(file)
  })
  router.post(
    '/api/account/calendar',
    command(hands, Nothing, (_, visitor) => giveAddress(hands, visitor)),
  )
  router.post(
    '/api/account/calendar/end',
    command(hands, Nothing, (_, visitor) => endAddress(hands, visitor)),
  )
  return router
}

/** A new address; the one before it opens nothing any more (CAL-2). */
async function giveAddress(hands: Hands, visitor: Visitor | null): Promise<Result<CalendarAddress>> {
  const key = newSecret()
  const changed = await change(hands, visitor, 'calendar:give', ({ calendarKeys }, { person }) =>
    calendarKeys.give(person.id, hashOf(key)),
  )
  return changed.ok ? ok({ address: `${hands.site}/api/calendar/${key}.ics` }) : changed
}

async function endAddress(hands: Hands, visitor: Visitor | null): Promise<Result<null>> {
  if (visitor && !(await hands.store.calendarKeys.has(visitor.person.id))) return ok(null)
  return change(hands, visitor, 'calendar:end', ({ calendarKeys }, { person }) => calendarKeys.forget(person.id))
}

/** By somebody who is still in: whoever was erased meanwhile gets nothing more. */
async function change(
  { store, now }: Hands,
  visitor: Visitor | null,
  type: 'calendar:give' | 'calendar:end',
  deed: (ports: Together, visitor: Visitor) => Promise<void>,
): Promise<Result<null>> {
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const dialogue = await store.dialogues.currentDialogue()
  return store.turns.take('access', async () => {
    if (!(await isStillIn(store, visitor, now()))) return refuse({ code: 'not-signed-in' })
    await store.together(async (ports) => {
      await deed(ports, visitor)
      await ports.events.append(dialogue?.id ?? installationChain, [ownEvent(visitor, now(), type)])
    })
    return ok(null)
  })
}
