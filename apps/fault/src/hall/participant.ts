import { randomUUID } from 'node:crypto'
import {
  meetingCommandPath,
  type HallView,
  type MeetingCommandName,
  type MeetingNow,
  type OwnView,
  type Problem,
} from '@witboek/contract'
import type { AttendanceMode, Choices, MeetingId, PersonId, PollId, QuestionId, SpeakerId } from '@witboek/domain'
import { commandLine, type CommandLine } from '../people/lines.ts'

/** What somebody was told is so: the truth that the store is held against later. */
interface Acknowledged {
  readonly checkIns: AttendanceMode[]
  readonly questions: QuestionId[]
  readonly hands: SpeakerId[]
  /** The last ballot per poll that was said to be counted. */
  readonly ballots: Map<PollId, Choices>
  /** Secret ballots that were said to be counted. */
  readonly secret: Set<PollId>
}

interface Answered {
  readonly status: number
  /** Of a problem: its code. */
  readonly code: string | null
  readonly body: unknown
}

/** A command is tried again so often, each time a little later: people press again, and pages do. */
const tries = 200
const between = 100

/** Somebody at a meeting with a phone: sends commands until they are answered, and sees what is pushed. */
export class Participant {
  readonly person: PersonId
  readonly mode: AttendanceMode
  readonly acknowledged: Acknowledged = {
    checkIns: [],
    questions: [],
    hands: [],
    ballots: new Map(),
    secret: new Set(),
  }
  hall: HallView | null = null
  own: OwnView | null = null
  /** How long (ms) it took until a ballot was said to be counted. */
  readonly ballotTimes: number[] = []
  private readonly meeting: MeetingId
  private readonly cookie: string
  private readonly address: () => string
  private line: CommandLine | null = null
  private wifi: Promise<void> = Promise.resolve()
  private wifiIsBack: () => void = () => undefined

  constructor(
    who: { readonly person: PersonId; readonly mode: AttendanceMode; readonly cookie: string },
    meeting: MeetingId,
    address: () => string,
  ) {
    this.person = who.person
    this.mode = who.mode
    this.cookie = who.cookie
    this.meeting = meeting
    this.address = address
  }

  /** Opens the page: what is pushed is seen from now on, also after the line was away. */
  watches(): void {
    const line = commandLine(this.address(), this.cookie)
    this.line = line
    line.on('meeting:hall', (view) => (this.hall = view))
    line.on('meeting:own', (view) => (this.own = view))
    line.on('connect', () => {
      line.timeout(5_000).emit('meeting:watch', { meeting: this.meeting }, (lost, answer) => {
        if (lost || !answer.ok) return
        this.hall = answer.value.hall
        this.own = answer.value.own
      })
    })
  }

  get sees(): boolean {
    return this.line?.connected === true && this.hall !== null
  }

  /** The Wi-Fi of the hall goes: the line ends, and whatever this person does waits. */
  dropsOut(): void {
    this.line?.disconnect()
    this.wifi = new Promise((resolve) => (this.wifiIsBack = resolve))
  }

  comesBack(): void {
    this.line?.connect()
    this.wifiIsBack()
  }

  leaves(): void {
    this.line?.disconnect()
  }

  async checksIn(roomCode: string): Promise<void> {
    const wish = { mode: this.mode, roomCode: this.mode === 'room' ? roomCode : '' }
    const answer = await this.does('attendance:check-in', wish)
    if (answer.status === 200) this.acknowledged.checkIns.push(this.mode)
  }

  async asks(text: string, anonymous = false): Promise<void> {
    const question = randomUUID() as string as QuestionId
    const answer = await this.does('question:ask', { question, kind: 'question', text, anonymous })
    if (answer.status === 200) this.acknowledged.questions.push(question)
  }

  async raisesHand(): Promise<void> {
    const speaker = randomUUID() as string as SpeakerId
    const answer = await this.does('speaker:raise', { speaker, kind: 'normal', note: '', person: null })
    if (answer.status === 200) this.acknowledged.hands.push(speaker)
  }

  /** Votes, and votes again with the very same words when the answer was lost. Answers whether it was counted. */
  async casts(poll: PollId, choices: Choices, { secret = false } = {}): Promise<boolean> {
    const from = performance.now()
    const wish = secret ? { poll, choices } : { poll, choices, key: randomUUID() }
    const answer = await this.sends(`/api/meetings/poll/${secret ? 'cast-secret' : 'cast'}`, wish)
    // The answer to the first one got lost: that one was counted, and a second there is not.
    if (answer.status !== 200 && !(secret && answer.code === 'ballot-final')) return false
    this.ballotTimes.push(performance.now() - from)
    if (secret) this.acknowledged.secret.add(poll)
    else this.acknowledged.ballots.set(poll, choices)
    return true
  }

  does(name: MeetingCommandName, fields: object = {}): Promise<Answered> {
    return this.sends(meetingCommandPath(name), fields)
  }

  /** Sends a command until somebody answers it. */
  async sends(path: string, fields: object): Promise<Answered> {
    const body = JSON.stringify({ meeting: this.meeting, ...fields })
    return this.answered(() => {
      const address = this.address()
      const headers = { 'Content-Type': 'application/json', Origin: address, cookie: this.cookie }
      return fetch(address + path, { method: 'POST', headers, body, signal: AbortSignal.timeout(5_000) })
    }, path)
  }

  async gets<Value>(path: string): Promise<Value> {
    const { body } = await this.answered(
      () => fetch(this.address() + path, { headers: { cookie: this.cookie }, signal: AbortSignal.timeout(5_000) }),
      path,
    )
    return body as Value
  }

  now(): Promise<MeetingNow> {
    return this.gets(`/api/meetings/${this.meeting}/now`)
  }

  private async answered(ask: () => Promise<Response>, what: string): Promise<Answered> {
    for (let n = 0; n < tries; n++) {
      await this.wifi
      const answer = await ask().then(read, () => null)
      if (answer && answer.status < 500) return answer
      await new Promise((resolve) => setTimeout(resolve, between))
    }
    throw new Error(`nobody answered ${what}`)
  }
}

async function read(response: Response): Promise<Answered> {
  const body: unknown = await response.json()
  const isProblem = response.headers.get('content-type')?.includes('problem+json') ?? false
  return { status: response.status, code: isProblem ? (body as Problem).type.replace('/problems/', '') : null, body }
}
