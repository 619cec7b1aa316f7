/** Two letters that stand for a name on a small chip: "Anna de Vries" → "AV". Small words in between do not count. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => word !== '')
  const capitals = words.filter((word) => word[0] === word[0]?.toUpperCase())
  const [first, last] = [capitals[0] ?? words[0], capitals.length > 1 ? capitals.at(-1) : undefined]
  return `${letter(first)}${letter(last)}` || '?'
}

const letter = (word: string | undefined): string =>
  word ? String.fromCodePoint(word.codePointAt(0) ?? 63).toUpperCase() : ''
