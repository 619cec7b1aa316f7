/**
 * A running tally is two hashes: the sums (`s:<name>`), and of each voter `<version> <slots as JSON>`. Both carry the same
 * `birth`, a word by chance: when Redis has dropped one of them, or they are not of the same time, both go. `complete` stands
 * in the first one.
 */
const bothOrNeither = `
local birth = redis.call('HGET', KEYS[1], 'birth')
if birth ~= redis.call('HGET', KEYS[2], 'birth') then
  redis.call('UNLINK', KEYS[1], KEYS[2])
  birth = false
end
`

const born = `
${bothOrNeither}
if not birth then
  birth = ARGV[1]
  redis.call('HSET', KEYS[1], 'birth', birth)
  redis.call('HSET', KEYS[2], 'birth', birth)
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
`

export const tallyScripts = {
  /** Answers the birth: the one there is, or now the one that is offered. */
  begin: `${born} return birth`,
  /** Takes ballots in threes: voter, version, slots as JSON. */
  add: `
${born}
local function move(slots, by)
  for name, number in pairs(cjson.decode(slots)) do
    local field = 's:' .. name
    local sum = redis.call('HINCRBY', KEYS[1], field, string.format('%d', by * number))
    if sum == 0 then redis.call('HDEL', KEYS[1], field) end
  end
end
for i = 3, #ARGV, 3 do
  local field, version, slots = 'v:' .. ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local before = redis.call('HGET', KEYS[2], field)
  local known, old = string.match(before or '0 {}', '^(%d+) (.*)$')
  if tonumber(known) < tonumber(version) then
    move(old, -1)
    move(slots, 1)
    redis.call('HSET', KEYS[2], field, version .. ' ' .. slots)
  end
end`,
  /** Answers 1, and marks it complete, when it still is the one of this birth. */
  complete: `
${bothOrNeither}
if birth ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'complete', '1')
return 1`,
  /** Answers how many voters there are and the fields of the first hash, one after the other; nothing when it is not complete. */
  read: `
${bothOrNeither}
if not birth or not redis.call('HGET', KEYS[1], 'complete') then return false end
return { redis.call('HLEN', KEYS[2]) - 1, redis.call('HGETALL', KEYS[1]) }`,
  forget: `redis.call('UNLINK', KEYS[1], KEYS[2])`,
} as const
