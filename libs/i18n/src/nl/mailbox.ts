/** The page with the mail of the example. */
export const mailbox = {
  title: 'Postvak van het voorbeeld',
  noteTitle: 'Dit is een voorbeeld',
  note: 'Er gaat niets de deur uit: wat dit voorbeeld verstuurt, staat hier, de nieuwste bovenaan. In een echte gemeente gaat dit per mail. Dan leest alleen de ontvanger het.',
  again: 'Kijk of er nieuwe mail is',
  to: (address: string) => `Aan ${address}`,
  file: (name: string) => `Met een bestand voor de agenda: ${name}`,
  emptyTitle: 'Er is nog geen mail',
  empty:
    'Zodra het voorbeeld iets verstuurt, staat het hier. Bijvoorbeeld een uitnodiging, of een link om in te loggen.',
  closedTitle: 'Hier is geen postvak',
  closed:
    'Alleen een voorbeeld zonder mailserver heeft een postvak. Verwacht u mail van een gemeente? Kijk dan in uw eigen postvak, ook bij de ongewenste mail.',
}
