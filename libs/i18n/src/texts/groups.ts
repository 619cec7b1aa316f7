/** Texts that are fetched together, beside those that every page may say (`nl/groups`, `en/groups`). */
export const textGroups = [
  'problems',
  'front',
  'coming-in',
  'consent',
  'theme',
  'writing',
  'evening',
  'joining',
  'live',
  'voting',
  'taking-part',
  'companion',
  'screen',
  'minutes',
  'settling',
  'leading',
  'desk',
] as const
export type TextGroup = (typeof textGroups)[number]
