import {
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser'

/** Why no passkey came of it: the person stopped or waited too long, the device has one here already, or it cannot. */
export type WhyNot = 'cancelled' | 'already-there' | 'impossible'

/** The device has made no passkey. */
export class PasskeyNotMade extends Error {
  override readonly name = 'PasskeyNotMade'
  readonly why: WhyNot

  constructor(why: WhyNot, cause: unknown) {
    super(why, { cause })
    this.why = why
  }
}

/** Asks the device for a passkey; it shows a dialogue of its own. Throws PasskeyNotMade. */
export async function registerPasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
): Promise<RegistrationResponseJSON> {
  try {
    return await startRegistration({ optionsJSON: options })
  } catch (error) {
    throw new PasskeyNotMade(whyNot(error), error)
  }
}

function whyNot(error: unknown): WhyNot {
  if (!(error instanceof WebAuthnError)) return 'impossible'
  if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'already-there'
  // Browsers say NotAllowedError of much, to give no hints: of a person who stops, first of all.
  return error.name === 'NotAllowedError' || error.name === 'AbortError' ? 'cancelled' : 'impossible'
}
