/** What the commands say to the person at the keyboard: one line per step, with the time it took. */

/** Ends the command with one clear sentence. */
export function stopWith(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

/** A long step shows that it is alive: its name at once, dots while it runs when people watch, and how long it took. */
export async function step(name, work) {
  const startedAt = Date.now()
  process.stdout.write(`${name} …`)
  const dots = process.stdout.isTTY ? setInterval(() => process.stdout.write('.'), 3000) : null
  try {
    const result = await work()
    process.stdout.write(` ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`)
    return result
  } catch (cause) {
    process.stdout.write(' failed\n')
    throw cause
  } finally {
    if (dots) clearInterval(dots)
  }
}
