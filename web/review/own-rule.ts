import { html, nothing, type TemplateResult } from 'lit'
import type { Perspective, Share, VotingRule } from '../../schemas/types.ts'
import { t } from '../i18n/review.ts'

type Change = (rule: VotingRule) => void
const HALF: Share = { numerator: 1, denominator: 2 }
const MOST = 100

/** The figures of a rule of one's own. What they come to stands above them as a sentence, and follows as one writes. */
export function ownRuleFields(
  rule: VotingRule,
  perspectives: readonly Perspective[],
  change: Change,
): TemplateResult {
  const { quorum, majority } = rule
  return html`<div class="figures">
    ${shareFields('quorum', t('own.quorum'), quorum.inAll, (inAll) =>
      change({ ...rule, quorum: { ...quorum, inAll } }),
    )}
    <label class="figure"
      ><span>${t('own.perPerspective')}</span>
      <input
        type="number"
        min="0"
        max="15"
        .value=${String(quorum.perPerspective)}
        @change=${({ target }: Event) =>
          change({ ...rule, quorum: { ...quorum, perPerspective: numberIn(target, 0, 15) } })}
    /></label>
    ${optionalShare('majority', t('own.majority'), majority.inAll, (inAll) =>
      change({ ...rule, majority: { ...majority, inAll } }),
    )}
    ${optionalShare('each', t('own.majorityEach'), majority.perPerspective, (perPerspective) =>
      change({ ...rule, majority: { ...majority, perPerspective } }),
    )}
    ${blockers(rule, perspectives, change)}
    <fieldset class="choices">
      <legend>${t('own.abstention')}</legend>
      ${(['aside', 'against'] as const).map(
        (each) =>
          html`<label class="tick"
            ><input
              type="radio"
              name="abstention"
              .checked=${rule.abstention === each}
              @change=${() => change({ ...rule, abstention: each })}
            /><span>${t(`own.abstains.${each}`)}</span></label
          >`,
      )}
    </fieldset>
  </div>`
}

function shareFields(
  name: string,
  label: string,
  share: Share,
  change: (share: Share) => void,
): TemplateResult {
  const field = (part: keyof Share) =>
    html`<input
      type="number"
      id="own-${name}-${part}"
      min="1"
      max=${MOST}
      aria-label=${t(`own.${part}`, { what: label })}
      .value=${String(share[part])}
      @change=${({ target }: Event) => change({ ...share, [part]: numberIn(target, 1, MOST) })}
    />`
  return html`<p class="figure">
    <span>${label}</span
    ><span class="share">${field('numerator')} ${t('own.of')} ${field('denominator')}</span>
  </p>`
}

function optionalShare(
  name: string,
  label: string,
  share: Share | null,
  change: (share: Share | null) => void,
): TemplateResult {
  return html`<label class="tick"
      ><input
        type="checkbox"
        .checked=${share !== null}
        @change=${({ target }: Event) => change((target as HTMLInputElement).checked ? HALF : null)}
      /><span>${label}</span></label
    >
    ${share ? shareFields(name, t('own.share'), share, change) : nothing}`
}

function blockers(rule: VotingRule, perspectives: readonly Perspective[], change: Change): TemplateResult {
  const { who, perspectives: named } = rule.blocking
  return html`<fieldset class="choices">
    <legend>${t('own.blocking')}</legend>
    ${(['nobody', 'anyMember', 'perspectives'] as const).map(
      (each) =>
        html`<label class="tick"
          ><input
            type="radio"
            name="blocking"
            .checked=${who === each}
            @change=${() => change({ ...rule, blocking: { who: each, perspectives: [] } })}
          /><span>${t(`own.blocks.${each}`)}</span></label
        >`,
    )}
    ${
      who === 'perspectives'
        ? html`<div class="ticks">
            ${perspectives.map(
              ({ id, name }) =>
                html`<label class="tick"
                  ><input
                    type="checkbox"
                    .checked=${named.includes(id)}
                    @change=${({ target }: Event) => {
                      const others = named.filter((each) => each !== id)
                      const all = (target as HTMLInputElement).checked ? [...others, id] : others
                      change({ ...rule, blocking: { who, perspectives: all } })
                    }}
                  /><span>${name}</span></label
                >`,
            )}
          </div>`
        : nothing
    }
  </fieldset>`
}

/** A whole number within bounds, whatever was written. */
function numberIn(target: EventTarget | null, least: number, most: number): number {
  const value = Math.round(Number((target as HTMLInputElement).value))
  return Math.max(least, Math.min(most, Number.isFinite(value) ? value : least))
}
