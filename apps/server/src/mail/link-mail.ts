import type { Contact } from '@witboek/domain'
import type { Store } from '@witboek/store'
import { letter } from './letter.ts'
import type { Mail } from './mail.ts'

/** What is said around a link that works once, and not for long. */
interface LinkWords {
  readonly subject: string
  readonly greeting: (name: string) => string
  readonly text: string
  /** How long it works. */
  readonly valid: string
  /** What to do for who did not ask for it. */
  readonly nothing: string
  readonly button: string
  readonly why: string
}

/** A mail with a link, in the language of whoever gets it. */
export function linkMail(
  words: LinkWords,
  { realName, language }: Pick<Contact, 'realName' | 'language'>,
  { email, url, from }: { readonly email: string; readonly url: string; readonly from: string },
): Mail {
  return {
    to: email,
    language,
    subject: words.subject,
    ...letter({
      language,
      greeting: words.greeting(realName),
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
