/** Marks between people or cells, by what wins when a line has several of them. */
const marks = ['\t', ';', ','] as const

/** A line as people write one: cut at tabs, or else at semicolons, or else at commas; never within quotes or `<…>`. */
export function cellsOf(line: string): readonly string[] {
  const mark = marks.find((each) => cutAt(line, each).length > 1)
  const cells = mark ? cutAt(line, mark) : [line]
  return cells.flatMap(severalIn).map(unquoted).filter(Boolean)
}

/** "a@x.nl, b@x.nl" between semicolons, and "a@x.nl b@x.nl" with nothing but a space. */
function severalIn(cell: string): readonly string[] {
  if ((cell.match(/@/g) ?? []).length < 2) return [cell]
  const parts = cutAt(cell, ',')
  if (parts.length > 1) return parts
  return /[<"]/.test(cell) ? cell.split(/(?<=>)/) : cell.trim().split(/\s+/)
}

function cutAt(text: string, mark: string): readonly string[] {
  const cells: string[] = []
  // A quote or a bracket that nobody closes is only a character: `5" pijp`.
  const [lastQuote, lastBracket] = [text.lastIndexOf('"'), text.lastIndexOf('>')]
  let [from, quoted, bracketed] = [0, false, false]
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '"' && (quoted || i < lastQuote)) quoted = !quoted
    else if (quoted) continue
    else if (character === '<' && i < lastBracket) bracketed = true
    else if (character === '>') bracketed = false
    else if (character === mark && !bracketed) {
      cells.push(text.slice(from, i))
      from = i + 1
    }
  }
  return [...cells, text.slice(from)]
}

const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"([^]*)"$/, (_, inner: string) => inner.replaceAll('""', '"'))
    .trim()
