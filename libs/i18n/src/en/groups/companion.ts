import { companion } from '../companion.ts'
import { video } from '../video.ts'

/** For an evening on one's own phone. */
export const texts = { companion, video }
