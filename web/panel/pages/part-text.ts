import { html, nothing, type TemplateResult } from 'lit'
import type { MemberDesk, ModuleLink, ReviewItem, ReviewPart } from '../../../schemas/types.ts'
import { groupOutcomes, letter } from '../../../server/domain/profile/number-items.ts'
import { t } from '../../i18n/panel.ts'
import { gauge } from '../../ui/gauge.ts'
import { icon } from '../../ui/icon.ts'
import { isAskedOn } from '../desk/seat.ts'
import { categoryMark, categoryName, type Third } from '../parts/category-mark.ts'
import { linesText, markdownText } from '../parts/markdown-text.ts'
import { changeInWords } from './change-in-words.ts'
import type { Extra } from './item-block.ts'

/** Draws an item of the part with all that one says and can say of it. */
export type ItemBlock = (item: ReviewItem, extra?: Extra) => TemplateResult

type Given = {
  readonly desk: MemberDesk
  readonly part: ReviewPart
  readonly third: Third
  readonly item: ItemBlock
}

/** A module as it is read: what it is for, and its outcomes with their criteria. */
export function moduleText({ module, obligation }: ModuleLink, given: Given): TemplateResult {
  const { desk, part, third, item } = given
  const { outcomeStem } = desk.text.profile
  const items = new Map(part.items.map((each) => [each.id, each]))
  const drawn = (id: string, extra?: Extra) => {
    const found = items.get(id)
    return found ? item(found, extra) : nothing
  }
  return html`<div class="leaf">
      <p class="addr" aria-hidden="true">${part.number}</p>
      <div class="mid">
        <h1 class="title" tabindex="-1">
          <span class="sr">${part.number} </span><span lang="sv">${part.title}</span>
        </h1>
        ${help(given)} ${changedFrame(given)} ${field('purpose', module.purpose)}
        ${field('prerequisites', module.prerequisites)} ${level(module.seqfLevel, module.levelRationale)}
        ${obligation === 'optional' ? html`<p class="why">${t('part.optional')}</p>` : nothing}
      </div>
    </div>
    ${groupOutcomes(module).map(
      ({ category, outcomes }) =>
        html`<div class="leaf group">
            <div class="mid">
              <h2 class="ctx">${categoryMark(category, third)}${categoryName(category, third)}</h2>
              <p class="wording stem" lang="sv">${outcomeStem}</p>
            </div>
          </div>
          ${outcomes.map(
            ({ id, criteria }) =>
              html`<div class="leaf row">
                <p class="addr small">${items.get(id)?.number ?? ''}</p>
                <div class="mid">
                  ${drawn(id)}
                  <ol
                    class="criteria"
                    aria-label=${t('part.criteria', { number: items.get(id)?.number ?? '' })}
                  >
                    ${criteria.map(
                      (criterion, at) =>
                        html`<li>
                          ${drawn(criterion.id, { before: html`<span class="letter">${letter(at)}</span>` })}
                        </li>`,
                    )}
                  </ol>
                </div>
              </div>`,
          )}`,
    )}`
}

/** What is said of the whole occupation: what the profile is for, the role, suitability, and the words of the trade. */
export function profileText(given: Given): TemplateResult {
  const { desk, part, item } = given
  const { profile } = desk.text
  const of = (kind: ReviewItem['kind']) => part.items.filter((each) => each.kind === kind)
  return html`<div class="leaf">
      <div class="mid">
        <h1 class="title" tabindex="-1">${t('part.own')}</h1>
        <p class="sum" lang="sv">${profile.title}</p>
        ${help(given)} ${changedFrame(given)} ${field('purpose', profile.purpose)}
        ${field('targetGroup', profile.targetGroup)} ${field('delimitations', profile.delimitations)}
        ${field('roleDescription', profile.roleDescription)}
        ${level(profile.seqfLevel, profile.levelRationale)} ${field('outcomeStem', profile.outcomeStem)}
        ${field('owner', profile.owner)}
      </div>
    </div>
    ${
      profile.personalSuitability.length === 0
        ? nothing
        : group(
            html`${icon('suitability', 'kind')}${t('kind.suitability')}
              <span class="quiet">${t('part.notAssessed')}</span>`,
            of('suitability').map((each) => {
              const reason = profile.personalSuitability.find(({ id }) => id === each.id)?.reason ?? ''
              return item(each, {
                below:
                  reason === ''
                    ? nothing
                    : html`<p class="quiet below">${t('part.because')} <span lang="sv">${reason}</span></p>`,
              })
            }),
          )
    }
    ${
      profile.wordList.length === 0
        ? nothing
        : group(
            html`${t('part.words')}`,
            of('word').map((each) => {
              const word = profile.wordList.find(({ id }) => id === each.id)
              return word ? item(each, { words: html`<b>${word.term}</b>: ${word.explanation}` }) : item(each)
            }),
          )
    }`
}

function group(head: TemplateResult, items: readonly TemplateResult[]): TemplateResult {
  return html`<div class="leaf group">
    <div class="mid">
      <h2 class="ctx">${head}</h2>
      <ul class="items">
        ${items.map((each) => html`<li>${each}</li>`)}
      </ul>
    </div>
  </div>`
}

function help({ desk, part }: Given): TemplateResult | typeof nothing {
  const { takePosition, remark } = desk.review.acts
  if (!remark) return nothing
  return html`<p class="why quiet">
    ${t(takePosition && isAskedOn(desk, part.id) ? 'part.help' : 'part.helpRemarks')}
  </p>`
}

function changedFrame({ desk, part }: Given): TemplateResult | typeof nothing {
  const change = desk.changes.find(({ itemId, kind }) => itemId === part.id && kind === 'frame')
  return change
    ? html`<div class="changed-frame">
        <p class="field-name">${t('part.frameChanged')}</p>
        ${changeInWords(change, desk)}
      </div>`
    : nothing
}

function level(seqfLevel: number | null, rationale: string): TemplateResult | typeof nothing {
  if (seqfLevel === null) return nothing
  return html`<p class="level">
      ${gauge(seqfLevel, 8)} <span>SeQF ${seqfLevel}</span>
      <span class="quiet">${t('part.level', { level: seqfLevel })}</span>
    </p>
    ${field('levelRationale', rationale)}`
}

/** A field of the frame: its name, and its text. */
function field(
  name:
    | 'purpose'
    | 'prerequisites'
    | 'targetGroup'
    | 'delimitations'
    | 'roleDescription'
    | 'outcomeStem'
    | 'owner'
    | 'levelRationale',
  text: string,
): TemplateResult | typeof nothing {
  if (text.trim() === '') return nothing
  return html`<section class="frame-field" aria-label=${t(`field.${name}`)}>
    <h2 class="field-name">${t(`field.${name}`)}</h2>
    ${name === 'delimitations' || name === 'roleDescription' ? markdownText(text) : linesText(text)}
  </section>`
}
