import * as theHouse from './0001-the-house.ts'

/** Forward only, in this order, each once. A migration that has been released is never changed. */
export const migrations = { '0001-the-house': theHouse } as const
