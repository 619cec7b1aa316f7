import { setImmediate as aTurn } from 'node:timers/promises'
import { timeSpent, type DialogueId, type Instant, type Person, type Proceedings, type Question } from '@witboek/domain'
import type { OwnData } from '@witboek/publish'
import type { Store } from '@witboek/store'
import type { OpenMeetings } from '../../meetings/open-meetings.ts'

interface Hands {
  readonly store: Pick<Store, 'meetings'>
  readonly openMeetings: Pick<OpenMeetings, 'proceedings'>
}

type Evening = OwnData['evenings'][number]

/** What the meetings have on record of somebody, by dialogue and by the time they start (PRIVACY-2). */
export async function eveningsOf(
  { store, openMeetings }: Hands,
  { id }: Person,
  dialogues: readonly DialogueId[],
  at: Instant,
): Promise<OwnData['evenings']> {
  const evenings: Evening[] = []
  for (const dialogue of dialogues)
    for (const { id: meeting, title, startsAt } of await store.meetings.of(dialogue)) {
      const theirs = partIn(await openMeetings.proceedings(meeting), id, at)
      if (theirs) evenings.push({ title, startsAt, ...theirs })
      // Whoever is at a meeting meanwhile is not kept waiting for all of them.
      await aTurn()
    }
  return evenings
}

/** `null`: nothing of that meeting is about them. What others reported of them tells who did, and is left out. */
function partIn(
  { attendance, queue, questions, reports }: Proceedings,
  id: Person['id'],
  now: Instant,
): Omit<Evening, 'title' | 'startsAt'> | null {
  const attendee = attendance.get(id)
  const isTheirs = ({ person }: { readonly person: Person['id'] | null }) => person === id
  const theirs = {
    role: attendee?.role ?? null,
    stays: (attendee?.stays ?? []).map(({ from, to, mode }) => ({ cameAt: from, leftAt: to, mode })),
    speaking: queue.speakers.filter(isTheirs).map((speaker) => ({
      askedAt: speaker.raisedAt,
      note: speaker.note,
      seconds: speaker.spells.length > 0 ? Math.round(timeSpent(speaker, now) / 1000) : null,
    })),
    questions: questions.filter(isTheirs).map(asAsked),
    reports: reports.filter(isTheirs).map(({ at, target, reason, verdict }) => ({
      ...{ at, about: target.kind, who: target.kind === 'described' ? target.who : null, reason },
      verdict: verdict && { at: verdict.at, outcome: verdict.outcome, reason: verdict.reason },
    })),
  }
  const { stays, speaking } = theirs
  return stays.length + speaking.length + theirs.questions.length + theirs.reports.length > 0 ? theirs : null
}

/** With what was said when it was taken out of sight, also when the lead has put it back. */
function asAsked({ at, kind, text, state, hidden, restored }: Question): Evening['questions'][number] {
  const hiding = hidden ?? restored?.hidden ?? null
  if (!hiding) return { at, kind, text, state, hidden: null }
  const { upheld, appeal, reason } = hiding
  const verdict = upheld
    ? { outcome: 'upheld' as const, at: upheld.at, reason: upheld.reason }
    : !hidden && restored
      ? { outcome: 'restored' as const, at: restored.at, reason: restored.reason }
      : null
  return { at, kind, text, state, hidden: { at: hiding.at, reason, appeal, verdict } }
}
