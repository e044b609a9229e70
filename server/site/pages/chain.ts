import type { Edition, SentenceChain } from '../../../schemas/types.ts'
import { findItem, type Found } from '../../domain/profile/items.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import type { Setup } from '../../installation.ts'
import { numberItems } from '../../domain/profile/number-items.ts'
import { fill, html, type Html, type Part } from '../html.ts'
import { renderPage, type Site } from '../page.ts'
import { chainSteps, type ChainStep } from '../panel/chain-steps.ts'
import { chainSummary } from '../panel/chain-summary.ts'
import { factList } from '../profile/facts.ts'
import { anchorOf } from '../profile/shown-edition.ts'
import type { Say } from '../say.ts'
import { exampleStamp } from './profile.ts'

type ChainToShow = {
  readonly say: Say
  readonly config: Setup
  readonly edition: Edition
  readonly chain: SentenceChain
  /** Those of what belongs to it, where it is a module or the profile itself. */
  readonly within: readonly SentenceChain[]
}

/** How a sentence came to be, from the first card to the decision; by perspective, never by name. */
export function chainPage(site: Site, shown: ChainToShow): Html {
  const { say, config, edition, chain, within } = shown
  const { profile, version } = edition
  const found = findItem(profile, chain.itemId)
  const heading = headingOf(say, chain, found?.kind)
  const steps = chainSteps({ say, config, chain, perspectives: chain.perspectives })
  const body = html`${head(shown, heading, found)}
    ${isUntouched(steps) && !isPart(found) && nothingMore(shown)}
    <ol class="chain">
      ${[...steps, decisionStep(shown)].map((step) => stepSection(say, step))}
    </ol>
    ${within.length > 0 && sentences(shown, found?.kind)}`
  return renderPage(site, {
    say,
    body,
    path: say.to.chain(profile.slug, version, chain.itemId),
    current: 'profiles',
    title: say.text('chain.pageTitle', { heading, title: profile.title, version }),
    foot: html`<p>
      ${say.text('profile.foot', { title: profile.title, version })}
      <a href="${say.to.edition(profile.slug, version)}">${say.text('panel.readVersion', { version })}</a>
    </p>`,
  })
}

function headingOf(say: Say, { number }: SentenceChain, kind: Found['kind'] | undefined): string {
  if (kind === 'profile') return say.text('chain.title.common')
  if (kind === 'module') return say.text('chain.title.module', { number })
  if (number === '') return say.text('chain.title.plain')
  return say.text('chain.title.numbered', { number: unbroken(number) })
}

function head({ say, edition, chain }: ChainToShow, heading: string, found: Found | undefined): Html {
  const { profile, version } = edition
  const { slug } = profile
  return html`<div class="leaf flat head">
    <div class="mid">
      <p class="kicker">
        <span
          ><a href="${say.to.edition(slug, version)}" ${say.swedish}>${profile.title}</a>,
          ${say.text('profile.version', { version })}</span
        >
      </p>
      <h1 class="title">${heading}</h1>
      <p class="lead" ${say.swedish}>${chain.wording}</p>
      ${profile.isExample && exampleStamp({ say })}
    </div>
    <div class="side">
      ${factList([
        [
          say.text('chain.fact'),
          chain.number !== '' &&
            html`<a href="${say.to.edition(slug, version)}#${anchorOf(chain.number)}"
              >${unbroken(chain.number)}</a
            >`,
        ],
        [say.text('chain.within'), partOf(say, edition, found)],
      ])}
    </div>
  </div>`
}

/** The part that it stands in, whose page lists all that belongs to it. */
function partOf(say: Say, { profile, version }: Edition, found: Found | undefined): Part {
  if (!found || isPart(found)) return null
  const partId = found.within?.module.id ?? profile.id
  const number = numberItems(profile).get(partId)
  const name = found.within ? say.text('chain.module', { number: number ?? '' }) : say.text('chain.common')
  return html`<a href="${say.to.chain(profile.slug, version, partId)}">${name}</a>`
}

/** Of which there is more to tell than of its own title. */
function isPart(found: Found | undefined): boolean {
  return found?.kind === 'module' || found?.kind === 'profile'
}

/** Whether nobody has said or changed anything: positions at the most. */
function isUntouched(steps: readonly ChainStep[]): boolean {
  return steps.every(({ kind }) => kind === 'positions')
}

function nothingMore({ say, edition }: ChainToShow): Html {
  return html`<div class="leaf flat block">
    <p class="mid">${say.text(edition.panel ? 'chain.nothingInPanel' : 'chain.nothing')}</p>
  </div>`
}

function stepSection(say: Say, { kind, count, content }: ChainStep): Html {
  return html`<li class="sec">
    <div class="leaf">
      ${count !== null && html`<span class="count">${count}</span>`}
      <h2 class="mid">${say.text(`chain.steps.${kind}`)}</h2>
    </div>
    ${content}
  </li>`
}

function decisionStep({ say, edition }: ChainToShow): ChainStep {
  const { decision, version, publishedAt, profile } = edition
  const by = linesOf(decision.decidedBy).join(' ')
  const content = html`<div class="leaf">
    <div class="mid decided">
      <p>
        ${fill(say.text('chain.decidedBy'), {
          by: html`<span ${say.swedish}>${by}</span>`,
          date: say.day(decision.decidedOn),
        })}
        ${say.text('chain.published', { version, date: say.dayOf(publishedAt) })}
      </p>
      ${
        decision.grounds.trim() !== '' &&
        html`<p class="quiet" ${say.swedish}>${linesOf(decision.grounds).join(' ')}</p>`
      }
      ${
        edition.panel &&
        html`<p>
          <a href="${say.to.panelDecision(profile.slug, version)}">${say.text('panel.facts.read')}</a>
        </p>`
      }
    </div>
  </div>`
  return { kind: 'decision', count: null, content }
}

/** What belongs to a module or to the profile itself, each with the way to its own chain. */
function sentences({ say, edition, within }: ChainToShow, kind: Found['kind'] | undefined): Html {
  const { profile, version } = edition
  return html`<h2 class="title">${say.text(kind === 'profile' ? 'chain.words' : 'chain.sentences')}</h2>
    <p class="intro">${say.text('chain.beside')}</p>
    <ol class="versions sentences">
      ${within.map((chain) => {
        const address = say.to.chain(profile.slug, version, chain.itemId)
        return html`<li class="leaf">
          <span class="addr">${unbroken(chain.number)}</span>
          <a class="mid wording ${/ /u.test(chain.number) && 'sub'}" href="${address}" ${say.swedish}
            >${chain.wording}</a
          >
          <p class="side quiet">${chainSummary(say, chain)}</p>
        </li>`
      })}
    </ol>`
}

/** A criterion's letter keeps to its number. */
function unbroken(number: string): string {
  return number.replace(' ', '\u00A0')
}
