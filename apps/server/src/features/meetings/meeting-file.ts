import type { Frame, Instant, Meeting } from '@witboek/domain'

/**
 * A meeting as a file for one's own calendar. Whoever gets it in a letter and from its page has one entry, because both are
 * this one. `site`: the address of ours that people know.
 */
export async function meetingFile(
  { id, theme: inTheme, title, place, startsAt, endsAt, version }: Meeting,
  { frame, site, now }: { readonly frame: Frame; readonly site: string; readonly now: Instant },
): Promise<string> {
  const theme = frame.themes.find((other) => other.id === inTheme)
  // Fetched when there is a meeting to tell of.
  const { calendarFile } = await import('../../mail/calendar-file.ts')
  return calendarFile({
    uid: `${id}@${new URL(site).hostname}`,
    sequence: version,
    method: 'PUBLISH',
    startsAt,
    endsAt,
    summary: theme ? `${title} – ${theme.name}` : title,
    place,
    description: frame.dialogue.title,
    url: theme ? `${site}/thema/${theme.slug}/bijeenkomsten` : site,
    now,
  })
}
