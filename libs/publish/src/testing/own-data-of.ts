import type { Instant, PersonId } from '@witboek/domain'
import type { OwnData } from '../own-data.ts'

const at = (day: number) => Date.UTC(2026, 2, day, 18, 14) as Instant

/** Somebody of whom everything is kept that can be. */
export const ownDataOfNoor: OwnData = {
  at: at(31),
  person: {
    id: 'person-12' as PersonId,
    publicName: 'Noor',
    realName: 'Noor de Vries',
    email: 'noor@voorbeeld.nl',
    language: 'nl',
    background: 'Zwemt elke <week> & fietst',
  },
  seats: [
    { role: 'expert', theme: 'Sport' },
    { role: 'councillor', theme: null },
  ],
  consents: [{ text: 'participation', version: 2, at: at(1) }],
  logins: [
    { startedAt: at(30), lastSeenAt: at(31), device: 'Firefox op Windows' },
    { startedAt: at(29), lastSeenAt: null, device: '' },
  ],
  passkeys: [
    { name: 'Mijn telefoon', createdAt: at(2), usedAt: at(30) },
    { name: 'Sleutelhanger', createdAt: at(3), usedAt: null },
  ],
  calendar: true,
  meetingMail: false,
  identities: [{ issuer: 'https://inloggen.voorbeeld.nl', subject: '17' }],
  invitations: [
    {
      role: 'expert',
      theme: 'Sport',
      name: 'N. de Vries',
      email: 'noor@voorbeeld.nl',
      letter: 'Doet u mee?\nTot dan!',
      sentAt: at(1),
      state: 'accepted',
    },
    { role: 'guest', theme: null, name: '', email: 'n@voorbeeld.nl', letter: '', sentAt: null, state: 'queued' },
  ],
  invitationsSent: 3,
  meetings: [{ title: 'Eerste avond', startsAt: at(4), askedAt: at(5), state: 'admitted', writes: true }],
  evenings: [
    {
      ...{ title: 'Eerste avond', startsAt: at(4), role: 'expert' },
      stays: [
        { cameAt: at(4), leftAt: at(5), mode: 'room' },
        { cameAt: at(6), leftAt: null, mode: 'remote' },
      ],
      speaking: [
        { askedAt: at(4), note: 'over het bad', seconds: 150 },
        { askedAt: at(4), note: '', seconds: 30 },
        { askedAt: at(5), note: '', seconds: null },
      ],
      questions: [
        { at: at(4), kind: 'question', text: 'Wat kost het bad?', state: 'answered', hidden: null },
        {
          ...{ at: at(4), kind: 'comment', text: 'Zonde van het bad', state: 'open' },
          hidden: {
            ...{ at: at(5), reason: 'Hoort hier niet' },
            appeal: { at: at(6), reason: 'Het gaat over geld' },
            verdict: { outcome: 'upheld', at: at(7), reason: 'De Chef heeft gelijk' },
          },
        },
      ],
      reports: [
        {
          ...{ at: at(4), about: 'person', who: null, reason: 'Valt mij in de rede' },
          verdict: { outcome: 'hidden', at: at(5), reason: 'Dat klopt' },
        },
        { at: at(5), about: 'described', who: 'De man met de rode trui', reason: 'Niet netjes', verdict: null },
      ],
    },
  ],
  notes: [{ title: 'Eerste avond', startsAt: at(4), text: 'Vraag Bram naar het bad' }],
  votes: [
    {
      ...{ title: 'Eerste avond', startsAt: at(4), question: 'Op welke dag dicht?', how: 'ballot', at: at(4) },
      choices: ['1. Maandag', '2. Zondag'],
    },
    { title: 'Eerste avond', startsAt: at(4), question: 'Wie is voor?', how: 'hand', at: null, choices: [] },
    { title: 'Eerste avond', startsAt: at(4), question: 'Wie spreekt voor ons?', how: 'secret', at: null, choices: [] },
  ],
  words: [
    {
      book: 'Groenboek Sport',
      section: 'Wie merkt er iets van?',
      blocks: [
        { kind: 'heading', level: 3, text: [{ text: 'Zwemmers' }] },
        {
          kind: 'paragraph',
          text: [{ text: 'Dicht op ' }, { text: 'maandag', bold: true, link: 'https://voorbeeld.nl' }],
        },
        { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', text: [{ text: 'scholen', italic: true }] }]] },
        {
          kind: 'table',
          rows: [[{ header: true, blocks: [{ kind: 'paragraph', text: [{ text: 'Bedrag' }] }] }]],
        },
      ],
    },
  ],
  setAside: [
    {
      book: 'Groenboek Sport',
      section: 'Kaders',
      at: at(30),
      why: 'section-locked',
      state: 'kept',
      blocks: [{ kind: 'paragraph', text: [{ text: 'te laat' }] }],
    },
  ],
  asChef: [
    { book: 'Groenboek Zorg', section: 'Kaders', at: at(6), kind: 'remark', text: 'Mooi <zo>' },
    { book: 'Groenboek Zorg', section: '', at: at(7), kind: 'reason', text: 'Eerst praten' },
  ],
  events: [{ at: at(31), type: 'parked:hand-over', subject: 'parked-3' }],
}

/** Somebody who was only ever named. */
export const ownDataOfNobody: OwnData = {
  at: at(31),
  person: {
    id: 'person-13' as PersonId,
    publicName: 'Bram',
    realName: null,
    email: null,
    language: 'en',
    background: '',
  },
  seats: [],
  consents: [],
  logins: [],
  passkeys: [],
  calendar: false,
  meetingMail: true,
  identities: [],
  invitations: [],
  invitationsSent: 0,
  meetings: [],
  evenings: [],
  notes: [],
  votes: [],
  words: [],
  setAside: [],
  asChef: [],
  events: [],
}
