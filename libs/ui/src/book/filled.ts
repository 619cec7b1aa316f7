/** From this percentage on the people who write there are told how full a section is. */
export const filledNoteFrom = 80
/** From here on it is urgent: soon edits are refused. */
export const filledUrgentFrom = 90
