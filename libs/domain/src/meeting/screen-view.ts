import type { PollId, SectionId } from '../ids.ts'
import { ok, refuse, type Result } from '../result.ts'

/** What the big screen (groot scherm) in the hall shows, besides what always stands there. */
export type ScreenView =
  | { readonly what: 'join' | 'agenda' | 'speaker' | 'timer' | 'meter' | 'announcement' }
  | { readonly what: 'section'; readonly section: SectionId }
  | { readonly what: 'poll'; readonly poll: PollId }

export interface ScreenFact {
  readonly type: 'screen:shown'
  readonly view: ScreenView
}

export interface ScreenCommand {
  readonly type: 'screen:show'
  readonly view: ScreenView
}

/** The Chef chooses (SCREEN-1). `polls`: those that can be seen. A draft is for the Chef alone. */
export function decideScreen(
  shown: ScreenView,
  { view }: ScreenCommand,
  polls: readonly PollId[],
): Result<readonly ScreenFact[]> {
  if (view.what === 'poll' && !polls.includes(view.poll)) return refuse({ code: 'poll-not-found' })
  return ok(isView(shown, view) ? [] : [{ type: 'screen:shown', view }])
}

const isView = (one: ScreenView, other: ScreenView): boolean =>
  one.what === other.what &&
  (one.what !== 'section' || other.what !== 'section' || one.section === other.section) &&
  (one.what !== 'poll' || other.what !== 'poll' || one.poll === other.poll)
