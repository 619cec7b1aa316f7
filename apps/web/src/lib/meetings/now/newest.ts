/** A view of a meeting, as it was pushed or asked. */
interface Versioned {
  readonly version: number
}

/** What is shown from now on: an older view that arrives late is passed over. `null` is not there, or not for this person. */
export function newest<View extends Versioned>(shown: View | null, arrived: View | null): View | null {
  if (!arrived) return shown
  return shown && shown.version > arrived.version ? shown : arrived
}
