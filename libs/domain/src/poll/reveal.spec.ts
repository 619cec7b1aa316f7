import { describe, expect, it } from 'vitest'
import { pollStates, type Poll } from './poll.ts'
import { pollReveals, pollVisibilities } from './poll-plan.ts'
import { namesShown, revealed } from './reveal.ts'
import { drafted, minutes, onePoll } from './testing/a-poll.ts'

const poll = (more: Partial<Poll>): Poll => ({ ...onePoll(drafted()), closesAt: minutes(10), ...more })

describe('[POLL-10] when numbers are seen', () => {
  const seen = pollVisibilities.flatMap((visibility) =>
    pollReveals.flatMap((reveal) =>
      pollStates
        .filter((state) => revealed(poll({ visibility, reveal, state }), minutes(5)))
        .map((state) => `${visibility} ${reveal} ${state}`),
    ),
  )

  it('is what the poll says, and never for a draft, a void poll, or a secret one that was not published', () => {
    expect(seen).toEqual([
      'named live open',
      'named live closed',
      'named live published',
      'named on_close closed',
      'named on_close published',
      'named on_publish published',
      'open live open',
      'open live closed',
      'open live published',
      'open on_close closed',
      'open on_close published',
      'open on_publish published',
      'secret live published',
      'secret on_close published',
      'secret on_publish published',
    ])
  })

  it('is when the time is over, though nobody has closed it yet', () => {
    const timed = poll({ state: 'open', reveal: 'on_close' })
    expect([minutes(9), minutes(10)].map((now) => revealed(timed, now))).toEqual([false, true])
    expect(revealed(poll({ state: 'open', reveal: 'on_close', closesAt: null }), minutes(99))).toBe(false)
  })

  it('is with names only in a named poll', () => {
    const shown = pollVisibilities.filter((visibility) =>
      namesShown(poll({ visibility, state: 'published' }), minutes(5)),
    )
    expect(shown).toEqual(['named'])
    expect(namesShown(poll({ visibility: 'named', state: 'open' }), minutes(5))).toBe(false)
  })
})
