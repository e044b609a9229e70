import type { EditionSummary, PanelStanding } from '../../../schemas/types.ts'
import { linesOf } from '../../domain/publishing/lines.ts'
import { inFours } from '../../domain/publishing/in-fours.ts'
import { html, type Html, type Part } from '../html.ts'
import { paragraphs } from '../markdown.ts'
import { dissentLines } from '../panel/dissent.ts'
import { capitalized, type Say } from '../say.ts'
import { factList } from './facts.ts'
import type { ShownEdition } from './shown-edition.ts'

/** Who decided, when and on what grounds; why this level; and the versions, with what differs between them. */
export function decisionSection(shown: ShownEdition): Html {
  const { say, config, edition, profile, digest } = shown
  const { decision, panel, version } = edition
  const { slug } = profile
  const { perspectives } = config
  const swedish = (text: string): Part =>
    text.trim() !== '' && html`<span ${say.swedish}>${linesOf(text).join(' ')}</span>`
  return html`<h2 class="title" id="beslut">${say.text('sections.decision')}</h2>
    <div class="leaf flat">
      <div class="mid wide-facts">
        ${factList([
          [
            say.text('decision.on'),
            profile.isExample
              ? say.text('decision.exampleOn', { date: say.day(decision.decidedOn) })
              : say.day(decision.decidedOn),
          ],
          [say.text('decision.by'), swedish(decision.decidedBy)],
          [say.text('decision.grounds'), swedish(decision.grounds)],
          [
            say.text('panel.facts.panel'),
            panel &&
              html`${panelSize(say, panel)}
                <a href="${say.to.panelDecision(slug, version)}">${say.text('panel.facts.read')}</a>`,
          ],
          ...dissentLines({ say, perspectives }, panel, { slug, version }).map(
            (line) => [say.text('panel.facts.dissent'), line] as const,
          ),
          [say.text('decision.owner'), swedish(profile.owner)],
          [say.text('decision.versionReason'), swedish(edition.versionReason)],
          [
            say.text('decision.digest'),
            html`<span class="digest">${inFours(digest)}</span>
              <small>${say.text('decision.digestMeaning')}</small>`,
          ],
        ])}
        ${
          profile.seqfLevel !== null &&
          profile.levelRationale.trim() !== '' &&
          html`<div class="text">
            <h3>${say.text('module.whyLevel', { level: profile.seqfLevel })}</h3>
            <div ${say.swedish}>${paragraphs(profile.levelRationale)}</div>
          </div>`
        }
      </div>
      ${
        config.contactEmail !== '' &&
        html`<div class="side">
          <div class="note">
            <p>${say.text('decision.notSo')}</p>
            <p><a href="mailto:${config.contactEmail}">${say.text('decision.write')}</a></p>
          </div>
        </div>`
      }
    </div>
    ${versionList(shown)}`
}

function panelSize(say: Say, { composition }: PanelStanding): string {
  const decided = composition.filter((seat) => seat.decided)
  const perspectives = new Set(decided.map(({ perspective }) => perspective)).size
  const size = say.text('panel.facts.panelValue', {
    members: say.inWords('counts.members', decided.length),
    perspectives: say.inWords('counts.perspectives', perspectives),
  })
  return `${capitalized(size)}.`
}

/** Versions, latest first, each with what differs from the one before. */
export function versionList({
  say,
  profile,
  versions,
}: Pick<ShownEdition, 'say' | 'versions'> & { readonly profile: { readonly slug: string } }): Html {
  return html`<ol class="versions">
    ${versions.map((version, at) => versionRow(say, profile.slug, version, versions[at + 1]))}
  </ol>`
}

function versionRow(
  say: Say,
  slug: string,
  { version, decision, publishedAt, standing }: EditionSummary,
  former: EditionSummary | undefined,
): Html {
  return html`<li class="leaf flat">
    <a class="no" href="${say.to.edition(slug, version)}">${version}</a>
    <p class="mid">
      ${say.text(standing === 'current' ? 'versions.current' : 'versions.superseded', {
        date: say.dayOf(publishedAt),
      })}
      <span class="quiet" ${say.swedish}>${decision.decidedBy}</span>
    </p>
    <p class="side">
      ${
        former
          ? html`<a href="${say.to.differences(slug, version, former.version)}"
              >${say.text('versions.differences', { former: former.version })}</a
            >`
          : html`<span class="quiet">${say.text('versions.first')}</span>`
      }
    </p>
  </li>`
}
