import { may, ok, questionsEach, refuse, type MeetingCommand, type Result } from '@witboek/domain'
import { InProcessAttempts, type AttemptLimit, type Attempts } from '@witboek/live'
import type { AtMeeting } from '../../meetings/readable-meeting.ts'

const minutes = 60_000

/** So many commands of one person: more than a thumb gives, and too few to fill the log of a meeting. */
const commands: { readonly [Who in 'leads' | 'takesPart']: AttemptLimit } = {
  leads: { max: 900, within: 10 * minutes },
  takesPart: { max: 120, within: 10 * minutes },
}
/** Of 130,321 codes two are good, for five minutes each. */
const roomCodes: AttemptLimit = { max: 20, within: 10 * minutes }
/** What is unsigned is counted here alone: nothing that is kept says whose it is (QUESTION-2). It lasts as long as a meeting can. */
const unsignedQuestions: AttemptLimit = { max: questionsEach, within: 12 * 60 * minutes }
/** They stand in the minutes, until the Chef strikes them (WORD-2). */
const words: AttemptLimit = { max: 30, within: 60 * minutes }

/** Who is faster than a person can be waits, whatever the command; and some things can be done only so often (EVENING-9). */
export class Pace {
  private readonly attempts: Attempts
  /** What nobody shall be named for is counted in this process alone: no Redis gets to see who did it, and when. */
  private readonly unnamed: Attempts = new InProcessAttempts()

  constructor(attempts: Attempts) {
    this.attempts = attempts
  }

  async allows({ meeting, actor, dialogue }: AtMeeting, command: MeetingCommand): Promise<Result<null>> {
    const leads = may('meeting:lead', actor, { phase: dialogue.phase, theme: meeting.theme }).ok
    const word = command.type === 'word:ask'
    const unsigned = command.type === 'question:ask' && command.anonymous
    const counted: (readonly [string, AttemptLimit])[] = [['command', commands[leads ? 'leads' : 'takesPart']]]
    if (command.type === 'attendance:check-in' && command.roomCode !== '') counted.push(['room code', roomCodes])
    if (unsigned) counted.push(['unsigned', unsignedQuestions])
    if (word) counted.push(['words', words])
    const attempts = unsigned || word ? this.unnamed : this.attempts
    for (const [what, limit] of counted) {
      const wait = await attempts.take(`${what} at ${meeting.id} of ${actor.person}`, limit)
      if (wait > 0) return refuse({ code: 'too-many-attempts', seconds: Math.ceil(wait / 1_000) })
    }
    return ok(null)
  }
}
