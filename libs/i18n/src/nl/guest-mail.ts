/** The mail that asks whoever reads it whether the address of a guest is theirs. */
export const guestMail = {
  subject: 'Bevestig uw e-mailadres',
  greeting: 'Beste lezer,',
  text: (title: string) =>
    `Bij de bijeenkomst '${title}' is dit e-mailadres ingevuld. Was u dat? Bevestig het dan: zo blijft u alle avonden dezelfde.`,
  valid: 'De knop werkt 24 uur, en één keer.',
  nothing: 'Was u dat niet? Doe dan niets. Er gebeurt niets met uw adres.',
  button: 'Bevestig mijn adres',
  why: 'iemand heeft dit adres bij een bijeenkomst ingevuld',
}
