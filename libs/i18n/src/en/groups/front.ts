import { access } from '../access.ts'
import { home } from '../home.ts'
import { remarks } from '../remarks.ts'
import { setUp } from '../set-up.ts'

/** For what the house is about, its themes, and what is done there. */
export const texts = { access, home, remarks, setUp }
