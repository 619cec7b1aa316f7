import * as theHouse from './0001-the-house.ts'
import * as authorsAndParked from './0002-authors-and-parked.ts'
import * as editorialRemarks from './0003-editorial-remarks.ts'
import * as authorsByEntry from './0004-authors-by-entry.ts'

/** Forward only, in this order, each once. A migration that has been released is never changed. */
export const migrations = {
  '0001-the-house': theHouse,
  '0002-authors-and-parked': authorsAndParked,
  '0003-editorial-remarks': editorialRemarks,
  '0004-authors-by-entry': authorsByEntry,
} as const
