/** What is told of a span when it ends: few words and numbers; never a name, a text, an address or a cookie. */
type Told = Readonly<Record<string, string | number | undefined>>

/** How it went: `failed` is what somebody should look at. */
export type EndSpan = (told?: Told, failed?: boolean) => void

/** Where time goes, one request, command or commit at a time. */
export interface Traces {
  begin(name: string, what: 'asked' | 'inside'): EndSpan
  /** What was told reaches whoever collects it, when that is quick. */
  close(): Promise<void>
}
