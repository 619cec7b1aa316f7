import { screen } from '../screen.ts'

/** For the big screen. */
export const texts = { screen }
