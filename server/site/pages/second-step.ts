import { HALF_SESSION_LASTS } from '../../usecases/people/open-session.ts'
import { html, type Html } from '../html.ts'
import type { Site } from '../page.ts'
import { PASSKEY_SCRIPT, passkeyForm } from '../passkey-form.ts'
import type { Say } from '../say.ts'
import { advice, signInFrame } from './sign-in-frame.ts'

/** For somebody who has shown one thing of two: the passkey remains. */
export function secondStepPage(site: Site, say: Say, back: string | null): Html {
  const minutes = say.number(HALF_SESSION_LASTS / 60_000)
  return signInFrame(site, say, {
    title: say.text('secondStep.title'),
    icon: 'lock',
    path: say.to.secondStep,
    content: html`<p class="lead">${say.text('secondStep.lead')}</p>
      ${passkeyForm(say, { isFirst: true, back })}
      <p class="cannot" data-no-passkey>${say.text('secondStep.cannot')}</p>
      <form method="post" action="${say.to.signOut}">
        <button type="submit" class="btn tall">${say.text('secondStep.cancel')}</button>
      </form>`,
    aside: html`${advice(say.text('secondStep.lost'), html`<p>${say.text('secondStep.lostMore')}</p>`)}
    ${advice(say.text('secondStep.lasts', { minutes }), html`<p>${say.text('secondStep.lastsMore')}</p>`)}`,
    script: PASSKEY_SCRIPT,
  })
}
