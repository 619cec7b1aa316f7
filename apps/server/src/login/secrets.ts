import { createHash, randomBytes } from 'node:crypto'

/** A secret for one browser or one letter: 256 random bits, in base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. It has enough chance in it that nobody can try them all, so it needs no salt. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')
