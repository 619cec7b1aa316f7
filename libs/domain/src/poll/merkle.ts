import type { HashOf } from '../event-chain.ts'

/**
 * One hash for a list of lines (Merkle root): the hash of each line, then of each two neighbours together, until one is
 * left. The last of an odd number goes up as it is. The words in front keep a line from passing for two hashes.
 *
 *     leaf = SHA-256("leaf " + line)      node = SHA-256("node " + left + " " + right)      of nothing: SHA-256("")
 */
export function merkleRoot(lines: readonly string[], hashOf: HashOf): string {
  let level = lines.map((line) => hashOf(`leaf ${line}`))
  while (level.length > 1)
    level = level.flatMap((left, i) => {
      if (i % 2 === 1) return []
      const right = level[i + 1]
      return [right === undefined ? left : hashOf(`node ${left} ${right}`)]
    })
  return level[0] ?? hashOf('')
}
