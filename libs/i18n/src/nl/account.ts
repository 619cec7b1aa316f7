/** One's own account: name, seats, devices, passkeys. */
export const account = {
  title: 'Mijn gegevens',
  intro: 'Hier ziet u hoe u meedoet, en waar u bent aangemeld.',
  signIn: 'Meld u aan om uw gegevens te zien.',
  noSeat: 'U hebt nu geen plaats in deze dialoog.',

  nameTitle: 'Uw naam',
  name: 'Naam die anderen zien',
  nameHint: 'Deze naam staat bij wat u schrijft. Het hoeft niet uw volledige naam te zijn.',
  saveName: 'Bewaar de naam',
  savedName: 'Uw naam is bewaard.',

  seatsTitle: 'Uw plaatsen',
  seatsText: 'Hebt u meer dan één plaats? U handelt steeds vanuit één ervan. Dat ziet u bovenaan.',
  seatHere: 'Hier zit u nu',
  takeSeat: 'Neem deze plaats',
  wholeDialogue: 'de dialoog als geheel',

  devicesTitle: 'Waar u bent aangemeld',
  devicesText: 'Ziet u een apparaat dat u niet kent? Meld het af, en laat het de gemeente weten.',
  deviceUnknown: 'Onbekend apparaat',
  deviceHere: 'Dit apparaat',
  deviceSeen: (when: string) => `Gebruikt: ${when}`,
  endDevice: 'Meld af',
  endDeviceOf: (device: string) => `Meld af: ${device}`,
  endedDevice: (device: string) => `${device} is afgemeld.`,
  endOthers: 'Meld alle andere apparaten af',
  endedOthers: 'Alle andere apparaten zijn afgemeld.',
  endAll: 'Meld overal af, ook hier',

  passkeysTitle: 'Aanmelden met een passkey',
  passkeysText:
    'Met een passkey meldt u zich aan met uw vinger, uw gezicht of de code van uw apparaat. U hebt dan geen mail meer nodig.',
  passkeysNone: 'U hebt nog geen passkey.',
  passkeysCannot: 'Deze browser kan geen passkeys gebruiken.',
  passkeyName: 'Hoe noemt u dit apparaat?',
  passkeyNameHint: 'Bijvoorbeeld: mijn telefoon.',
  addPasskey: 'Maak een passkey',
  addedPasskey: (name: string) => `De passkey '${name}' is gemaakt.`,
  passkeyUsed: (when: string) => `Laatst gebruikt: ${when}`,
  passkeyUnused: 'Nog niet gebruikt',
  removePasskey: 'Haal weg',
  removePasskeyOf: (name: string) => `Haal weg: de passkey '${name}'`,
  removedPasskey: (name: string) => `De passkey '${name}' is weggehaald.`,
  passkeyStopped: 'Het maken van de passkey is gestopt. U kunt het opnieuw proberen.',

  busy: 'Even geduld…',
}
