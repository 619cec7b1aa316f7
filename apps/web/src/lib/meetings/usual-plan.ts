import type { MeetingShown } from '@witboek/contract'
import type { MeetingKind } from '@witboek/domain'
import { localTime } from '@witboek/i18n'

/** What stands in the form of a new meeting, to begin with: nobody types the same place and times six times. */
export interface UsualPlan {
  readonly kind: MeetingKind
  readonly place: string
  readonly remoteLink: string
  readonly from: string
  readonly until: string
}

type Known = Pick<MeetingShown, 'kind' | 'place' | 'remoteLink' | 'startsAt' | 'endsAt' | 'state'>

/** One after the other. */
const ofAll = ['kickoff', 'work_college', 'other'] as const
const ofTheme = ['green1', 'green2', 'green3', 'white1', 'white2', 'white3', 'other'] as const

/** The kind is the one after the last that is planned; place and times are as they were then. `isPlenary`: of all themes together. */
export function usualPlan(meetings: readonly Known[], isPlenary = false): UsualPlan {
  const kinds: readonly MeetingKind[] = isPlenary ? ofAll : ofTheme
  const last = meetings
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((one, other) => other.startsAt - one.startsAt)[0]
  if (!last) return { kind: kinds[0] ?? 'other', place: '', remoteLink: '', from: '19:30', until: '22:00' }
  const at = kinds.indexOf(last.kind)
  return {
    kind: (at < 0 ? null : kinds[at + 1]) ?? 'other',
    place: last.place,
    remoteLink: last.remoteLink ?? '',
    from: localTime(last.startsAt).time,
    until: localTime(last.endsAt).time,
  }
}
