import type { LobbyAnswer } from '@witboek/contract'
import { guestSeatAt, ok, refuse, type Result } from '@witboek/domain'
import type { Store } from '@witboek/store'
import type { Visitor } from '../../login/visitors.ts'
import { themeShown } from '../meetings/the-meeting.ts'

/** What became of somebody's asking to join, for them alone. */
export async function ownVisits(store: Store, visitor: Visitor | null): Promise<Result<LobbyAnswer>> {
  if (!visitor) return refuse({ code: 'not-signed-in' })
  const { person, actor } = visitor
  const admissions = await store.admissions.ofPerson(person.id)
  const frame = admissions.length > 0 ? await store.dialogues.current() : null
  const visits = await Promise.all(
    admissions.map(async ({ meeting: id, state, writes, askedAt }) => {
      const meeting = await store.meetings.find(id)
      if (!frame || meeting?.dialogue !== frame.dialogue.id) return []
      const { title, place, startsAt } = meeting
      const seat = guestSeatAt(person, id)
      return [
        {
          meeting: { id, title, place, startsAt, state: meeting.state },
          theme: themeShown(frame, meeting.theme),
          // A seat can be taken away by others than the Chef, too.
          state: state === 'admitted' && !seat ? ('ended' as const) : state,
          writes,
          askedAt,
          seat: seat && person.seats.indexOf(seat),
          seated: seat !== null && actor?.seat === seat,
        },
      ]
    }),
  )
  return ok({ name: person.name, visits: visits.flat().toReversed() })
}
