/** Whole euro cents. Only `libs/i18n` turns it into text. */
export type Cents = number & { readonly __kind: 'cents' }

/** Whole euros, as budgets state them, in cents. Throws on a fraction: a budget with half cents is a fault in the import. */
export function euros(amount: number): Cents {
  const value = Math.round(amount * 100)
  if (!Number.isSafeInteger(value) || Math.abs(value / 100 - amount) > 1e-9)
    throw new RangeError(`not an amount in whole cents: ${amount}`)
  return value as Cents
}

export const sumOf = (amounts: Iterable<Cents>): Cents => {
  let total = 0
  for (const amount of amounts) total += amount
  return total as Cents
}

/** `percentage` of an amount, rounded half away from zero to a whole cent, once, at the end. */
export function shareOf(amount: Cents, percentage: number): Cents {
  // Fifteen digits: else 72.21 % of an amount can end just under the half cent that it is.
  const exact = Number(((amount * percentage) / 100).toPrecision(15))
  return (Math.sign(exact) * Math.round(Math.abs(exact))) as Cents
}
