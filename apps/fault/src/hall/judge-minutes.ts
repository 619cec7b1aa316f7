import { minutesPath, type MinutesAnswer } from '@witboek/contract'
import type { Check } from '../verdict.ts'
import type { ThemeGroup } from './theme-group.ts'

/** Judges the minutes that the server makes, against what people were told on the evening itself. */
export async function judgeMinutes(group: ThemeGroup): Promise<Check> {
  const { slug, chef, everybody, experts, items, polls } = group
  const { minutes } = await chef.gets<Partial<MinutesAnswer>>(minutesPath(group.meeting))
  if (!minutes) return { rule: 'MINUTES', holds: false, what: `${slug}: there are none` }
  const came = everybody.filter(({ acknowledged }) => acknowledged.checkIns.length > 0).length
  const ballotsOf = (id: (typeof polls)[number]) =>
    experts.filter(({ acknowledged }) => acknowledged.ballots.has(id) || acknowledged.secret.has(id)).length
  const matters = [minutes.whole, ...minutes.items]
  const shown = matters.flatMap((matter) => matter.polls)
  const spoken = matters.reduce((sum, { turns }) => sum + turns, 0)
  const wrong = [
    ...(minutes.state === 'complete' ? [] : [`they are ${minutes.state}`]),
    ...(minutes.attendance.length === came ? [] : [`${minutes.attendance.length} people instead of ${came}`]),
    ...(minutes.items.map(({ id }) => id).join() === items.join() ? [] : ['other items']),
    ...minutes.items.filter(({ spent }) => spent <= 0).map(({ title }) => `no time for ${title}`),
    ...(shown.length === polls.length ? [] : [`${shown.length} polls instead of ${polls.length}`]),
    ...shown
      .filter(({ id, result }) => result?.cast !== ballotsOf(id))
      .map(({ question, result, id }) => `${result?.cast} votes instead of ${ballotsOf(id)}: ${question}`),
    ...(matters.flatMap(({ decisions }) => decisions).length === 1 ? [] : ['not the decision that was made']),
    ...(spoken === group.calls ? [] : [`${spoken} turns instead of ${group.calls}`]),
    ...(minutes.checkpoints.length === 2 ? [] : [`${minutes.checkpoints.length} checkpoints of the book`]),
  ]
  return {
    rule: 'MINUTES',
    holds: wrong.length === 0,
    what: `${slug}: ${minutes.attendance.length} people, ${minutes.items.length} items, ${shown.length} polls, ${spoken} turns: ${wrong.join('; ') || 'as it was'}`,
  }
}
