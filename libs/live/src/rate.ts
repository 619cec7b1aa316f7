/** How much may come in: on the average, and at once after a quiet time. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** A token bucket: what it held at a certain time (ms). Below zero is a debt, to be waited off. */
export interface Bucket {
  readonly level: number
  readonly at: number
}

export const fullBucket = ({ burst }: Rate, now: number): Bucket => ({ level: burst, at: now })

/** The bucket after so much was taken out. It may go into debt: what has come in is never thrown away. */
export function take(bucket: Bucket, { perSecond, burst }: Rate, amount: number, now: number): Bucket {
  // A clock that is set back makes nobody poorer.
  const grown = (Math.max(0, now - bucket.at) / 1000) * perSecond
  return { level: Math.min(burst, bucket.level + grown) - amount, at: now }
}

/** How long (ms) until a bucket that was just taken from is out of debt. */
export const wait = ({ level }: Bucket, { perSecond }: Rate): number =>
  level >= 0 ? 0 : Math.ceil((-level / perSecond) * 1000)
