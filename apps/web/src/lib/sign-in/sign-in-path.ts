/** The page for signing in, and where to go after it; from one of its own pages, home. */
export const signInPath = (here: string): string =>
  here === '/' || here.startsWith('/aanmelden') ? '/aanmelden' : `/aanmelden?naar=${encodeURIComponent(here)}`

/** The page for taking a seat of the example, in the same way. A link from a mail is nowhere to come back to. */
export const seatsPath = (here: string): string => {
  if (here.startsWith('/plaats')) return here
  return here.startsWith('/aanmelden') ? '/plaats' : `/plaats?naar=${encodeURIComponent(here)}`
}
