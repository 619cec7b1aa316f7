import { minutes } from '../minutes.ts'
import { pollProof } from '../poll-proof.ts'

/** For the minutes of an evening. */
export const texts = { minutes, pollProof }
