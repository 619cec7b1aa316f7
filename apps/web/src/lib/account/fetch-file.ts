import type { Problem } from '@witboek/contract'
import { failureOf, type CommandFailure } from '#lib/books/command-failure.ts'

/**
 * Fetches a file from one of our own doors and hands it to the browser to keep; answers why that did not go. `name`: of the file,
 * where the door gives none.
 */
export async function fetchFile(path: string, name?: string): Promise<CommandFailure | null> {
  try {
    const response = await fetch(path)
    if (!response.ok) {
      const isProblem = response.headers.get('content-type')?.includes('problem+json')
      return isProblem ? await failureOf((await response.json()) as Problem) : 'no-answer'
    }
    keep(await response.blob(), name ?? nameIn(response.headers.get('content-disposition')))
    return null
  } catch {
    return 'no-line'
  }
}

/** `attachment; filename=witboek-mijn-gegevens.odt`, in quotes or not. */
export const nameIn = (disposition: string | null): string =>
  /filename="?([\w.-]+)"?/.exec(disposition ?? '')?.[1] ?? 'witboek'

function keep(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // A browser takes it over a moment after the press.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
