import { accessibility } from '../accessibility.ts'
import { seats } from '../seats.ts'
import { signIn } from '../sign-in.ts'

/** For the doors of the house. */
export const texts = { accessibility, seats, signIn }
