import type { FromBrowser } from '@witboek/contract'
import type { MeetingLine } from './meeting-line.ts'

/** Long enough for a slow evening on a hall's Wi-Fi; then the person hears that there was no answer. */
const patience = 8_000

type Message = keyof FromBrowser
type Asked<Name extends Message> = Parameters<FromBrowser[Name]>[0]
type Answered<Name extends Message> = Parameters<Parameters<FromBrowser[Name]>[1]>[0]

/** One message, one answer. `null`: no answer came in time, so nobody knows whether it was done. */
export const ask = <Name extends Message>(
  line: MeetingLine,
  name: Name,
  message: Asked<Name>,
): Promise<Answered<Name> | null> => line.ask(name, message, patience) as Promise<Answered<Name> | null>
