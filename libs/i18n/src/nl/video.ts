/** Where people at home come in by video, and what that means for them. */
export const video = {
  title: 'Meedoen van huis',
  fromHome: 'U kunt ook van huis meedoen, met video.',
  open: 'Open de video',
  elsewhere: (host: string) =>
    `De video komt van ${host}. Dat is een andere dienst. Die ziet het adres van uw verbinding.`,
  show: 'Toon de video hier',
  showText: (host: string) =>
    `Als u op de knop drukt, maakt deze pagina verbinding met ${host}. Die dienst ziet dan het adres van uw verbinding, en wat u in de video laat zien en horen. Wij onthouden uw keuze alleen in dit tabblad.`,
  hide: 'Stop de video',
  frame: (host: string) => `Video van ${host}`,
  orNewTab: 'Open in een nieuw tabblad',
  newTab: 'opent in een nieuw tabblad',
}
