/** An id as people can compare it. Its end: the ids of one evening begin alike. */
export const shortId = (id: string): string => (id.length > 12 ? `…${id.slice(-8)}` : id)
