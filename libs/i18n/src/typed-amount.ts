/**
 * What somebody typed as an amount in euros, in whole cents: "1.150.000,50", "€ 12 500", "12,5" and "12,500.50" alike; `null`:
 * it is none. Three digits after a point or a comma are thousands, because nobody means tenths of a cent.
 */
export function centsIn(typed: string): number | null {
  const bare = typed
    .trim()
    .replace(/^(€|EUR)/i, '')
    .replace(/[.,]-{1,2}$/, '')
    .replaceAll(/[\s'’]/gu, '')
  const whole = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(bare)
  const grouped =
    /^(\d{1,3}(?:\.\d{3}){1,3})(?:,(\d{1,2}))?$/.exec(bare) ?? /^(\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/.exec(bare)
  const [, euros, cents = ''] = whole ?? grouped ?? []
  return euros === undefined ? null : Number(euros.replaceAll(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'))
}

/** An amount as one types it: "12500", "12500,50". `centsIn` reads it. */
export function amountTyped(cents: number): string {
  const rest = cents % 100
  return rest === 0 ? String(cents / 100) : `${Math.trunc(cents / 100)},${String(rest).padStart(2, '0')}`
}
