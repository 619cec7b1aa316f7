/** Why a form came back to the page of its letter. */
const told = [
  'consent-missing',
  'name-empty',
  'name-too-long',
  'invitation-changed',
  'invitation-not-found',
  'link-not-valid',
  'not-in-this-phase',
  'one-theme-group',
  'roles-do-not-go-together',
  'seat-already-held',
  'too-many-attempts',
  'not-understood',
  'surprise',
] as const

export type AnswerProblem = (typeof told)[number]

/** As it stands in the address; what is none of these says nothing. */
export const answerProblem = (code: string | null): AnswerProblem | null => told.find((one) => one === code) ?? null
