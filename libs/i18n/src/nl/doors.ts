/** What leads to pages of their own, from the frame of every page, from home and from a theme. */
export const doors = {
  join: 'Meedoen met een code',
  privacy: 'Privacy',
  people: 'Mensen',
  invitations: 'Uitnodigingen',
  meetings: 'Bijeenkomsten van deze themagroep',
  allMeetings: {
    title: 'Bijeenkomsten',
    text: 'Wanneer komen we bij elkaar? U vindt hier alle avonden die u mag bezoeken.',
    link: 'Naar de bijeenkomsten',
  },
  record: {
    title: 'Voor de controleur',
    text: 'Alles wat er in deze dialoog gebeurt, wordt vastgelegd. U kunt het nalezen, controleren en meenemen.',
    link: 'Naar de vastlegging',
  },
  account: 'Mijn gegevens',
}
