import { hall } from '../hall.ts'

/** For an evening as it goes on: its clock, agenda and speakers. */
export const texts = { hall }
