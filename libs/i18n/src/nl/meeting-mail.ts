/** The mail that tells people of a meeting. */
export const meetingMail = {
  greeting: (name: string) => (name ? `Beste ${name},` : 'Goedendag,'),
  when: (start: string, end: string) => `${start} tot ${end} uur`,
  placeUnknown: 'de plaats hoort u nog',
  moment: (when: string, place: string) => `${when}, ${place}`,
  fromHome: (address: string) => `Van huis meedoen kan ook: ${address}`,
  stop: (address: string) => `Wilt u geen mail meer over bijeenkomsten? Zet die uit op ${address}.`,
  button: 'Bekijk de bijeenkomsten',
  why: (theme: string | null) =>
    theme ? `u hoort bij de themagroep ${theme}` : 'u hoort bij een themagroep of leidt de dialoog',

  announced: {
    subject: (title: string, day: string) => `Bijeenkomst: ${title}, ${day}`,
    text: (title: string, theme: string | null) =>
      theme ? `De themagroep ${theme} komt bij elkaar: ${title}.` : `Alle themagroepen komen bij elkaar: ${title}.`,
    is: (moment: string) => `Wanneer en waar: ${moment}.`,
    calendar: 'De afspraak voor uw agenda zit bij deze mail.',
  },
  moved: {
    subject: (title: string, day: string) => `Gewijzigd: ${title}, ${day}`,
    text: (title: string, theme: string | null) =>
      theme
        ? `Een bijeenkomst van de themagroep ${theme} is op een andere tijd of plaats: ${title}.`
        : `Een bijeenkomst van alle themagroepen is op een andere tijd of plaats: ${title}.`,
    was: (moment: string) => `Het was: ${moment}.`,
    is: (moment: string) => `Het wordt: ${moment}.`,
    fromHome: 'Van huis meedoen gaat op een andere manier dan eerst.',
    calendar: 'De nieuwe afspraak zit bij deze mail. Open die, dan verandert uw agenda mee.',
  },
  cancelled: {
    subject: (title: string, day: string) => `Gaat niet door: ${title}, ${day}`,
    text: (title: string, theme: string | null) =>
      theme
        ? `Een bijeenkomst van de themagroep ${theme} gaat niet door: ${title}.`
        : `Een bijeenkomst van alle themagroepen gaat niet door: ${title}.`,
    was: (moment: string) => `Het zou zijn: ${moment}.`,
    because: (reason: string) => `De reden: ${reason}`,
    calendar: 'Open de bijlage, dan gaat de afspraak uit uw agenda.',
  },
}
