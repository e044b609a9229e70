import { diffWords } from '../../domain/publishing/word-diff.ts'
import { withoutSameLines } from '../../domain/publishing/lines.ts'
import { foldWording } from '../../domain/profile/wordings.ts'
import { html, type Html, type Part } from '../html.ts'
import { paragraphs } from '../markdown.ts'
import type { Say } from '../say.ts'

type Row = {
  /** Where it stands in the profile, and the way to it. */
  readonly address?: Part
  readonly anchor?: string
  /** What it is, above the words. */
  readonly what: Part
  readonly content: Part
  /** What came of it, beside the words. */
  readonly side?: Part
}

/** A thing that somebody said or did: its address, the words, and beside them what came of it. */
export function saidRow({ address, anchor, what, content, side }: Row): Html {
  return html`<li class="leaf ch" ${anchor !== undefined && html`id="${anchor}"`}>
    ${address}
    <div class="mid">
      <p class="in">${what}</p>
      ${content}
    </div>
    ${side && html`<div class="side"><div class="note">${side}</div></div>`}
  </li>`
}

/** A heading with somebody's reason under it, in their words. */
export function noteOf(say: Say, heading: Part, words: string): Html {
  return html`<p>${heading}</p>
    ${words.trim() !== '' && html`<div class="quiet" ${say.swedish}>${paragraphs(words)}</div>`}`
}

/** The words before and after; where only the rest of the part was changed, that is said. */
export function reworded(say: Say, former: string, wording: string): Html {
  if (foldWording(former) === foldWording(wording)) {
    return html`<p class="wording" ${say.swedish}>${wording}</p>
      <p class="quiet">${say.text('panel.elsewhere')}</p>`
  }
  const runs = diffWords(...withoutSameLines(former, wording)).map(({ kind, text }) => {
    if (kind === 'same') return text
    return kind === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`
  })
  return html`<p class="wording" ${say.swedish}>${runs}</p>`
}

/** What happened to the words. */
export function amendmentKind(say: Say, former: string, wording: string): string {
  if (former === '') return say.text('panel.added')
  return say.text(wording === '' ? 'panel.removed' : 'panel.amended')
}
