import type { HandleClientError } from '@sveltejs/kit/hooks'

/** A part of a page that does not arrive on the way is a line that is away, not a fault of ours. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind !== 'unknown') return
  const away = !navigator.onLine || (error instanceof TypeError && /fetch|import|load/i.test(error.message))
  return away
    ? { status: 503, message: 'The server could not be reached', code: 'unreachable' }
    : { message: 'Something went wrong on this page', code: 'surprise' }
}
