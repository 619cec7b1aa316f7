/** The environment variable that tells a server's reporter where profiles go. Looking on costs the server a few percent. */
export const profilesInto = 'LOAD_PROFILES'
