import type { GreenBookSlot } from '../book.ts'
import type { PollKind } from '../poll/poll-plan.ts'
import type { AgendaGoal } from './agenda.ts'
import type { MeetingKind } from './meeting.ts'

/** An item as a meeting of some kind usually has it. Its title is text and lives in `libs/i18n`, under its kind and `key`. */
interface AgendaTemplateItem {
  readonly key: string
  readonly goal: AgendaGoal
  readonly minutes: number
  /** The sections of a green book that it is about, by the slots they came from. */
  readonly slots?: readonly GreenBookSlot[]
  /** The poll that suits it. */
  readonly poll?: PollKind
}

const item = (
  key: string,
  goal: AgendaGoal,
  minutes: number,
  more: Pick<AgendaTemplateItem, 'slots' | 'poll'> = {},
): AgendaTemplateItem => ({ key, goal, minutes, ...more })

const pause = item('pause', 'inform', 15)

/** An evening from half past seven to ten (minutes). */
export const templateMinutesMax = 150

/**
 * What is usually on the agenda, by the kind of meeting. Three green evenings go from what people notice to a text that the
 * group consents to; three white ones from ideas to proposals that reach the target.
 */
export const agendaTemplates: {
  readonly [Kind in Exclude<MeetingKind, 'other'>]: readonly AgendaTemplateItem[]
} = {
  kickoff: [
    item('welcome', 'inform', 15),
    item('assignment', 'inform', 20),
    item('money', 'inform', 25),
    item('rules', 'inform', 15),
    pause,
    item('groups', 'discuss', 35),
    item('questions', 'discuss', 15),
    item('onwards', 'inform', 10),
  ],
  green1: [
    item('welcome', 'inform', 20),
    item('assignment', 'inform', 20),
    item('money', 'inform', 25, { slots: ['about'] }),
    pause,
    item('stories', 'discuss', 30, { slots: ['noticed'] }),
    item('writing', 'write', 25, { slots: ['about', 'noticed'] }),
    item('agreements', 'decide', 10),
  ],
  green2: [
    item('minutes', 'decide', 10),
    item('answers', 'inform', 20),
    item('settled', 'inform', 25, { slots: ['settled'] }),
    item('affected', 'discuss', 25, { slots: ['noticed'] }),
    pause,
    item('writing', 'write', 35, { slots: ['noticed', 'settled'] }),
    item('mood', 'decide', 10, { poll: 'temperature' }),
    item('agreements', 'decide', 5),
  ],
  green3: [
    item('minutes', 'decide', 10),
    item('change', 'discuss', 30, { slots: ['change'] }),
    item('frameworks', 'discuss', 20, { slots: ['frameworks'] }),
    pause,
    item('writing', 'write', 40, { slots: ['change', 'frameworks', 'questions'] }),
    item('aloud', 'discuss', 15),
    item('consent', 'decide', 10, { poll: 'consent' }),
    item('onwards', 'inform', 5),
  ],
  work_college: [
    item('welcome', 'inform', 10),
    item('books', 'inform', 40),
    item('verdict', 'inform', 15),
    pause,
    item('input', 'discuss', 35),
    item('answers', 'discuss', 20),
    item('agreements', 'decide', 10),
  ],
  white1: [
    item('verdict', 'inform', 20),
    item('input', 'discuss', 15),
    item('ideas', 'discuss', 35),
    pause,
    item('choosing', 'decide', 20, { poll: 'dots' }),
    item('writing', 'write', 35),
    item('agreements', 'decide', 10),
  ],
  white2: [
    item('minutes', 'decide', 10),
    item('figures', 'inform', 25),
    item('consequences', 'discuss', 30),
    pause,
    item('writing', 'write', 40),
    item('overlap', 'discuss', 15),
    item('agreements', 'decide', 10),
  ],
  white3: [
    item('minutes', 'decide', 10),
    item('target', 'inform', 15),
    item('frameworks', 'discuss', 15),
    item('writing', 'write', 30),
    pause,
    item('choosing', 'decide', 30, { poll: 'target_mix' }),
    item('minority', 'discuss', 15),
    item('onwards', 'decide', 15, { poll: 'consent' }),
  ],
}
