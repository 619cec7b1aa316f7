/** Taking a seat in the example. */
export const seats = {
  title: 'Neem plaats als…',
  intro: 'Dit is een voorbeeld. Kies iemand, en kijk rond door zijn of haar ogen. Van plaats wisselen kan altijd.',
  start: 'Wilt u meteen schrijven? Kies een expert in een thema.',
  tip: 'Samen schrijven proberen? Open een privévenster of een andere browser, en kies daar iemand anders.',
  inThemes: 'In een thema',
  inThemesText: 'Experts schrijven het boek van hun thema. De Chef bewaakt de vorm en leidt het gesprek.',
  inDialogue: 'In de dialoog als geheel',
  inDialogueText: 'Zij begeleiden de dialoog, geven antwoord of nemen straks het besluit.',
  count: (count: number) => (count === 1 ? '1 plaats' : `${count} plaatsen`),
  current: 'Hier zit u nu',
  closedTitle: 'Hier zijn geen plaatsen te kiezen',
  closedText:
    'Alleen in een voorbeelddialoog kan iedereen een plaats kiezen. Doet u mee aan deze dialoog? Dan krijgt u van de gemeente een uitnodiging.',
}
