import type { companion as nl } from '../nl/companion.ts'

export const companion: typeof nl = {
  toDesk: 'To the desk',
  toDeskText: 'You lead this meeting. All you need for that is on one page.',
  way: 'Meetings',
  noLine: 'No connection. What you see here may be old. We keep trying.',
  busy: 'One moment…',

  before: {
    planned: 'This meeting is not open yet. This page moves along by itself when it begins.',
    calendar: 'Put it in your calendar',
    cancelled: 'This meeting will not take place.',
    because: (reason) => `Reason: ${reason}`,
  },
  over: {
    title: 'Thank you for taking part',
    text: 'This meeting is over. The minutes come as soon as they are ready.',
    minutes: 'Read the minutes',
  },
  paused: 'There is a break now.',
  pausedText: 'You can still raise your hand and ask questions.',

  news: {
    title: 'New for you',
    word: 'You have the floor.',
    poll: (question) => `A poll is open: ${question}`,
    announcement: (text) => `Announcement: ${text}`,
    show: 'Go there',
    dismiss: 'Close this message',
  },

  here: {
    title: 'I am here',
    text: 'Check in first. Then you can speak and vote.',
    readsAlong: 'You read along with this evening. Whoever belongs to it checks in and takes part.',
    away: 'Your connection was gone for a while. Check in again.',
    left: 'You have left. Are you back? Then check in again.',
    room: 'I am in the hall',
    remote: 'I take part from home',
    code: 'The hall code on the big screen',
    codeHint: 'Four letters. The code keeps changing.',
    confirm: 'Check me in',
    inRoom: 'You are here: in the hall',
    atHome: 'You are here: at home',
    toHome: 'I am at home now',
    toRoom: 'I am in the hall now',
    count: (room, remote) => `${room} in the hall, ${remote} at home`,
    leave: 'I am leaving',
    leaveTitle: 'Are you leaving?',
    leaveText: 'Your hand goes down. You can come back later.',
    stay: 'I stay',
  },

  now: {
    title: 'Now',
    none: 'No item is being discussed now.',
    minutesLeft: (minutes) => (minutes === 1 ? '1 minute left' : `${minutes} minutes left`),
    over: (minutes) => (minutes === 1 ? '1 minute over time' : `${minutes} minutes over time`),
    sections: 'This is what it is about in the book',
    section: (nth) => `Read the section (${nth})`,
    oneSection: 'Read the section',
    agenda: 'The whole agenda',
    speaking: 'Speaking',
  },

  announcements: 'Announcements',

  earlierPolls: 'Earlier polls',
  report: {
    title: 'Something goes wrong',
    own: 'What you reported',
    text: 'Report it. Only the Chef reads it. Is it about a Chef? Then only those who lead the dialogue read it.',
    textTogether: 'Report it. Only those who lead the dialogue read it.',
  },

  links: {
    title: 'The book',
    book: 'Open the green book',
    follow: 'Read along with the Chef',
    followText: 'The page then goes along to the section where the Chef is.',
    screen: 'Show the big screen',
    checkPolls: 'Check the polls',
  },
}
