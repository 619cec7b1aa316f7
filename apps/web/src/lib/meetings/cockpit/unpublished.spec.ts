import { pollStates } from '@witboek/domain'
import { expect, it } from 'vitest'
import { isUnpublished } from './unpublished.ts'

it('[MINUTES-2] waits to be published: a poll that is closed, and one that closes with the meeting', () => {
  const waiting = pollStates.filter((state) => state !== 'draft').filter((state) => isUnpublished({ state }))
  expect(waiting).toEqual(['open', 'closed'])
})
