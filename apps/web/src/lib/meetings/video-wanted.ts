/** Whether somebody wants to see the video of this host in a frame: known in this tab, and gone with it. */
const keyOf = (host: string): string => `witboek:video:${host}`

export function isWanted(host: string): boolean {
  try {
    return sessionStorage.getItem(keyOf(host)) === 'yes'
  } catch {
    return false
  }
}

/** Where nothing can be kept, one is asked again on the next page. */
export function rememberWanted(host: string, wanted: boolean): void {
  try {
    if (wanted) sessionStorage.setItem(keyOf(host), 'yes')
    else sessionStorage.removeItem(keyOf(host))
  } catch {
    return
  }
}
