import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk, PanelMember, PartTally } from '../../../schemas/types.ts'
import { perspectiveTitle } from '../../../server/domain/review/in-words/name-perspective.ts'
import { ruleInWords } from '../../../server/domain/review/in-words/rule-in-words.ts'
import { missingInWords } from '../../../server/domain/review/in-words/missing-in-words.ts'
import { statusInWords } from '../../../server/domain/review/in-words/status-in-words.ts'
import { seatCounts } from '../../../server/domain/review/seats.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/panel.ts'
import { namedIcon } from '../../ui/icon.ts'
import { languageOfName, partInShort, partName } from '../parts/anchor.ts'

const MARKS = {
  agree: 'agree',
  agreeWithChange: 'agree-with-change',
  disagree: 'disagree',
  abstain: 'abstain',
  stale: 'no-answer',
  none: 'no-answer',
  answered: 'circle-check',
} as const

/** How a panel decides, as sentences. */
export function ruleSentences({ review }: MemberDesk): TemplateResult {
  const { rule, perspectives, composition } = review
  const counts = seatCounts(
    composition.members,
    perspectives.map(({ id }) => id),
  )
  return html`<section class="leaf rule-thin" aria-labelledby="rule">
    <div class="mid">
      <h2 id="rule" class="small-head">${t('panel.rule')}</h2>
      <ul class="sentences">
        ${ruleInWords(rule, perspectives, counts, locale()).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </div>
  </section>`
}

/** How the panel stands, part by part and perspective by perspective; where that is hidden, how many have answered. */
export function standings(desk: MemberDesk): TemplateResult {
  const { tally, review } = desk
  const { perspectives } = review
  const begun = tally.parts.filter(hasBegun)
  const others = tally.parts.filter((part) => !hasBegun(part))
  const list = new Intl.ListFormat(locale())
  const answered = t('panel.answered', { answered: tally.answered, entitled: tally.entitled })
  return html`<section class="leaf rule-thin" aria-labelledby="standing">
    <div class="mid">
      <h2 id="standing" class="small-head">${t('panel.standing')}</h2>
      <p>${answered} ${tally.isHidden ? t('panel.hidden') : nothing}</p>
      <ul class="standings">
        ${begun.map(
          (part) =>
            html`<li>
              <h3 lang=${languageOfName(part)}>${partName(part)}</h3>
              <p class="cells">${part.cells.map((cell) => cellView(cell, review))}</p>
              <p class="quiet">
                ${
                  tally.isHidden
                    ? missingInWords(part.missing, perspectives, locale())
                    : statusInWords(part, perspectives, locale())
                }
              </p>
            </li>`,
        )}
      </ul>
      ${others.length === 0 ? nothing : html`<p class="quiet">${t('panel.notBegun', { parts: list.format(others.map(partInShort)) })}</p>`}
    </div>
  </section>`
}

/** As long as nobody has answered it lacks everything, and there is nothing to show. */
function hasBegun({ cells }: PartTally): boolean {
  return cells.some(({ marks }) => marks.some(({ mark }) => mark !== 'none'))
}

function cellView(
  { perspective, marks }: PartTally['cells'][number],
  { perspectives, composition }: MemberDesk['review'],
): TemplateResult {
  const known = perspectives.find(({ id }) => id === perspective)
  return html`<span class="cell"
    ><abbr class="code" title=${perspectiveTitle(locale(), perspective, perspectives)}
      >${known?.code ?? perspective}</abbr
    >${marks.map(({ memberId, mark }) => {
      const name = composition.members.find(({ id }) => id === memberId)?.name
      const word = t(`mark.${mark}`)
      const shape =
        mark === 'agree' || mark === 'agreeWithChange' || mark === 'disagree' || mark === 'abstain'
          ? mark
          : 'none'
      return namedIcon(
        MARKS[mark],
        name ? `${name}: ${word}` : word,
        `pos-${shape} ${mark === 'stale' ? 'pos-stale' : ''}`,
      )
    })}</span
  >`
}

/** Who sits on the panel, by perspective. */
export function panelSeats({ review }: MemberDesk): TemplateResult {
  const { composition, perspectives } = review
  const there = perspectives.filter(({ id }) =>
    composition.members.some(({ perspective }) => perspective === id),
  )
  return html`<section class="leaf rule-thin" aria-labelledby="seats">
    <div class="mid">
      <h2 id="seats" class="small-head">${t('panel.seats')}</h2>
      <dl class="seats">
        ${there.map(
          ({ id, name, code }) =>
            html`<div>
              <dt><span class="code" aria-hidden="true">${code}</span> ${name}</dt>
              ${composition.members
                .filter(({ perspective }) => perspective === id)
                .map((member) => html`<dd>${seat(member, composition.members)}</dd>`)}
            </div>`,
        )}
      </dl>
    </div>
  </section>`
}

function seat(member: PanelMember, members: readonly PanelMember[]): TemplateResult {
  const { name, organisation, part, standsInFor, isMe, recusals } = member
  const standsFor = members.find(({ id }) => id === standsInFor)?.name
  const notes = [
    // Whoever has a place sees the names of all the others.
    name === null ? t('seat.isErased') : '',
    isMe ? t('seat.me') : '',
    part === 'observer' ? t('seat.isObserver') : '',
    part === 'substitute'
      ? standsFor
        ? t('seat.isStandIn', { name: standsFor })
        : t('seat.isSubstitute')
      : '',
    recusals.some(({ partId }) => partId === null) ? t('seat.isRecused') : '',
  ].filter((note) => note !== '')
  return html`${name ?? organisation}${name ? html`<span class="quiet">, ${organisation}</span>` : nothing}${
    notes.length > 0 ? html` <span class="quiet">(${notes.join(', ')})</span>` : nothing
  }`
}
