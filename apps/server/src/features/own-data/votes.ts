import { pollIn, type Choices, type Meeting, type Person, type Poll, type PollId } from '@witboek/domain'
import { optionWords, type Texts } from '@witboek/i18n'
import type { OwnData } from '@witboek/publish'
import type { Store } from '@witboek/store'
import type { OpenMeetings } from '../../meetings/open-meetings.ts'

interface Hands {
  readonly store: Pick<Store, 'ballotBoxes' | 'meetings'>
  readonly openMeetings: Pick<OpenMeetings, 'proceedings'>
}

/** What is kept of somebody's votes, in the order in which they cast them (PRIVACY-2). */
export async function votesOf(hands: Hands, { id }: Person, texts: Texts): Promise<OwnData['votes']> {
  const { ballots, tookPart } = await hands.store.ballotBoxes.of(id)
  const votes: OwnData['votes'][number][] = []
  const polls = new Map<PollId, { readonly poll: Poll; readonly meeting: Meeting } | null>()
  const about = async (of: PollId) => {
    if (!polls.has(of)) polls.set(of, await found(hands, of))
    return polls.get(of)
  }
  for (const { poll: of, at, choices } of ballots) {
    const known = await about(of)
    if (known) votes.push({ ...place(known), how: 'ballot', at, choices: inWords(known.poll, choices, texts) })
  }
  for (const { poll: of, how } of tookPart) {
    const known = await about(of)
    if (known) votes.push({ ...place(known), how: how === 'hand' ? 'hand' : 'secret', at: null, choices: [] })
  }
  return votes.sort((one, other) => one.startsAt - other.startsAt || (one.at ?? Infinity) - (other.at ?? Infinity) || 0)
}

async function found({ store, openMeetings }: Hands, id: PollId) {
  const box = await store.ballotBoxes.find(id)
  const meeting = box && (await store.meetings.find(box.meeting))
  const poll = meeting && pollIn((await openMeetings.proceedings(meeting.id)).polls, id)
  return meeting && poll ? { meeting, poll } : null
}

const place = ({ meeting: { title, startsAt }, poll: { question } }: { meeting: Meeting; poll: Poll }) => ({
  ...{ title, startsAt, question },
})

/** A ballot as its voter saw it. */
function inWords(poll: Poll, choices: Choices, texts: Texts): readonly string[] {
  const label = (option: string): string => optionWords(poll, option, texts.voting)
  const numbered = (numbers: Readonly<Record<string, number>>) =>
    Object.entries(numbers).map(([option, number]) => `${label(option)}: ${number}`)
  if ('option' in choices) return [label(choices.option)]
  if ('answer' in choices) return [label(choices.answer), ...(choices.reason === null ? [] : [choices.reason])]
  if ('options' in choices) return choices.options.map(label)
  if ('dots' in choices) return numbered(choices.dots)
  if ('scores' in choices) return numbered(choices.scores)
  return choices.ranking.map((option, i) => `${i + 1}. ${label(option)}`)
}
