import type { ScreenView, SectionId } from '@witboek/domain'
import type { CommandFailure } from '#lib/books/command-failure.ts'
import type { Cockpit } from './cockpit.svelte.ts'

/** One tap, and the big screen shows it; the way back is what it showed before. */
export function showOnScreen(
  cockpit: Cockpit,
  view: ScreenView,
  headingOf: (section: SectionId) => string,
): Promise<CommandFailure | null> {
  return cockpit.act(cockpit.order('screen:show', { view }), {
    said: cockpit.texts.screen.said(screenWords(cockpit, view, headingOf)),
    undo: [cockpit.order('screen:show', { view: cockpit.hall.screen })],
  })
}

/** What a view is called; a section by its heading, and a poll by its question. */
export function screenWords(cockpit: Cockpit, view: ScreenView, headingOf: (section: SectionId) => string): string {
  const { views } = cockpit.texts.screen
  if (view.what === 'section') return headingOf(view.section) || views.section
  if (view.what === 'poll') return cockpit.hall.polls.find(({ id }) => id === view.poll)?.question ?? views.poll
  return views[view.what]
}
