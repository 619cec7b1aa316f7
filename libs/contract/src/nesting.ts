/** Does a value that came in as JSON go no deeper than this? Asked without recursion: it may go as deep as a message is long. */
export function nestedAtMost(value: unknown, max: number): boolean {
  const waiting: [value: unknown, depth: number][] = [[value, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [inner, depth] = next
    if (typeof inner !== 'object' || inner === null) continue
    if (depth >= max) return false
    for (const part of Object.values(inner)) waiting.push([part, depth + 1])
  }
  return true
}
