import { problems } from '../problems.ts'

/** Why the server said no. */
export const forProblems = { problems }
