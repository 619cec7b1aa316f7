/** The accessibility page: what is, and what is not yet. */
export const accessibility = {
  title: 'Toegankelijkheid',
  intro:
    'Iedereen moet mee kunnen doen aan de dialoog: met een muis, met alleen het toetsenbord, met een schermlezer, op een telefoon en met sterk vergrote tekst.',
  aimTitle: 'Wat we doen',
  aims: [
    'We bouwen naar WCAG 2.2, niveau A en AA.',
    'Bij elke wijziging controleert een programma (axe) de pagina’s, en loopt een test de pagina van een boek na met alleen toetsen.',
    'Kleuren houden ook in de donkere weergave genoeg contrast, en kleur is nooit het enige teken.',
    'Beweging staat uit als uw apparaat daarom vraagt.',
  ],
  notYetTitle: 'Wat nog niet is gebeurd',
  notYet: [
    'Een onafhankelijk bureau heeft Witboek nog niet onderzocht.',
    'Mensen met een beperking hebben het nog niet in een echte bijeenkomst getest.',
  ],
  contactTitle: 'Loopt u ergens tegenaan?',
  contact: 'Vertel het aan de gemeente die deze dialoog houdt. Noem de pagina, wat u wilde doen en waarmee u werkt.',
}
