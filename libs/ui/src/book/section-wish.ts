/** What a Chef can ask for in the menu of a section. */
export type SectionWish = 'lock' | 'unlock' | 'focus' | 'rename' | 'moveUp' | 'moveDown' | 'add' | 'remark' | 'remove'
