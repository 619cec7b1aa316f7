import type { Store } from '@witboek/store'
import { letter } from './letter.ts'
import type { Mail } from './mail.ts'

/** What is said around a link that works once, and not for long. */
interface LinkWords {
  readonly subject: string
  readonly text: string
  /** How long it works. */
  readonly valid: string
  /** What to do for who did not ask for it. */
  readonly nothing: string
  readonly button: string
  readonly why: string
}

/** A mail with a link. `from`: in whose name it goes out. */
export function linkMail(
  words: LinkWords,
  greeting: string,
  { to, language, url, from }: Pick<Mail, 'to' | 'language'> & { readonly url: string; readonly from: string },
): Mail {
  return {
    to,
    language,
    subject: words.subject,
    ...letter({
      language,
      greeting,
      paragraphs: [words.text, words.valid, words.nothing],
      button: { text: words.button, url },
      footer: { municipality: from, why: words.why },
    }),
  }
}

/** In whose name mail goes out: that of the municipality, or of the site as long as there is no dialogue. */
export async function senderOf({
  store,
  site,
}: {
  readonly store: Pick<Store, 'dialogues'>
  readonly site: string
}): Promise<string> {
  return (await store.dialogues.currentDialogue())?.municipality ?? new URL(site).host
}
