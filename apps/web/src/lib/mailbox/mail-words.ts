import { localPath } from '@witboek/contract'

interface MailPiece {
  readonly words: string
  /** Where it leads on this site; `null`: these are only words. */
  readonly path: string | null
}

/** The text of a mail, in which the addresses of this site can be followed. One of elsewhere stays words. */
export function mailPieces(text: string, site: string): readonly MailPiece[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])/)
    .map((words, i) => ({ words, path: i % 2 === 1 ? pathOnSite(words, site) : null }))
    .filter(({ words }) => words !== '')
}

function pathOnSite(address: string, site: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.origin === site ? localPath(url.pathname + url.search + url.hash) : null
}
