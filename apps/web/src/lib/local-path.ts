/** Where to go next, only ever on this site: an address of elsewhere becomes the home page. */
export function localPath(wish: unknown): string {
  if (typeof wish !== 'string' || !wish.startsWith('/') || wish.startsWith('//') || wish.includes('\\')) return '/'
  const url = new URL(wish, 'http://local')
  return url.origin === 'http://local' ? url.pathname + url.search + url.hash : '/'
}
