import { theme } from '../theme.ts'

/** For a theme and its money. */
export const texts = { theme }
