/** Why an installation is not moved, for one clear sentence. */
export class MoveRefused extends Error {
  readonly why: 'no-data' | 'newer-tables' | 'not-empty' | 'in-use' | 'under-way' | 'differs'

  constructor(why: MoveRefused['why'], detail: string = why) {
    super(detail)
    this.why = why
  }
}
