import type { LobbyAnswer, OwnVisit } from '@witboek/contract'
import { hasEnded, isRunning } from '@witboek/domain'

/** What the page of somebody who asked to join is about; `over`: the meeting itself is. */
type LobbyState = 'none' | 'waiting' | 'admitted' | 'refused' | 'ended' | 'over'

/** The visit that counts now: what one waits for or may go into, else the latest. */
export const currentVisit = ({ visits }: Pick<LobbyAnswer, 'visits'>): OwnVisit | null =>
  visits.find(({ state, meeting }) => isRunning(meeting) && (state === 'waiting' || state === 'admitted')) ??
  visits[0] ??
  null

/** `isOut`: the login has ended, as it does for guests who are removed or whose meeting closed. */
export function lobbyState(visit: OwnVisit | null, isOut: boolean): LobbyState {
  if (!visit) return 'none'
  if (hasEnded(visit.meeting)) return 'over'
  return isOut ? 'ended' : visit.state
}
