/** Why an update is not taken. Out of step: it builds on what is not here. */
export type Fault = 'wrong-shape' | 'out-of-step' | 'not-yours' | 'too-large'

export class Refused extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault)
    this.name = 'Refused'
    this.fault = fault
  }
}
