import type { Texts } from '../nl.ts'

export const remarks: Texts['remarks'] = {
  label: 'Remarks of the Chef',
  by: (chef) => `Remark by ${chef}, Chef`,
  someChef: 'Remark by the Chef',
  remove: 'Take away',
  removeOf: (words) => `Take away: ${words}`,
  removeTitle: 'Take this remark away?',
  removeText: 'The remark then goes away for everyone. The record of the book keeps that it was there.',
  removeConfirm: 'Take the remark away',
  place: 'Add a remark…',
  placeTitle: (heading) => `A remark on '${heading}'`,
  placeText: 'You do not write in the text of the experts. The remark stands above it, with your name.',
  textLabel: 'Your remark',
  textHint: (max) => `Everyone who reads the book sees this remark. At most ${max} characters.`,
  textMissing: 'Write your remark first.',
  placeConfirm: 'Add the remark',
  busy: 'One moment…',
  saidPlaced: (place) => `The Chef placed a remark on section ${place}.`,
  saidRemoved: (place) => `A remark on section ${place} was taken away.`,

  switchTitle: 'Remarks of the Chefs',
  switchOff:
    'Chefs do not write along. They guard the process. You can allow them to place remarks on a section: above the text, with their name.',
  switchOn: 'Chefs may place remarks on a section: above the text, with their name.',
  allow: 'Allow remarks',
  forbid: 'Stop allowing remarks',
  saidAllowed: 'Chefs can place remarks now.',
  saidForbidden: 'Chefs can place no more remarks. What is there stays.',
}
