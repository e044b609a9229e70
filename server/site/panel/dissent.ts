import type { Dissent, PanelDecision } from '../../../schemas/types.ts'
import { html, type Html, type Part } from '../html.ts'
import { mark } from '../marks.ts'
import type { Say } from '../say.ts'
import { dissentAnchor } from './anchors.ts'
import { perspectiveName, type Named } from './perspectives.ts'
import { noteOf, saidRow } from './said.ts'

type Shown = Named & { readonly address: (dissent: Dissent) => Part }

/** Those who disagreed, by perspective: the words, and beside them why. */
export function dissentList(shown: Shown, dissents: readonly Dissent[]): Html {
  const { say } = shown
  return html`<ol>
    ${dissents.map((dissent, at) =>
      saidRow({
        address: shown.address(dissent),
        anchor: dissentAnchor(at),
        what: html`${mark('disagree')}<span>${disagrees(say, dissent)}</span>`,
        content: html`<p class="wording" ${say.swedish}>${dissent.wording}</p>`,
        side: noteOf(say, perspectiveName(shown, dissent.perspective), dissent.reason),
      }),
    )}
  </ol>`
}

type Standing = Pick<PanelDecision, 'dissents'>

/** A line for each dissent that stands with a version, with its reason one step away. */
export function dissentLines(
  named: Named,
  panel: Standing | undefined,
  at: { readonly slug: string; readonly version: string },
  isAbout: (dissent: Dissent) => boolean = () => true,
): Html[] {
  const { say } = named
  const address = say.to.panelDecision(at.slug, at.version)
  return (panel?.dissents ?? []).flatMap((dissent, place) =>
    isAbout(dissent)
      ? [
          html`${perspectiveName(named, dissent.perspective)}, ${about(say, dissent)}
            <a href="${address}#${dissentAnchor(place)}">${say.text('panel.facts.readReason')}</a>`,
        ]
      : [],
  )
}

function isOnPart({ itemId, partId }: Dissent): boolean {
  return itemId === null || itemId === partId
}

function disagrees(say: Say, dissent: Dissent): string {
  if (!isOnPart(dissent)) return say.text('panel.disagrees.item')
  const { number } = dissent
  return number === '' ? say.text('panel.disagrees.common') : say.text('panel.disagrees.part', { number })
}

function about(say: Say, dissent: Dissent): string {
  const { number } = dissent
  if (number === '') return say.text('panel.facts.dissentCommon')
  return say.text(isOnPart(dissent) ? 'panel.facts.dissentInPart' : 'panel.facts.dissentIn', {
    number: number.replace(' ', '\u00A0'),
  })
}
