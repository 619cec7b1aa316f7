import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds, from what a disk takes to what makes people wait. */
const durations = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * What is counted and timed since the start, named after what a person on duty asks. Labels are few and bounded: a code, a
 * step, a kind; never a person. `docs/operations/metrics.md` says what each number means and when it is bad.
 */
export class Metrics {
  private readonly registry = new Registry()
  private readonly lookers: (() => void)[] = []

  readonly ready = this.gauge('witboek_ready', '1 when this server wants to be sent people.')
  readonly connections = this.gauge('witboek_connections', 'Open connections.', 'kind')
  readonly openBooks = this.gauge('witboek_open_books', 'Books that are open on this server.')
  readonly storeAnswers = this.gauge('witboek_store_answers', '1 when the store answers.')
  readonly redisAnswers = this.gauge('witboek_redis_answers', '1 when Redis answers, or none is used.')
  readonly dataFreeBytes = this.gauge('witboek_data_free_bytes', 'Room left on the disk of the data folder.')

  readonly entriesCommitted = this.counter('witboek_entries_committed_total', 'Edits and facts made durable.')
  readonly commitSeconds = this.histogram('witboek_commit_seconds', 'From asking the store until it is durable.')
  readonly commitUnderWaySeconds = this.gauge(
    'witboek_commit_under_way_seconds',
    'How long the oldest commit has been waiting for the store; 0 when none is.',
  )
  readonly commitsFailed = this.counter('witboek_commits_failed_total', 'Commits that the store could not take.')
  readonly commitsOvertaken = this.counter(
    'witboek_commits_overtaken_total',
    'Commits that were tried again because another server was first.',
  )
  readonly acknowledgementSeconds = this.histogram(
    'witboek_acknowledgement_seconds',
    'From the arrival of an edit until it is durable and its writer is told.',
  )
  readonly roomsGivenUp = this.counter('witboek_rooms_given_up_total', 'Open books that could not save any more.')

  readonly editsRefused = this.counter('witboek_edits_refused_total', 'Edits that did not get in.', 'code')
  readonly editsParked = this.counter('witboek_edits_parked_total', 'Words set aside for their writer.', 'code')
  readonly divergence = this.counter('witboek_divergence_total', 'Copies that were not what the server has (I7).')
  readonly malformed = this.counter('witboek_malformed_total', 'Lines that brought bytes no honest client sends.')
  readonly slowLines = this.counter(
    'witboek_slow_lines_total',
    'Lines that took too little, by what they lost.',
    'step',
  )
  readonly linesRefused = this.counter('witboek_lines_refused_total', 'Lines that were too many or too fast.', 'why')
  readonly originsRefused = this.counter('witboek_origins_refused_total', 'Messages from pages of other sites.')

  readonly ballotSeconds = this.histogram(
    'witboek_ballot_seconds',
    'From the arrival of a ballot until it is durable and its voter is told.',
  )
  readonly talliesDiffered = this.counter(
    'witboek_tallies_differed_total',
    'Running tallies that were not what the ballots say, at publishing.',
  )

  readonly surprises = this.counter('witboek_surprises_total', 'What nobody expected; the log has each one.')
  readonly logins = this.counter('witboek_logins_total', 'Logins started, by what proved them.', 'how')
  readonly mails = this.counter('witboek_mails_total', 'Mails, by what became of them.', 'outcome')
  readonly requestSeconds = this.histogram('witboek_request_seconds', 'HTTP requests answered.', 'kind', 'status')
  readonly commandSeconds = this.histogram('witboek_command_seconds', 'Commands answered.', 'command', 'outcome')

  constructor() {
    this.storeAnswers.set(1)
    this.redisAnswers.set(1)
  }

  /** Calls back when somebody reads: for what is known anyway, and need not be kept up to date meanwhile. */
  onRead(look: () => void): void {
    this.lookers.push(look)
  }

  /** Memory, CPU and the delay of the event loop as well: costs a little, so only where somebody reads it. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry })
  }

  /** All of it, as Prometheus reads it. */
  async exposition(): Promise<{ readonly type: string; readonly text: string }> {
    for (const look of this.lookers) look()
    return { type: this.registry.contentType, text: await this.registry.metrics() }
  }

  /** One counter over all its labels. */
  async total(name: string): Promise<number> {
    const metric = this.registry.getSingleMetric(name)
    if (!metric) throw new Error(`nothing is counted as ${name}`)
    return (await metric.get()).values.reduce((sum, { value }) => sum + value, 0)
  }

  private counter<Label extends string = never>(name: string, help: string, ...labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] })
  }

  private gauge<Label extends string = never>(name: string, help: string, ...labelNames: Label[]): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] })
  }

  private histogram<Label extends string = never>(
    name: string,
    help: string,
    ...labelNames: Label[]
  ): Histogram<Label> {
    return new Histogram({ name, help, labelNames, buckets: durations, registers: [this.registry] })
  }
}
