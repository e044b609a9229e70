import type {
  Account,
  AmendAccount,
  PasskeyOptions,
  RegisterPasskey,
  SetPassword,
} from '../../schemas/types.ts'
import { ask } from './http-client.ts'

export function readAccount(): Promise<Account> {
  return ask('GET', '/account')
}

export function amendAccount(fields: AmendAccount): Promise<Account> {
  return ask('PATCH', '/account', { body: fields })
}

export function setPassword(passwords: SetPassword): Promise<void> {
  return ask('PUT', '/account/password', { body: passwords })
}

export function endSession(sessionId: string): Promise<void> {
  return ask('DELETE', `/account/sessions/${sessionId}`)
}

export function endOtherSessions(): Promise<Account> {
  return ask('DELETE', '/account/sessions')
}

export function askForNewPasskey(): Promise<PasskeyOptions> {
  return ask('POST', '/account/passkey-options', { body: {} })
}

export function addPasskey(passkey: RegisterPasskey): Promise<Account> {
  return ask('POST', '/account/passkeys', { body: passkey })
}

export function removePasskey(passkeyId: string): Promise<Account> {
  return ask('DELETE', `/account/passkeys/${encodeURIComponent(passkeyId)}`)
}

export function disconnectIdentities(): Promise<Account> {
  return ask('DELETE', '/account/identities')
}
