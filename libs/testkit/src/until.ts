/** Waits for something to become true, looking again at short intervals; says what did not happen when it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  const deadline = Date.now() + ms
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`did not happen within ${ms} ms: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
