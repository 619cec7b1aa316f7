import { problems } from '../problems.ts'

/** Why the server said no. */
export const texts = { problems }
