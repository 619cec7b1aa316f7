import type { VideoShown } from '@witboek/contract'
import { hasEnded, houseVideo, type Meeting } from '@witboek/domain'
import type { Settings } from '../../settings.ts'

/** What of the settings is about video. */
export type VideoSettings = Pick<Settings, 'videoLink' | 'videoFrames'>

/** Where people at home come in (MEET-11); `null`: they do not, or it is no longer, or the house has no video any more. */
export function videoOf(
  meeting: Pick<Meeting, 'id' | 'state' | 'remoteLink'>,
  { videoLink, videoFrames }: VideoSettings,
): VideoShown | null {
  const { id, state, remoteLink } = meeting
  if (state === 'cancelled' || hasEnded(meeting)) return null
  const address =
    remoteLink === houseVideo ? (videoLink?.replace('{meeting}', encodeURIComponent(id)) ?? '') : remoteLink
  if (!URL.canParse(address)) return null
  const { href, host, origin } = new URL(address)
  return { address: href, host, framed: videoFrames.includes(origin) }
}
