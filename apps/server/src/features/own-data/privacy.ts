import type { PrivacyAnswer } from '@witboek/contract'
import { ok, type Result } from '@witboek/domain'
import type { Hands } from '../../http/hands.ts'

/** Whom to ask about one's data: for everybody, also before they take part. */
export async function privacy({ store, settings }: Pick<Hands, 'store' | 'settings'>): Promise<Result<PrivacyAnswer>> {
  const dialogue = await store.dialogues.currentDialogue()
  return ok({ contact: settings.privacyContact, municipality: dialogue?.municipality ?? null })
}
