import { linesOf } from '../../domain/publishing/lines.ts'
import { fill, html, type Html } from '../html.ts'
import { mark } from '../marks.ts'
import { renderPage, type Site } from '../page.ts'
import { decisionSection } from '../profile/decision.ts'
import { profileFacts, takeAway } from '../profile/facts.ts'
import { moduleList } from '../profile/module.ts'
import { delimitationSection, roleSection, suitabilitySection, wordSection } from '../profile/sections.ts'
import { isSuperseded, showEdition, type EditionToShow, type ShownEdition } from '../profile/shown-edition.ts'

type Section = {
  readonly anchor: string
  readonly name: Parameters<ShownEdition['say']['text']>[0]
  readonly isThere: (shown: ShownEdition) => boolean
  readonly content: (shown: ShownEdition) => Html
}

/** The page's parts, in order; those without text are left out, here and in the menu. */
const SECTIONS: readonly Section[] = [
  {
    anchor: 'yrkesrollen',
    name: 'sections.role',
    isThere: ({ profile }) => profile.roleDescription.trim() + profile.targetGroup.trim() !== '',
    content: roleSection,
  },
  { anchor: 'moduler', name: 'sections.modules', isThere: () => true, content: moduleList },
  {
    anchor: 'lamplighet',
    name: 'sections.suitability',
    isThere: ({ profile }) => profile.personalSuitability.length > 0,
    content: suitabilitySection,
  },
  {
    anchor: 'avgransningar',
    name: 'sections.delimitations',
    isThere: ({ profile }) => profile.delimitations.trim() !== '',
    content: delimitationSection,
  },
  {
    anchor: 'yrkessprak',
    name: 'sections.words',
    isThere: ({ profile }) => profile.wordList.length > 0,
    content: wordSection,
  },
  { anchor: 'beslut', name: 'sections.decision', isThere: () => true, content: decisionSection },
]

/** A published version, whole: everything is in the page, and modules unfold without script. */
export function profilePage(site: Site, path: string, given: EditionToShow): Html {
  const shown = showEdition(given)
  const { say, profile, edition } = shown
  const sections = SECTIONS.filter(({ isThere }) => isThere(shown))
  const body = html`${title(shown)}
    <nav class="onpage" aria-label="${say.text('onPage')}">
      <ul>
        ${sections.map(({ anchor, name }) => html`<li><a href="#${anchor}">${say.text(name)}</a></li>`)}
      </ul>
    </nav>
    ${sections.map(({ content }) => content(shown))}`
  return renderPage(site, {
    say,
    path,
    body,
    current: 'profiles',
    title: say.text('profile.title', { title: profile.title, version: edition.version }),
    ...(profile.purpose.trim() !== '' && { description: shortened(linesOf(profile.purpose)[0] ?? '') }),
    ...(!isSuperseded(shown) && { canonical: say.to.profile(profile.slug) }),
    foot: html`<p>
      ${say.text('profile.foot', { title: profile.title, version: edition.version })}
      <a href="${say.to.versions(profile.slug)}">${say.text('allVersions')}</a>
    </p>`,
  })
}

function title(shown: ShownEdition): Html {
  const { say, profile, edition } = shown
  return html`<div class="leaf flat head">
    <div class="mid">
      <p class="kicker">
        <span>${say.text('profile.kind')}</span>
        <span class="num">${say.text('profile.version', { version: edition.version })}</span>
        ${
          isSuperseded(shown)
            ? html`<span class="past">${mark('triangle-alert')}${say.text('profile.superseded')}</span>`
            : html`<span class="valid">${mark('circle-check')}${say.text('profile.current')}</span>`
        }
      </p>
      <h1 class="title" ${say.swedish}>${profile.title}</h1>
      ${isSuperseded(shown) && notice(shown)}
      <p class="lead" ${say.swedish}>${linesOf(profile.purpose)[0]}</p>
      ${profile.isExample && exampleStamp(shown)}
    </div>
    <div class="side">${profileFacts(shown)} ${takeAway(shown)}</div>
  </div>`
}

/** Somebody may have come by an old link: what to read instead is said before anything else. */
function notice({ say, profile, edition, current }: ShownEdition): Html {
  const { slug } = profile
  const read = html`<a href="${say.to.profile(slug)}"
    >${say.text('superseded.read', { version: current.version })}</a
  >`
  const compare = html`<a href="${say.to.differences(slug, current.version, edition.version)}"
    >${say.text('superseded.compare')}</a
  >`
  return html`<p class="notice">
    ${fill(say.text('superseded.notice', { version: edition.version }), { read, compare })}
  </p>`
}

export function exampleStamp({ say }: Pick<ShownEdition, 'say'>): Html {
  return html`<p class="stampline">
    <span class="stamp">${say.text('example.stamp')}</span><span>${say.text('example.sentence')}</span>
  </p>`
}

/** As much as search engines show of a description, at a word's end. */
function shortened(text: string, most = 160): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most - 1))} …`
}
