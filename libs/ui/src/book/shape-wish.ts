/** What a Chef can ask for in the menu of a section. */
export type ShapeWish = 'rename' | 'moveUp' | 'moveDown' | 'add' | 'remove'
