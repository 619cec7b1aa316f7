import { hall } from '../hall.ts'
import { voting } from '../voting.ts'

/** For an evening as it goes on: its clock, agenda, speakers and polls. */
export const live = { hall, voting }
