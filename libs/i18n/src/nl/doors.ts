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
  reports: {
    title: 'Meldingen en bezwaren',
    text: 'Over een Chef, of over een bericht dat verborgen is. Hierover beslist u.',
    none: 'Er wacht nu niets op u.',
    waiting: (count: number) =>
      count === 1 ? 'Er wacht 1 op uw beslissing.' : `Er wachten er ${count} op uw beslissing.`,
    link: 'Naar de meldingen en bezwaren',
  },
  record: {
    title: 'Voor de controleur',
    text: 'Alles wat er in deze dialoog gebeurt, wordt vastgelegd. U kunt het nalezen, controleren en meenemen.',
    link: 'Naar de vastlegging',
  },
  account: 'Mijn gegevens',
  exampleMail: 'Postvak van het voorbeeld',
}
