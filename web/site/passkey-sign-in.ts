import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { canUsePasskeys } from '../people/can-use-passkeys.ts'

/**
 * Signing in with a passkey, on pages that are whole without it: a form with `data-passkey` stands there hidden and
 * is shown where the browser can. Its texts come with it, in the page's language: `data-refused`, `data-no-answer`,
 * `data-too-many` and `data-cancelled`; so does where to go afterwards, `data-to`. What stands there for browsers that
 * cannot, `data-no-passkey`, goes then. As second step the form is the same: the server knows from the session who has
 * begun, and asks for that person's passkeys.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (canUsePasskeys()) offer(form)
}

type Trouble = 'refused' | 'noAnswer' | 'tooMany' | 'cancelled'

class Failed extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble)
    this.trouble = trouble
  }
}

/** A server that has not answered by then will not. */
const PATIENCE_MS = 20_000

function offer(form: HTMLFormElement): void {
  let busy = false
  form.hidden = false
  for (const instead of document.querySelectorAll<HTMLElement>('[data-no-passkey]')) instead.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // The button is not disabled meanwhile: it would lose the focus, and with it the place of whoever uses the keyboard.
    if (busy) return
    busy = true
    form.ariaBusy = 'true'
    say(form, '')
    void signIn()
      .then(() => location.assign(form.dataset.to ?? '/'))
      .catch((error: unknown) => say(form, form.dataset[troubleIn(error)] ?? ''))
      .finally(() => {
        busy = false
        form.ariaBusy = null
      })
  })
}

async function signIn(): Promise<void> {
  const asked = await post('/api/v1/session/passkey-options', {})
  const { options } = (await asked.json().catch(() => fail('noAnswer'))) as {
    options: PublicKeyCredentialRequestOptionsJSON
  }
  await post('/api/v1/session/passkey', { response: await startAuthentication({ optionsJSON: options }) })
}

async function post(path: string, body: unknown): Promise<Response> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => fail('noAnswer'))
  if (answer.status >= 500) fail('noAnswer')
  if (answer.status === 429) fail('tooMany')
  if (!answer.ok) fail('refused')
  return answer
}

function fail(trouble: Trouble): never {
  throw new Failed(trouble)
}

/** Browsers say NotAllowedError of much, to give no hints: of a person who stops, first of all. */
function troubleIn(error: unknown): Trouble {
  if (error instanceof Failed) return error.trouble
  return error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)
    ? 'cancelled'
    : 'refused'
}

function say(form: HTMLFormElement, text: string): void {
  const place = form.querySelector('[role=alert]')
  if (place) place.textContent = text
}
