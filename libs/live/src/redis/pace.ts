import type { PersonId } from '@witboek/domain'
import { InProcessPace } from '../in-process/pace.ts'
import type { Pace } from '../ports.ts'
import { fullBucket, take, type Bucket, type Rate } from '../rate.ts'
import type { Rates } from '../reading-pace.ts'
import { inTime } from './in-time.ts'
import type { Link } from './link.ts'

/** What came in is reported this often (ms). */
const reportEvery = 250
/** At most so many accounts in one report, so that Redis serves others in between. */
const reportMax = 200
/** This part of its rates an account brings to a server without that being reported: people who type cost Redis nothing. */
const unreported = 1 / 16

/** Two buckets per account, as in `rate.ts`: fills them up, takes out what came in, answers how long (ms) until there is no debt. */
const report = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local waits = {}
for i, key in ipairs(KEYS) do
  local kept = redis.call('HMGET', key, 'messages', 'bytes', 'at')
  local seconds = math.max(0, now - (tonumber(kept[3]) or now)) / 1000
  local levels, longest, full = {}, 0, 0
  for n = 1, 2 do
    local perSecond, burst = tonumber(ARGV[2 * n - 1]), tonumber(ARGV[2 * n])
    local level = math.min(burst, (tonumber(kept[n]) or burst) + seconds * perSecond) - ARGV[2 + 2 * i + n]
    levels[n] = tostring(level)
    longest = math.max(longest, -level / perSecond)
    full = math.max(full, (burst - level) / perSecond)
  end
  redis.call('HSET', key, 'messages', levels[1], 'bytes', levels[2], 'at', now)
  redis.call('PEXPIRE', key, math.ceil(full * 1000) + 1000)
  waits[i] = math.ceil(longest * 1000)
end
return waits`

interface Account {
  readonly free: { messages: Bucket; bytes: Bucket }
  /** What came in and has not been reported. */
  messages: number
  bytes: number
  /** Nothing is read before this time (ms), because of what came in on other servers. */
  waitsUntil: number
}

/**
 * Each server knows the pace of what comes in over itself, and reports the larger amounts to a bucket that all share. No
 * message waits for Redis: what came in elsewhere counts from the next report on, and without Redis only what came in here.
 */
export class RedisPace implements Pace {
  private readonly link: Link
  private readonly rates: Rates
  private readonly free: Rates
  private readonly own: InProcessPace
  private readonly accounts = new Map<PersonId, Account>()
  private readonly reports: NodeJS.Timeout

  constructor(link: Link, rates: Rates) {
    this.link = link
    this.rates = rates
    this.free = { messages: part(rates.messages), bytes: part(rates.bytes) }
    this.own = new InProcessPace(rates)
    this.reports = setInterval(() => void this.report(), reportEvery).unref()
  }

  read(person: PersonId, size: number, now: number): number {
    const account = this.accounts.get(person) ?? this.enter(person, now)
    account.messages += this.over(account, 'messages', 1, now)
    account.bytes += this.over(account, 'bytes', size, now)
    const elsewhere = Math.ceil(account.waitsUntil - performance.now())
    return Math.max(this.own.read(person, size, now), elsewhere)
  }

  forget(person: PersonId): void {
    this.own.forget(person)
    this.accounts.delete(person)
  }

  close(): void {
    clearInterval(this.reports)
  }

  private enter(person: PersonId, now: number): Account {
    const free = { messages: fullBucket(this.free.messages, now), bytes: fullBucket(this.free.bytes, now) }
    const account: Account = { free, messages: 0, bytes: 0, waitsUntil: 0 }
    this.accounts.set(person, account)
    return account
  }

  /** How much of this has to be reported. */
  private over(account: Account, what: keyof Rates, amount: number, now: number): number {
    const after = take(account.free[what], this.free[what], amount, now)
    account.free[what] = { level: Math.max(0, after.level), at: after.at }
    return Math.max(0, -after.level)
  }

  private async report(): Promise<void> {
    const busy = [...this.accounts].filter(([, { messages, bytes }]) => messages > 0 || bytes > 0)
    for (let i = 0; i < busy.length; i += reportMax) await this.reportSome(busy.slice(i, i + reportMax))
  }

  private async reportSome(busy: readonly (readonly [PersonId, Account])[]): Promise<void> {
    const { client, names } = this.link
    const { messages, bytes } = this.rates
    const amounts = busy.flatMap(([, account]) => [account.messages, account.bytes])
    // Without Redis it is forgotten: the bucket of this server has it.
    for (const [, account] of busy) account.messages = account.bytes = 0
    if (!client) return
    try {
      const answer = client.eval(report, {
        keys: busy.map(([person]) => names.pace(person)),
        arguments: [messages.perSecond, messages.burst, bytes.perSecond, bytes.burst, ...amounts].map(String),
      })
      const waits = (await inTime(answer)) as unknown as number[]
      const now = performance.now()
      for (const [i, [, account]] of busy.entries()) account.waitsUntil = now + (waits[i] ?? 0)
    } catch {
      // The connection says itself that it is lost.
    }
  }
}

const part = ({ perSecond, burst }: Rate): Rate => ({ perSecond: perSecond * unreported, burst: burst * unreported })
