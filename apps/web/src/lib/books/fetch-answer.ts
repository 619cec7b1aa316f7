/** What one of our own doors answers to this page; `null` when it does not, for whatever reason. */
export async function fetchAnswer<Value>(path: string): Promise<Value | null> {
  try {
    const response = await fetch(path)
    return response.ok ? ((await response.json()) as Value) : null
  } catch {
    return null
  }
}
