import type { Meeting, PersonId } from '@witboek/domain'
import type { AttemptLimit } from '@witboek/live'
import type { Hands } from '../../http/hands.ts'
import { ownHallCode, roomCodesAt } from '../../meetings/room-code.ts'

/** Wrong codes of the hall: a hall behind one address scans old ones now and then, and nobody finds the right one so. */
const wrongCodes: AttemptLimit = { max: 60, within: 10 * 60_000 }

/**
 * Whoever asks to join has read the code on the wall of the hall: the code of their own with which they check in there once
 * they are let in (ATTEND-2). `null`: they have not.
 */
export async function readInHall(
  { live, now }: Pick<Hands, 'live' | 'now'>,
  { id, roomKey }: Meeting,
  person: PersonId,
  { room, address }: { readonly room: string; readonly address: string },
): Promise<string | null> {
  if (room === '' || roomKey === null) return null
  const asks = `wrong codes of the hall of ${id} from ${address}`
  if ((await live.attempts.left(asks, wrongCodes)) > 0) return null
  if (roomCodesAt(roomKey, now()).includes(room.trim().toUpperCase())) return ownHallCode(roomKey, person)
  await live.attempts.take(asks, wrongCodes)
  return null
}
