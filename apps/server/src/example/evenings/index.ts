export { dated, exampleEveningsAt } from './evenings.ts'
export { keepEvenings } from './keep-evenings.ts'
