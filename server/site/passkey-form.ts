import { html, type Html } from './html.ts'
import type { Say } from './say.ts'

/** What makes the form work; its header says what it asks of the form. */
export const PASSKEY_SCRIPT = 'site/passkey-sign-in.ts'

/**
 * The form for a passkey: hidden until the script has found that the browser can use one. With a heading it is one way
 * in of several. `back`: where somebody was before they came to sign in.
 */
export function passkeyForm(
  say: Say,
  { heading, isFirst, back }: { heading?: string; isFirst: boolean; back: string | null },
): Html {
  return html`<form
    class="way"
    hidden
    data-passkey
    data-to="${back ?? say.to.workshop}"
    data-refused="${say.text('signIn.passkey.refused')}"
    data-no-answer="${say.text('signIn.passkey.noAnswer')}"
    data-cancelled="${say.text('signIn.passkey.cancelled')}"
    data-too-many="${say.text('signIn.passkey.tooMany')}"
  >
    ${heading !== undefined && html`<h2>${heading}</h2>`}
    <p>${say.text(heading === undefined ? 'signIn.passkey.showIt' : 'signIn.passkey.text')}</p>
    <button type="submit" class="btn tall ${isFirst && 'go'}">${say.text('signIn.passkey.button')}</button>
    <p class="wrong" role="alert"></p>
  </form>`
}
