/** Takes a seat of the example as a browser does, and answers the cookie. */
export async function takeSeat(address: string, person: string): Promise<string> {
  const response = await fetch(`${address}/login/example`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: address },
    body: new URLSearchParams({ person, next: '/' }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (response.status !== 303 || !cookie) throw new Error(`no seat for ${person}: ${response.status}`)
  return cookie
}
