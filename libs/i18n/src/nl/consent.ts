/**
 * What people say yes to (`Consent` in libs/domain), by name and version. Whoever changes a sentence that means something
 * raises the version: who agreed to an older one is still known to have agreed to that.
 */
export const consent = {
  participation: {
    version: 1,
    title: 'Meedoen: waar u ja op zegt',
    points: [
      'Meedoen is vrijwillig. U kunt elk moment stoppen.',
      'U kiest zelf de naam waarmee u meedoet. Wie meedoet, ziet die naam, uw rol en wat u meebrengt. Ook bij wat u schrijft, staat die naam. Bent u Chef de Dossier? Dan ziet iedereen dit, ook wie niet meedoet.',
      'Uw echte naam en uw e-mailadres zien alleen u en de mensen die de uitnodigingen en de toegang regelen.',
      'We bewaren wat u schrijft. We leggen ook belangrijke handelingen vast, met de datum en een nummer in plaats van uw naam.',
      'Stopt u? Dan blijft wat u schreef in het boek staan. U kiest of uw naam erbij blijft, of dat er een schuilnaam komt.',
      'Twaalf maanden na het einde van de dialoog halen we uw echte naam en uw e-mailadres weg.',
      'U kunt altijd zien en meenemen wat we van u bewaren.',
      'Schrijf niets op over uw gezondheid, geloof of andere zaken die privé zijn, en niets over mensen die niet meedoen. We vragen nooit om uw burgerservicenummer (BSN).',
    ],
    agree: 'Ja, ik doe mee en ik ga hiermee akkoord.',
  },
  guest: {
    version: 1,
    title: 'Meedoen als gast: waar u ja op zegt',
    points: [
      'Meedoen is vrijwillig. U kunt elk moment weggaan.',
      'U kiest zelf een naam. Dat hoeft niet uw echte naam te zijn. Wie bij dit thema meedoet, ziet die naam.',
      'Een e-mailadres hoeft niet. Geeft u het en bevestigt u het, dan blijft u alle avonden dezelfde. We bewaren uw naam en adres dan tot twaalf maanden na het einde van de dialoog.',
      'Mag u meeschrijven? Dan bewaren we wat u schrijft. Het blijft in het boek staan, ook als u weg bent.',
      'Gaf u geen adres? Dan halen we uw naam dertig dagen na de bijeenkomst weg. Bij wat u schreef, staat dan een schuilnaam. Kreeg u intussen een uitnodiging en doet u mee? Dan blijft uw naam staan.',
      'Schrijf niets op over uw gezondheid, geloof of andere zaken die privé zijn, en niets over mensen die niet meedoen. We vragen nooit om uw burgerservicenummer (BSN).',
    ],
    agree: 'Ja, ik doe mee als gast en ik ga hiermee akkoord.',
  },
}
