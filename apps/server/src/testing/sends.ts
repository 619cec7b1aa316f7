/** One command over HTTP, as a page of this server sends it; `cookie`: whose. */
export async function sends(
  address: string,
  path: string,
  body: unknown,
  { cookie = '', origin = address, userAgent = '' } = {},
) {
  const response = await fetch(address + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/json',
      Origin: origin,
      ...(cookie && { cookie }),
      ...(userAgent && { 'User-Agent': userAgent }),
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? null : JSON.parse(text)) as unknown,
    /** The cookie of a login that this began; empty when it began none. */
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
  }
}
