import {
  checkChain,
  isHere,
  noProceedings,
  proceed,
  sameSlots,
  slotsOf,
  sumOfSlots,
  timeHere,
  type Choices,
  type Instant,
  type Poll,
  type Proceedings,
  type RecordedMeetingFact,
} from '@witboek/domain'
import { eventHash, type Store } from '@witboek/store'
import type { Check } from '../verdict.ts'
import type { ThemeGroup } from './theme-group.ts'

/** Judges a meeting by what is at rest, against what people were told. */
export async function judgeMeeting(group: ThemeGroup, store: Store): Promise<readonly Check[]> {
  const facts = await allFacts(store, group)
  const proceedings = facts.reduce(proceed, noProceedings(group.meeting))
  return [
    {
      rule: 'EVENING',
      holds: facts.every(({ seq }, i) => seq === i + 1) && proceedings.state === 'over',
      what: `${group.slug}: ${facts.length} facts without a gap, the meeting is ${proceedings.state}`,
    },
    attendance(group, proceedings),
    queue(group, proceedings),
    questions(group, proceedings),
    ...(await Promise.all(proceedings.polls.map((poll) => judgePoll(group, poll, store)))),
  ]
}

/** Judges the chain of everything that was done, on all evenings together. */
export async function judgeRecord(store: Store): Promise<Check> {
  const dialogue = await store.dialogues.currentDialogue()
  const chain = dialogue?.id ?? ''
  let last: { readonly seq: number; readonly hash: string } | null = null
  for (;;) {
    const events = await store.events.read(chain, { after: last?.seq ?? 0, limit: 1_000 })
    const checked = checkChain(chain, events, last, eventHash)
    if (checked.fault)
      return { rule: 'RECORD', holds: false, what: `event ${checked.fault.seq} is ${checked.fault.why}` }
    last = checked.last
    if (events.length < 1_000) break
  }
  return { rule: 'RECORD', holds: (last?.seq ?? 0) > 0, what: `${last?.seq ?? 0} events in an unbroken chain` }
}

function attendance({ slug, everybody }: ThemeGroup, { attendance: at }: Proceedings): Check {
  const came = everybody.filter(({ acknowledged }) => acknowledged.checkIns.length > 0)
  const wrong = came.filter(({ person, mode }) => at.get(person)?.mode !== mode)
  const overlapping = [...at.values()].filter(({ stays }) =>
    stays.some(({ from, to }, i) => to === null || from > to || from < (stays[i - 1]?.to ?? 0)),
  )
  const nobody = [...at.values()].filter((attendee) => timeHere(attendee, Number.MAX_SAFE_INTEGER as Instant) <= 0)
  const here = came.filter(({ person }) => isHere(at, person)).length
  return {
    rule: 'ATTEND',
    holds:
      came.length === everybody.length &&
      at.size === came.length &&
      wrong.length + overlapping.length + nobody.length === 0,
    what: `${slug}: ${came.length} of ${everybody.length} checked in, ${here} until the end, ${wrong.length + overlapping.length} wrongly kept`,
  }
}

function queue({ slug, experts }: ThemeGroup, { queue: { speakers } }: Proceedings): Check {
  const told = experts.flatMap(({ acknowledged }) => acknowledged.hands)
  const kept = new Set(speakers.map(({ id }) => id))
  // A hand that was up already is the hand there is: it was acknowledged, and not raised once more.
  const lost = told.filter((id, i) => !kept.has(id) && told.indexOf(id) === i && !raisedBefore(id))
  const spells = speakers.flatMap((speaker) => speaker.spells).sort((one, other) => one.from - other.from)
  const together = spells.filter(({ from }, i) => from < (spells[i - 1]?.to ?? 0))
  return {
    rule: 'QUEUE',
    holds: lost.length + together.length === 0 && spells.every(({ to }) => to !== null),
    what: `${slug}: ${told.length} hands, ${spells.length} times the word, ${lost.length} lost, ${together.length} at once`,
  }

  function raisedBefore(id: string): boolean {
    const expert = experts.find(({ acknowledged }) => acknowledged.hands.some((hand) => hand === id))
    return speakers.some(({ person }) => person === expert?.person)
  }
}

function questions({ slug, experts }: ThemeGroup, { questions: kept }: Proceedings): Check {
  const told = experts.flatMap(({ acknowledged }) => acknowledged.questions)
  const lost = told.filter((id) => !kept.some((question) => question.id === id))
  return {
    rule: 'QUESTION',
    holds: lost.length === 0 && kept.length === told.length,
    what: `${slug}: ${told.length} questions, ${kept.length} kept, ${lost.length} lost`,
  }
}

/** Counts the ballots once more, from the store and from what voters were told. */
async function judgePoll({ slug, experts }: ThemeGroup, poll: Poll, { ballotBoxes }: Store): Promise<Check> {
  const secret = poll.visibility === 'secret'
  const told = experts.flatMap(({ acknowledged }) => {
    const choices = acknowledged.ballots.get(poll.id)
    return choices ? [choices] : []
  })
  const toldCount = secret ? experts.filter(({ acknowledged }) => acknowledged.secret.has(poll.id)).length : told.length
  const kept = secret ? await ballotBoxes.secretBallots(poll.id) : await ballotBoxes.ballots(poll.id)
  const sum = sumOfSlots(kept.map(({ choices }) => slotsOf(poll, choices as Choices)))
  const asTold = secret || sameSlots(sum, sumOfSlots(told.map((choices) => slotsOf(poll, choices))))
  const roll = await ballotBoxes.roll(poll.id)
  const once = new Set(roll.map(({ person }) => person)).size === roll.length && roll.length === kept.length
  const published = poll.state === 'published' && poll.result?.cast === kept.length
  return {
    rule: 'POLL',
    holds: asTold && once && published && kept.length === toldCount && poll.electorate.length === roll.length,
    what:
      `${slug}: ${poll.kind}${secret ? ', secret' : ''}: ${toldCount} ballots said to be counted, ${kept.length} in the box, ` +
      `${poll.result?.cast ?? 'no'} in the result${asTold ? '' : ', and not the same'}${once ? '' : ', somebody twice'}`,
  }
}

async function allFacts({ meetingLog }: Store, { meeting }: ThemeGroup): Promise<readonly RecordedMeetingFact[]> {
  const facts: RecordedMeetingFact[] = []
  for (;;) {
    const page = await meetingLog.read(meeting, { after: facts.at(-1)?.seq ?? 0, limit: 500 })
    facts.push(...page)
    if (page.length < 500) return facts
  }
}
