/** Where to go next, only ever on this site: an address of elsewhere becomes the home page. */
export function localPath(wish: unknown): string {
  if (typeof wish !== 'string' || !wish.startsWith('/') || wish.startsWith('//') || wish.includes('\\')) return '/'
  const url = URL.parse(wish, 'http://local')
  // "/.//elsewhere" is local until its dots are gone, and then the address of a host.
  const isLocal = url?.origin === 'http://local' && !url.pathname.startsWith('//')
  return isLocal ? url.pathname + url.search + url.hash : '/'
}
