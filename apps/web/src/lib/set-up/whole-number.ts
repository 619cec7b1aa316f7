/** A whole number as it was typed, within these bounds; `null` when it is none. */
export function wholeNumber(typed: string | number, min: number, max: number): number | null {
  const text = String(typed).trim()
  const number = /^\d+$/.test(text) ? Number(text) : NaN
  return number >= min && number <= max ? number : null
}
