import { reached, type Phase } from '@witboek/domain'

/** The steps of a dialogue that people name aloud, each by the phase in which it starts. */
export const roadStops = ['framed', 'green', 'green_review', 'white', 'council'] as const satisfies readonly Phase[]
type RoadStop = (typeof roadStops)[number]

/** The step a phase belongs to: before the first one starts it is the first all the same. */
export const stopOf = (phase: Phase): RoadStop => roadStops.findLast((stop) => reached(phase, stop)) ?? roadStops[0]
