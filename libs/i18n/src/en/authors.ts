import type { authors as nl } from '../nl/authors.ts'

export const authors: typeof nl = {
  toggle: 'Who wrote this?',
  explained: 'Each writer has a colour, a line and letters. So you can tell who wrote what without colour too.',
  writtenBy: 'Written by',
  nobody: 'Nobody has written here yet.',
  failed: 'Who wrote what cannot be fetched now.',
}
