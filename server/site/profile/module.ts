import type { Module, ModuleLink, ModuleSource } from '../../../schemas/types.ts'
import { groupOutcomes, type OutcomeGroup } from '../../domain/profile/number-items.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import { termExplainer, type Explained } from '../explain-terms.ts'
import { fill, html, type Html, type Part } from '../html.ts'
import { kindMark } from '../marks.ts'
import { paragraphs } from '../markdown.ts'
import { levelRule } from '../rule.ts'
import { capitalized } from '../say.ts'
import { outcomeRow } from './outcome.ts'
import type { ShownEdition } from './shown-edition.ts'
import { languagesOf, variantChoice, withVariants } from './variants.ts'

/** The modules as rows that unfold; all of their text is in the page. */
export function moduleList(shown: ShownEdition): Html {
  const { say, profile, allOpen } = shown
  const explainer = termExplainer(shown.wordIndex)
  return html`<div class="headline">
      <h2 class="title" id="moduler">
        ${capitalized(say.inWords('counts.modules', profile.modules.length))}
      </h2>
      <a href="${allOpen ? '?' : `?${ALL_OPEN.name}=${ALL_OPEN.value}`}#moduler"
        >${say.text(allOpen ? 'closeAll' : 'openAll')}</a
      >
    </div>
    <ol class="mods">
      ${profile.modules.map((link) => html`<li>${moduleRow(shown, link, explainer())}</li>`)}
    </ol>`
}

/** The query that asks for a page with every module open: to read straight through, to search in, to print. */
export const ALL_OPEN = { name: 'visa', value: 'allt' } as const

type Explain = (texts: readonly string[], lines: number) => Explained

function moduleRow(shown: ShownEdition, link: ModuleLink, explain: Explain): Html {
  const { say, numbers, allOpen } = shown
  const { module, obligation } = link
  const number = numbers.get(module.id) ?? ''
  return html`<details class="mod" id="${number}" ${allOpen && html`open`}>
    <summary>
      <span class="no">${number}</span>
      <h3 ${say.swedish}>${module.title}</h3>
      <span class="meta">
        ${
          module.seqfLevel !== null &&
          html`${levelRule(module.seqfLevel)} ${say.text('seqf', { level: module.seqfLevel })}`
        }
        <span>${say.count('counts.results', module.outcomes.length)}</span>
        ${obligation === 'optional' && html`<span>${say.text('optional')}</span>`}
      </span>
    </summary>
    <div class="open">${introduction(shown, link, number)} ${groups(shown, module, explain)}</div>
  </details>`
}

function introduction(shown: ShownEdition, link: ModuleLink, number: string): Html {
  const { say } = shown
  const { module } = link
  const languages = languagesOf(module)
  const hasMethods = module.outcomes.some(({ criteria }) =>
    criteria.some(({ assessmentMethods }) => assessmentMethods.length > 0),
  )
  return html`<div class="leaf flat">
    <div class="mid">
      <div class="purpose" ${say.swedish}>
        ${variantsOfTitle(shown, module, languages)}
        ${
          module.purpose.trim() !== '' &&
          html`<p>${withVariants(shown, module, 'purpose', module.purpose, languages)}</p>`
        }
        ${
          module.prerequisites.trim() !== '' &&
          html`<p>
            <span lang="${say.locale}">${say.text('module.prerequisites')}</span> ${module.prerequisites}
          </p>`
        }
      </div>
      ${conditions(shown, link)}
      <div class="tools">
        ${variantChoice(shown, `text-${number}`, languages)}
        ${
          hasMethods &&
          html`<label class="tick"
            ><input type="checkbox" class="h" />${say.text('module.showMethods')}</label
          >`
        }
        ${
          shown.hasChain(module.id) &&
          html`<a href="${say.to.chain(shown.profile.slug, shown.edition.version, module.id)}"
            >${say.text('chain.open')}</a
          >`
        }
      </div>
    </div>
    ${
      module.levelRationale.trim() !== '' &&
      module.seqfLevel !== null &&
      html`<dl class="side">
        <dt>${say.text('module.whyLevel', { level: module.seqfLevel })}</dt>
        <dd ${say.swedish}>${paragraphs(module.levelRationale)}</dd>
      </dl>`
    }
  </div>`
}

function variantsOfTitle(shown: ShownEdition, module: Module, languages: readonly string[]): Part {
  const there = (module.variants ?? []).some(({ field }) => field === 'title')
  return there && html`<p class="varied-title">${withVariants(shown, module, 'title', '', languages)}</p>`
}

/** How large the module is, and whose it is where it is shared. */
function conditions({ say }: ShownEdition, { module, linkedFrom }: ModuleLink): Part {
  const { volume, origin } = module
  const source = ({ profileSlug, version }: ModuleSource) =>
    html`<a href="${say.to.edition(profileSlug, version)}">${profileSlug} ${version}</a>`
  return [
    volume &&
      html`<p class="small">
        ${say.text('module.volume', { volume: say.count(`counts.volume.${volume.unit}`, volume.amount) })}
      </p>`,
    linkedFrom &&
      html`<p class="small">${fill(say.text('module.linkedFrom'), { source: source(linkedFrom) })}</p>`,
    origin && html`<p class="small">${fill(say.text('module.origin'), { source: source(origin) })}</p>`,
  ]
}

function groups(shown: ShownEdition, module: Module, explain: Explain): Html[] {
  const languages = languagesOf(module)
  return groupOutcomes(module).map(
    (group) =>
      html`${groupHead(shown, group)}
      ${group.outcomes.map((outcome) => outcomeRow(shown, outcome, explain, languages))}`,
  )
}

function groupHead({ say, config, profile }: ShownEdition, { category }: OutcomeGroup): Html {
  const key =
    category === 'responsibilityAutonomy' && config.thirdCategory === 'competences' ? 'competences' : category
  const stem = linesOf(profile.outcomeStem).join(' ')
  return html`<div class="leaf grp">
    <div class="mid">
      <h4>${kindMark(category, config)}${say.text(`categories.${key}`)}</h4>
      ${stem !== '' && html`<p class="stem" ${say.swedish}>${stem}</p>`}
    </div>
  </div>`
}
