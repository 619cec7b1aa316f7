import { access } from '../access.ts'
import { accessibility } from '../accessibility.ts'
import { consent } from '../consent.ts'
import { home } from '../home.ts'
import { remarks } from '../remarks.ts'
import { seats } from '../seats.ts'
import { setUp } from '../set-up.ts'
import { signIn } from '../sign-in.ts'

/** For the doors of the house: what it is about, its themes, coming in, and what is done there. */
export const front = { access, accessibility, consent, home, remarks, seats, setUp, signIn }
