import type { EditionSummary } from '../../../schemas/types.ts'
import { inFours } from '../../domain/publishing/in-fours.ts'
import { fill, html, type Html } from '../html.ts'
import { mark } from '../marks.ts'
import { renderPage, type Site } from '../page.ts'
import { factList } from '../profile/facts.ts'
import type { Say } from '../say.ts'
import { exampleStamp } from './profile.ts'

/** What the QR code on paper leads to. */
type VersionToCheck = {
  readonly slug: string
  readonly asked: EditionSummary
  readonly latest: EditionSummary
  /** The version that took its place, if any. */
  readonly successor: EditionSummary | undefined
  /** Whether the stored text still gives the digest that it was published with. */
  readonly isWhole: boolean
  readonly isExample: boolean
}

/** "Is this the latest version?": the answer first, then what can be compared with the paper. */
export function checkPage(site: Site, say: Say, check: VersionToCheck): Html {
  const { slug, asked, latest } = check
  const isLatest = asked.version === latest.version
  const version = asked.version
  const body = html`<div class="leaf flat head answer">
      <span class="addr ${isLatest ? 'valid' : 'past'}"
        >${mark(isLatest ? 'circle-check' : 'triangle-alert')}</span
      >
      <div class="mid">
        <p class="kicker">${say.text('check.question', { title: asked.title, version })}</p>
        <h1 class="title">${say.text(isLatest ? 'check.yes' : 'check.no', { latest: latest.version })}</h1>
        ${isLatest ? whenLatest(say, check) : whenSuperseded(say, check)}
        ${!check.isWhole && html`<p class="notice wrong">${say.text('check.broken')}</p>`}
        ${check.isExample && exampleStamp({ say })}
      </div>
      <div class="side">
        ${factList([
          [say.text('check.version'), html`<span class="num">${version}</span>`],
          [
            say.text('facts.approved'),
            check.isExample ? say.text('facts.notApproved') : say.day(asked.decision.decidedOn),
          ],
          [say.text('check.by'), html`<span ${say.swedish}>${asked.decision.decidedBy}</span>`],
          [say.text('check.published'), say.dayOf(asked.publishedAt)],
          [
            say.text('facts.review'),
            isLatest && say.text('facts.reviewBy', { month: say.month(asked.nextReviewDue) }),
          ],
        ])}
      </div>
    </div>
    <div class="leaf flat block">
      <div class="mid">
        <h2>${say.text('check.digest')}</h2>
        <p class="digest large">${inFours(asked.digest)}</p>
        <p class="quiet">${say.text('check.digestHow')}</p>
      </div>
    </div>`
  return renderPage(site, {
    say,
    body,
    path: say.to.check(slug, version),
    current: 'profiles',
    hidden: true,
    title: say.text('check.question', { title: asked.title, version }),
  })
}

function whenLatest(say: Say, { slug, asked, isWhole }: VersionToCheck): Html {
  return html`<p class="lead">
      ${say.text(isWhole ? 'check.since' : 'check.sinceOnly', { date: say.dayOf(asked.publishedAt) })}
    </p>
    <p class="next">
      <a href="${say.to.profile(slug)}">${say.text('check.read', { version: asked.version })}</a>
    </p>`
}

function whenSuperseded(say: Say, { slug, asked, latest, successor = latest }: VersionToCheck): Html {
  const read = html`<a href="${say.to.profile(slug)}"
    >${say.text('check.read', { version: latest.version })}</a
  >`
  const compare = html`<a href="${say.to.differences(slug, latest.version, asked.version)}"
    >${say.text('check.compare')}</a
  >`
  return html`<p class="lead">
      ${say.text(successor === latest ? 'check.superseded' : 'check.supersededTwice', {
        version: asked.version,
        successor: successor.version,
        latest: latest.version,
        date: say.dayOf(successor.publishedAt),
      })}
    </p>
    <p class="next">${fill(say.text('check.next'), { read, compare })}</p>`
}
