/** A code as it is read aloud and typed over: three letters, and three. */
export const inGroups = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ')
