/** How the saved indicator looks (`sign`) and what it says. */
export interface SavedSign {
  readonly sign: 'connecting' | 'live' | 'saving' | 'saved' | 'lost' | 'refused'
  readonly words: string
}
