// Counts the votes of a poll again that was taken out of Witboek as a .json file; see README.md beside it.
//   node recount.mjs <file> [<root that stands on the record>]
// Needs nothing but Node 18 or newer. Ends with code 1 when the file is not right.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [file, onRecord] = process.argv.slice(2)
if (!file) stop(['Name the file: node recount.mjs <file> [<root that stands on the record>]'])

try {
  recount(JSON.parse(readFileSync(file, 'utf8')))
} catch (error) {
  stop([`The file is not the proof of a poll: ${error.message}`])
}

function recount(audit) {
  const { definition, ballots, hands } = audit
  const { plan } = definition
  const ids = idsOf(plan)
  const secret = plan.visibility === 'secret'

  // Every vote as numbers under names, hands too; the tally is their sum.
  const votes = ballots.map(({ choices }) => numbersOf(plan.kind, ids, choices))
  for (const { counts } of hands)
    for (const [id, hands] of Object.entries(counts))
      for (let hand = 0; hand < hands; hand += 1) votes.push({ [`chose:${id}`]: 1 })
  const all = {}
  for (const vote of votes) for (const [name, number] of Object.entries(vote)) all[name] = (all[name] ?? 0) + number
  const sum = Object.fromEntries(Object.entries(all).filter(([, number]) => number !== 0))

  const voters = [...ballots.map(({ voter }) => voter), ...hands.flatMap((block) => block.voters ?? [])]
  const places = ballots.map((ballot) => ballot.voter ?? textOf(ballot))
  const root = rootOf([...ballots.map(({ voter, choices }) => textOf({ voter, choices })), ...hands.map(textOf)])
  const result = resultOf(plan, ids, sum, votes, audit.electorateSize)
  const faults = [
    [audit.poll === definition.poll, 'The definition is of another poll.'],
    [sha256(textOf(definition)) === audit.definitionHash, 'The question, the options or the settings were changed.'],
    [ballots.every(({ choices }) => isSound(plan, ids, choices)), 'A ballot does not go with the poll.'],
    [hands.every((block) => handsAddUp(plan, ids, block, secret)), 'The counted hands do not add up.'],
    [
      secret ? voters.every((id) => id === null) : voters.every((id) => typeof id === 'string'),
      'A voter is missing, or named in a secret poll.',
    ],
    [secret || new Set(voters).size === voters.length, 'Somebody voted twice.'],
    [places.every((place, i) => i === 0 || places[i - 1] <= place), 'The ballots are not in their order.'],
    [votes.length <= audit.electorateSize, 'There are more votes than people who may vote.'],
    [root === audit.ballotsRoot, 'A ballot was changed, added or left out: the root is another.'],
    [onRecord === undefined || onRecord === root, 'The root is not the one that stands on the record.'],
    [textOf(sum) === textOf(audit.counts), 'The votes do not add up to the counts.'],
    [textOf(result) === textOf(audit.result), 'The result does not follow from the votes.'],
    [audit.events.from <= audit.events.to, 'The range of events is not right.'],
  ].flatMap(([right, sentence]) => (right ? [] : [sentence]))

  process.stdout.write(tableOf(plan, ids, result))
  if (faults.length > 0) stop(faults)
  process.stdout.write(`Right: ${votes.length} votes in poll ${audit.poll}, root ${root}.\n`)
}

function idsOf({ kind, options }) {
  if (kind === 'temperature') return ['1', '2', '3', '4', '5']
  if (kind === 'consent') return ['agree', 'stand_aside', 'concern', 'block']
  if (kind === 'yes_no') return ['yes', 'no', 'abstain']
  return options.map(({ id }) => id)
}

function numbersOf(kind, ids, choices) {
  const numbers = {}
  for (const id of choices.options ?? choices.ranking ?? Object.keys(choices.dots ?? choices.scores ?? {}))
    numbers[`chose:${id}`] = 1
  if (choices.option ?? choices.answer) numbers[`chose:${choices.option ?? choices.answer}`] = 1
  for (const [id, number] of Object.entries(choices.dots ?? choices.scores ?? {})) {
    numbers[`sum:${id}`] = number
    numbers[`squares:${id}`] = number * number
  }
  for (const id of kind === 'rank' ? choices.ranking : []) {
    // What a ballot does not name stands behind all that it does.
    const behind = ids.filter((other) => other !== id && placeIn(choices.ranking, id) < placeIn(choices.ranking, other))
    numbers[`points:${id}`] = behind.length
    for (const other of behind) numbers[`beats:${id}>${other}`] = 1
  }
  return numbers
}

function placeIn(ranking, id) {
  const place = ranking.indexOf(id)
  return place === -1 ? Infinity : place
}

function isSound({ kind, dots: most }, ids, choices) {
  const names = { consent: 'answer,reason', multiple: 'options', target_mix: 'options', dots: 'dots', score: 'scores' }
  if (Object.keys(choices).sort().join() !== (names[kind] ?? (kind === 'rank' ? 'ranking' : 'option'))) return false
  const numbers = Object.values(choices.dots ?? choices.scores ?? {})
  const total = numbers.reduce((sum, number) => sum + number, 0)
  const least = kind === 'dots' ? 1 : 0
  const named = choices.options ?? choices.ranking ?? Object.keys(choices.dots ?? choices.scores ?? {})
  const all = [...named, ...[choices.option ?? choices.answer].filter((id) => id !== undefined)]
  return (
    all.every((id) => ids.includes(id)) &&
    new Set(all).size === all.length &&
    (all.length > 0 || kind === 'target_mix') &&
    (kind !== 'multiple' || most === null || all.length <= most) &&
    numbers.every(
      (number) => Number.isInteger(number) && number >= least && number <= (kind === 'score' ? 10 : most),
    ) &&
    (kind !== 'dots' || total <= most) &&
    (kind !== 'consent' || (choices.answer === 'block' ? Boolean(choices.reason) : true)) &&
    (kind !== 'consent' || ['block', 'concern'].includes(choices.answer) || choices.reason === null)
  )
}

function handsAddUp({ kind }, ids, { cast, voters, counts }, secret) {
  const numbers = Object.entries(counts)
  return (
    ['temperature', 'consent', 'yes_no', 'single'].includes(kind) &&
    (secret ? voters === null : voters.length === cast) &&
    numbers.every(([id, hands]) => ids.includes(id) && Number.isInteger(hands) && hands > 0) &&
    numbers.reduce((sum, [, hands]) => sum + hands, 0) === cast
  )
}

function resultOf(plan, ids, sum, votes, entitled) {
  const { kind, quorum } = plan
  const cast = votes.length
  const chose = (id) => sum[`chose:${id}`] ?? 0
  const value = (id) =>
    kind === 'dots' || kind === 'score'
      ? (sum[`sum:${id}`] ?? 0)
      : kind === 'rank'
        ? (sum[`points:${id}`] ?? 0)
        : chose(id)
  const beats = (one, other) => (sum[`beats:${one}>${other}`] ?? 0) > (sum[`beats:${other}>${one}`] ?? 0)
  const whole = kind === 'dots' ? ids.reduce((all, id) => all + value(id), 0) : cast
  const share = (id) => (whole === 0 ? 0 : Math.round((value(id) * 1000) / whole) / 10)
  const byValue = ids.map((id, place) => ({ id, place })).sort((a, b) => value(b.id) - value(a.id) || a.place - b.place)
  const order = byValue.map(({ id }) => id)
  const mix = kind === 'target_mix' ? mixOf(plan, order, chose) : null
  const quorumReached = quorum === null ? null : cast * 100 >= quorum * entitled
  const decided = decidedOf(plan, ids, value, cast, mix)
  const noQuorum = quorumReached === false && decided.verdict !== 'none'
  const degrees = votes.flatMap((vote) => (kind === 'temperature' ? [Number(Object.keys(vote)[0].split(':')[1])] : []))
  const squares = degrees.reduce((all, degree) => all + degree * degree, 0)
  const warmth = degrees.reduce((all, degree) => all + degree, 0)
  return {
    cast,
    entitled,
    options: ids.map((id) => {
      const scored = kind === 'score' && chose(id) > 0
      return {
        option: id,
        count: value(id),
        named: chose(id),
        share: kind === 'score' || kind === 'rank' ? null : share(id),
        average: scored ? hundredths(value(id) / chose(id)) : null,
        spread: scored ? spreadOf(chose(id), value(id), sum[`squares:${id}`] ?? 0) : null,
      }
    }),
    quorumReached,
    thresholdReached: decided.thresholdReached,
    verdict: noQuorum ? 'no_quorum' : decided.verdict,
    winners: noQuorum ? [] : decided.winners,
    unanimous: new Set(votes.map(textOf)).size === 1,
    temperature:
      degrees.length > 0 ? { average: hundredths(warmth / cast), spread: spreadOf(cast, warmth, squares) } : null,
    ranking:
      kind === 'rank'
        ? { order, condorcet: ids.find((one) => ids.every((other) => one === other || beats(one, other))) ?? null }
        : null,
    mix,
  }
}

function decidedOf({ kind, threshold }, ids, value, cast, mix) {
  const none = { verdict: 'none', winners: [], thresholdReached: threshold === null ? null : false }
  if (cast === 0 || kind === 'temperature') return none
  if (kind === 'consent') return { ...none, verdict: value('block') > 0 ? 'no_consent' : 'consent' }
  if (mix) {
    if (mix.taken.length === 0) return none
    if (!mix.met) return { ...none, verdict: 'below_target' }
    const level = ids.filter((id) => value(id) === value(mix.taken[mix.taken.length - 1]))
    const clear = level.every((id) => mix.taken.includes(id))
    return clear ? { ...none, verdict: 'chosen', winners: mix.taken } : { ...none, verdict: 'tie', winners: level }
  }
  // Who abstains counts for the quorum, and neither for yes nor for no.
  const running = ids.filter((id) => kind !== 'yes_no' || id !== 'abstain')
  const whole = kind === 'yes_no' ? value('yes') + value('no') : cast
  const most = Math.max(...running.map(value))
  const top = most > 0 ? running.filter((id) => value(id) === most) : []
  const reaching = running.filter((id) => value(id) > 0 && value(id) * 100 >= threshold * whole)
  if (top.length === 0) return none
  if (threshold !== null && kind === 'multiple' && reaching.length > 0)
    return { verdict: 'chosen', winners: reaching, thresholdReached: true }
  if (top.length > 1) return { ...none, verdict: 'tie', winners: top }
  if (threshold === null || (kind === 'yes_no' && top[0] === 'no')) return { ...none, verdict: 'chosen', winners: top }
  if (reaching.includes(top[0])) return { verdict: 'chosen', winners: top, thresholdReached: true }
  return { ...none, verdict: 'below_threshold' }
}

function mixOf({ options, target }, order, chose) {
  const taken = []
  let reached = 0
  for (const id of order.filter((each) => chose(each) > 0)) {
    if (reached >= target) break
    taken.push(id)
    reached += options.find((option) => option.id === id).amount
  }
  return { taken, reached, met: reached >= target }
}

function tableOf({ question, options }, ids, result) {
  const labels = ids.map((id) => options.find((option) => option.id === id)?.label ?? id)
  const width = Math.max(...labels.map((label) => label.length))
  const rows = result.options.map(({ count, share }, i) => {
    const percent = share === null ? '' : `${share.toFixed(1).padStart(7)} %`
    return `  ${labels[i].padEnd(width)} ${String(count).padStart(6)}${percent}\n`
  })
  const winners = result.winners.map((id) => labels[ids.indexOf(id)])
  const verdict = [result.verdict, ...(winners.length > 0 ? [winners.join(', ')] : [])].join(': ')
  return `${question}\n${rows.join('')}${result.cast} of ${result.entitled} voted; ${verdict}\n`
}

/** SHA-256 of each line, then of each two neighbours, until one is left. */
function rootOf(lines) {
  let level = lines.map((line) => sha256(`leaf ${line}`))
  while (level.length > 1) {
    const above = []
    for (let i = 0; i < level.length; i += 2)
      above.push(i + 1 < level.length ? sha256(`node ${level[i]} ${level[i + 1]}`) : level[i])
    level = above
  }
  return level[0] ?? sha256('')
}

/** JSON without spaces, its names in the order of their UTF-16 codes. */
function textOf(value) {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${textOf(value[name])}`).join()}}`
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex')
}

function hundredths(value) {
  return Math.round(value * 100) / 100
}

function spreadOf(number, sum, squares) {
  return hundredths(Math.sqrt(Math.max(0, number * squares - sum * sum)) / number)
}

function stop(sentences) {
  for (const sentence of sentences) process.stderr.write(`NOT RIGHT: ${sentence}\n`)
  process.exit(1)
}
