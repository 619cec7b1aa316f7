import { isGuestOver, type Instant, type Meeting, type MeetingId, type Person } from '@witboek/domain'
import type { Store } from '@witboek/store'

/** Guests whose name was kept long enough after the last meeting they asked for. */
export async function guestsWhoAreOver(store: Store, at: Instant): Promise<readonly Person[]> {
  const erased = new Set(await store.people.erased())
  const reachable = new Set((await store.contacts.all()).map(({ person }) => person))
  const meetings = new Map<MeetingId, Meeting | null>()
  const meetingOf = async (id: MeetingId): Promise<Meeting | null> => {
    if (!meetings.has(id)) meetings.set(id, await store.meetings.find(id))
    return meetings.get(id) ?? null
  }
  const over: Person[] = []
  for (const person of await store.people.all()) {
    if (erased.has(person.id) || reachable.has(person.id)) continue
    if (person.seats.some(({ role }) => role !== 'guest')) continue
    const visits = []
    for (const admission of await store.admissions.ofPerson(person.id)) {
      const meeting = await meetingOf(admission.meeting)
      if (meeting) visits.push({ admission, meeting })
    }
    const participates = (await store.consents.of(person.id)).some(({ text }) => text === 'participation')
    if (isGuestOver({ person, hasContact: false, participates, visits }, at)) over.push(person)
  }
  return over
}
