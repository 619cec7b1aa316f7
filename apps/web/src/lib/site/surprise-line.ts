/** A place in a part of ours, as every browser writes it in a stack. */
const ourPart = /\/_app\/(immutable\/\S+?:\d+:\d+)/

/**
 * What the console of the browser says of something nobody expected, for whoever is asked to read it aloud: what went wrong, on
 * which kind of page and in which part of ours. Not on what: an address may hold the key of a letter, and a message may quote
 * what somebody typed.
 */
export function surpriseLine(error: unknown, route: string | null): string {
  const place = error instanceof Error ? ourPart.exec(error.stack ?? '')?.[1] : undefined
  return `Witboek: something went wrong on ${route ?? 'a page'}: ${toldOf(error)}${place ? ` (${place})` : ''}`
}

function toldOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const said = error.message
    .replace(/".*"/s, '"…"')
    .replace(/\S+@\S+/g, '[address]')
    .replace(/\s*\n\s*/g, ' ')
  return `${error.name}: ${said}`
}
