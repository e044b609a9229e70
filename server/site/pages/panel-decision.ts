import { linesOf } from '../../domain/publishing/lines.ts'
import { html, type Html, type Part } from '../html.ts'
import { renderPage, type Site } from '../page.ts'
import { ANCHORS } from '../panel/anchors.ts'
import { DECISION_SECTIONS, type DecisionToShow } from '../panel/decision-sections.ts'
import { factList } from '../profile/facts.ts'
import { capitalized, type Say } from '../say.ts'
import { exampleStamp } from './profile.ts'

/** The decision that a version came of, for anybody: by perspective and organisation, names where leave was given. */
export function panelDecisionPage(site: Site, shown: DecisionToShow): Html {
  const { say, edition } = shown
  const { profile, version } = edition
  const about = { title: profile.title, version }
  const sections = DECISION_SECTIONS.filter(({ isThere }) => isThere(shown))
  const body = html`${head(shown)}
    <nav class="onpage" aria-label="${say.text('onPage')}">
      <ul>
        ${sections.map(
          ({ name }) => html`<li><a href="#${ANCHORS[name]}">${say.text(`panel.sections.${name}`)}</a></li>`,
        )}
      </ul>
    </nav>
    ${sections.map(
      ({ name, content }) =>
        html`<section>
          <h2 class="title" id="${ANCHORS[name]}">${say.text(`panel.sections.${name}`)}</h2>
          ${content(shown)}
        </section>`,
    )}`
  return renderPage(site, {
    say,
    body,
    path: say.to.panelDecision(profile.slug, version),
    current: 'profiles',
    title: say.text('panel.pageTitle', about),
    description: say.text('panel.description', about),
    foot: html`<p>
      ${say.text('panel.foot', about)}
      <a href="${say.to.edition(profile.slug, version)}">${say.text('panel.readVersion', { version })}</a>
    </p>`,
  })
}

function head({ say, edition, decision }: DecisionToShow): Html {
  const { profile, version } = edition
  const decided = decision.composition.filter((seat) => seat.decided)
  const size = {
    members: say.inWords('counts.members', decided.length),
    perspectives: say.inWords('counts.perspectives', new Set(decided.map((seat) => seat.perspective)).size),
  }
  const sentences = [
    say.text(`panel.lead.${decision.outcome}`, { date: say.day(decision.decidedOn) }),
    say.text('panel.lead.who', { ...size, members: capitalized(size.members) }),
    decision.dissents.length > 0 && capitalized(say.inWords('panel.lead.dissents', decision.dissents.length)),
  ]
  return html`<div class="leaf flat head">
    <div class="mid">
      <p class="kicker">
        <span
          ><a href="${say.to.edition(profile.slug, version)}" ${say.swedish}>${profile.title}</a>,
          ${say.text('profile.version', { version })}</span
        >
      </p>
      <h1 class="title">${say.text('panel.title')}</h1>
      <p class="lead">${sentences.filter(Boolean).join(' ')}</p>
      ${profile.isExample && exampleStamp({ say })}
    </div>
    <div class="side">
      ${factList([
        [say.text('panel.facts.outcome'), say.text(`panel.facts.outcomes.${decision.outcome}`)],
        [say.text('panel.facts.day'), say.day(decision.decidedOn)],
        [say.text('decision.by'), own(say, decision.decidedBy)],
        [say.text('decision.grounds'), own(say, decision.grounds)],
        [say.text('panel.facts.panel'), say.text('panel.facts.panelValue', size)],
        [say.text('panel.facts.round'), decision.round],
      ])}
    </div>
  </div>`
}

/** In somebody's own words, on a line. */
function own(say: Say, words: string): Part {
  return words.trim() !== '' && html`<span ${say.swedish}>${linesOf(words).join(' ')}</span>`
}
