import type { meetingMail as nl } from '../nl/meeting-mail.ts'

export const meetingMail: typeof nl = {
  greeting: (name) => (name ? `Dear ${name},` : 'Hello,'),
  when: (start, end) => `${start} to ${end}`,
  placeUnknown: 'you will hear later where',
  moment: (when, place) => `${when}, ${place}`,
  fromHome: (address) => `You can also join from home: ${address}`,
  stop: (address) => `Do you want no more mail about meetings? Switch it off at ${address}.`,
  button: 'See the meetings',
  why: (theme) =>
    theme ? `you belong to the theme group ${theme}` : 'you belong to a theme group or lead the dialogue',

  announced: {
    subject: (title, day) => `Meeting: ${title}, ${day}`,
    text: (title, theme) => (theme ? `The theme group ${theme} meets: ${title}.` : `All theme groups meet: ${title}.`),
    is: (moment) => `When and where: ${moment}.`,
    calendar: 'The entry for your calendar is attached.',
  },
  moved: {
    subject: (title, day) => `Changed: ${title}, ${day}`,
    text: (title, theme) =>
      theme
        ? `A meeting of the theme group ${theme} is at another time or place: ${title}.`
        : `A meeting of all theme groups is at another time or place: ${title}.`,
    was: (moment) => `It was: ${moment}.`,
    is: (moment) => `It will be: ${moment}.`,
    fromHome: 'Joining from home works differently than before.',
    calendar: 'The new entry is attached. Open it, and your calendar changes too.',
  },
  cancelled: {
    subject: (title, day) => `Cancelled: ${title}, ${day}`,
    text: (title, theme) =>
      theme
        ? `A meeting of the theme group ${theme} is cancelled: ${title}.`
        : `A meeting of all theme groups is cancelled: ${title}.`,
    was: (moment) => `It would have been: ${moment}.`,
    because: (reason) => `The reason: ${reason}`,
    calendar: 'Open the attachment, and the entry goes out of your calendar.',
  },
}
