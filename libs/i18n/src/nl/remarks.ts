/** Remarks that a Chef places beside the text, and the lead's switch for them. */
export const remarks = {
  label: 'Opmerkingen van de Chef',
  by: (chef: string) => `Opmerking van ${chef}, Chef`,
  someChef: 'Opmerking van de Chef',
  remove: 'Haal weg',
  removeOf: (words: string) => `Haal weg: ${words}`,
  removeTitle: 'Deze opmerking weghalen?',
  removeText: 'De opmerking gaat dan voor iedereen weg. In het verslag van het boek blijft staan dat zij er stond.',
  removeConfirm: 'Haal de opmerking weg',
  place: 'Opmerking erbij…',
  placeTitle: (heading: string) => `Opmerking bij '${heading}'`,
  placeText: 'U schrijft niet in de tekst van de experts. De opmerking staat erboven, met uw naam.',
  textLabel: 'Uw opmerking',
  textHint: (max: number) => `Iedereen die het boek leest, ziet haar. Hoogstens ${max} tekens.`,
  placeConfirm: 'Zet de opmerking erbij',
  busy: 'Even geduld…',
  saidPlaced: (place: number) => `De Chef heeft een opmerking gezet bij hoofdstuk ${place}.`,
  saidRemoved: (place: number) => `Een opmerking bij hoofdstuk ${place} is weggehaald.`,

  switchTitle: 'Opmerkingen van de Chefs',
  switchOff:
    'Chefs schrijven niet mee. Zij bewaken het proces. U kunt toestaan dat zij opmerkingen bij een hoofdstuk zetten: naast de tekst, met hun naam.',
  switchOn: 'Chefs mogen opmerkingen bij een hoofdstuk zetten: naast de tekst, met hun naam.',
  allow: 'Sta opmerkingen toe',
  forbid: 'Sta geen opmerkingen meer toe',
  saidAllowed: 'Chefs kunnen nu opmerkingen zetten.',
  saidForbidden: 'Chefs kunnen geen opmerkingen meer zetten. Wat er staat, blijft staan.',
}
