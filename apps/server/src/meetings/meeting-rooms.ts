import type { MeetingId } from '@witboek/domain'

/** The names of everyone who watches a meeting, of the one who leads it, and of the lead. */
export const hallRoom = (meeting: MeetingId): string => `hall:${meeting}`
export const deskRoom = (meeting: MeetingId): string => `desk:${meeting}`
export const settleRoom = (meeting: MeetingId): string => `settle:${meeting}`
