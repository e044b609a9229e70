import type { Counts, EditionSummary } from '../../../schemas/types.ts'
import { inGroups, type ChangeEntry, type Group } from '../../domain/publishing/group-changes.ts'
import { inFours } from '../../domain/publishing/in-fours.ts'
import type { Compared } from '../differences/compared.ts'
import { entryRow } from '../differences/entry.ts'
import { leadSentences } from '../differences/lead.ts'
import { whyVersion } from '../differences/why-version.ts'
import { html, join, type Html, type Part } from '../html.ts'
import { renderPage, type Site } from '../page.ts'
import { factList } from '../profile/facts.ts'
import { shareRule } from '../rule.ts'
import type { Say } from '../say.ts'
import type { TextKey } from '../texts.ts'
import { exampleStamp } from './profile.ts'

type Differences = Compared & {
  readonly entries: readonly ChangeEntry[]
  readonly unchanged: Counts
  readonly total: Counts
  readonly former: EditionSummary
  readonly later: EditionSummary
  /** The versions from the later to the former, both included, latest first. */
  readonly steps: readonly EditionSummary[]
}

/** What differs between two versions, by what it means for a person who is assessed already. */
export function differencesPage(site: Site, differences: Differences): Html {
  const { say, slug, before, after, entries, steps } = differences
  const body = html`${head(differences)}
  ${
    steps.length > 2 ? stepByStep(differences) : entries.length > 0 && whyVersion(say, before, after, entries)
  }
  ${inGroups(entries).map(([group, members]) => groupSection(differences, group, members))}
  ${unchanged(differences)}`
  return renderPage(site, {
    say,
    body,
    current: 'profiles',
    path: say.to.differences(slug, after.version, before.version),
    title: say.text('differences.pageTitle', {
      former: before.version,
      later: after.version,
      title: after.profile.title,
    }),
    foot: foot(differences),
  })
}

function head(differences: Differences): Html {
  const { say, slug, before, after, entries, former, later } = differences
  const standing = ({ decision, publishedAt, standing: how, version }: EditionSummary) => {
    const since = after.profile.isExample
      ? say.text(how === 'current' ? 'differences.publishedCurrent' : 'differences.publishedOn', {
          date: say.dayOf(publishedAt),
        })
      : say.text(how === 'current' ? 'differences.currentSince' : 'differences.approvedOn', {
          date: say.day(decision.decidedOn),
        })
    return html`${since} <a href="${say.to.edition(slug, version)}">${say.text('differences.readIt')}</a>`
  }
  return html`<div class="leaf flat head">
    <div class="mid">
      <p class="kicker">
        <span
          ><a href="${say.to.profile(slug)}" ${say.swedish}>${after.profile.title}</a>,
          ${say.text('profile.version', { version: after.version })}</span
        >
      </p>
      <h1 class="title">
        ${say.text('differences.title', { former: before.version, later: after.version })}
      </h1>
      <p class="lead">${leadSentences(say, before.version, entries)}</p>
      ${after.profile.isExample && exampleStamp({ say })}
    </div>
    <div class="side">
      ${factList([
        [later.version, standing(later)],
        [former.version, standing(former)],
        [say.text('differences.sameWords'), sameWords(differences)],
        [
          say.text('differences.howToRead'),
          html`<del>${say.text('differences.struck')}</del> <ins>${say.text('differences.new')}</ins>`,
        ],
      ])}
    </div>
  </div>`
}

function sameWords({ say, unchanged: { criteria }, total }: Differences): Html {
  return html`${shareRule(criteria, total.criteria)}
  ${say.text('differences.shareOfCriteria', {
    unchanged: criteria,
    criteria: say.count('counts.criteria', total.criteria),
  })}`
}

/** Between versions that do not follow on each other each step has its own reasons. */
function stepByStep({ say, slug, steps }: Differences): Html {
  const links = steps.flatMap(({ version }, at) => {
    const former = steps[at + 1]
    return former
      ? [
          html`<a href="${say.to.differences(slug, version, former.version)}"
            >${say.text('differences.title', { former: former.version, later: version })}</a
          >`,
        ]
      : []
  })
  return html`<div class="leaf flat block">
    <p class="mid">${say.text('differences.steps')} ${join(links.toReversed(), ', ')}.</p>
  </div>`
}

function groupSection(differences: Differences, group: Group, members: readonly ChangeEntry[]): Html {
  const { say, before, entries } = differences
  const moved = new Map<string, number>()
  for (const { change } of entries) moved.set(change.itemId, (moved.get(change.itemId) ?? 0) + 1)
  return html`<section class="sec">
    <div class="leaf">
      <span class="count">${members.length}</span>
      <div class="mid">
        <h2>${say.text(`differences.groups.${group}.heading`)}</h2>
        ${introduction(say, group, members.length, before.version)}
      </div>
    </div>
    <ol>
      ${members.map((entry, at) =>
        entryRow(
          differences,
          entry,
          members[at - 1]?.change.moduleTitle ?? '',
          moved.get(entry.change.itemId) === 1,
        ),
      )}
    </ol>
  </section>`
}

function introduction(say: Say, group: Group, count: number, former: string): Part {
  if (group === 'moved' || group === 'rest') return null
  const key: TextKey =
    group === 'demands'
      ? `differences.groups.demands.${count === 1 ? 'one' : 'other'}`
      : `differences.groups.${group}.intro`
  return html`<p class="intro-line">${say.text(key, { former, count: say.number(count) })}</p>`
}

function unchanged({ say, slug, after, unchanged: { outcomes, criteria } }: Differences): Html {
  return html`<div class="same leaf flat">
    <p class="mid wording">
      ${say.text('differences.unchanged', {
        outcomes: say.count('counts.outcomes', outcomes),
        criteria: say.count('counts.criteria', criteria),
      })}
    </p>
    <p class="side">
      <a href="${say.to.edition(slug, after.version)}"
        >${say.text('check.read', { version: after.version })}</a
      >
    </p>
  </div>`
}

function foot({ say, slug, former, later }: Differences): Html {
  const digest = ({ version, digest: whole }: EditionSummary) =>
    html`<a href="${say.to.check(slug, version)}">${version}</a>
      <span class="num">${inFours(whole, 12)}</span>`
  return html`<p>
      ${say.text('differences.foot')} <a href="${say.to.versions(slug)}">${say.text('allVersions')}</a>
    </p>
    <p class="quiet">${say.text('facts.digest')}: ${digest(former)}, ${digest(later)}</p>`
}
