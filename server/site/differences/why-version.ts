import type { Edition } from '../../../schemas/types.ts'
import type { ChangeEntry } from '../../domain/publishing/group-changes.ts'
import { proposeVersion } from '../../domain/publishing/propose-version.ts'
import { nextVersion, type VersionLevel } from '../../domain/publishing/semantic-version.ts'
import { html, type Html, type Part } from '../html.ts'
import { mark } from '../marks.ts'
import type { Say } from '../say.ts'

type Level = Exclude<VersionLevel, 'first'>
const LEVELS: readonly Level[] = ['major', 'minor', 'patch']

/** Why a version has its number: a question for each figure, and the answer that decided. */
export function whyVersion(say: Say, before: Edition, after: Edition, entries: readonly ChangeEntry[]): Html {
  const places = (level: Level) => entries.filter(({ change }) => change.consequence === level).length
  const changes = entries.flatMap(({ change, parts }) => [change, ...parts])
  const { version: proposed, level: decisive } = proposeVersion(before.version, changes)
  return html`<h2 class="title">${say.text('differences.why.heading', { version: after.version })}</h2>
    <ul class="why">
      ${LEVELS.map((level) => {
        const answer = answerTo(say, level, decisive, places(level), nextVersion(before.version, level))
        return html`<li class="leaf flat ${level === decisive ? '' : 'no'}">
          <span class="digits">${figures(proposed, level)}</span>
          <p class="mid q">${say.text(`differences.why.${level}`)}</p>
          <p class="side a">
            ${mark(answer.isYes ? 'check' : 'minus')}
            <span>${answer.short} <span class="quiet">${answer.consequence}</span></span>
          </p>
        </li>`
      })}
    </ul>
    ${proposed !== after.version && otherNumber(say, after, proposed)}`
}

type Answer = { readonly isYes: boolean; readonly short: string; readonly consequence: string }

function answerTo(say: Say, level: Level, decisive: VersionLevel, places: number, version: string): Answer {
  const decides = level === decisive
  // The last question asks whether there is nothing but other things.
  const isYes = level === 'patch' ? decides : places > 0
  const short = isYes
    ? say.text('differences.why.yes', { places: say.inWords('counts.places', places) })
    : say.text('differences.why.no')
  if (decides) return { isYes, short, consequence: say.text(`differences.why.${level}Decides`) }
  const key = isYes || decisive === 'major' ? 'alone' : 'then'
  return {
    isYes,
    short,
    consequence: say.text(`differences.why.${level === 'patch' ? 'then' : key}`, { version }),
  }
}

/** A version's figures, of which one is meant. */
function figures(version: string, level: Level): Part {
  const at = LEVELS.indexOf(level)
  return version
    .split('.')
    .map((figure, index) => html`${index > 0 && '.'}${index === at ? html`<b>${figure}</b>` : figure}`)
}

function otherNumber(say: Say, { version, versionReason }: Edition, proposed: string): Html {
  return html`<div class="leaf flat">
    <p class="mid">
      ${say.text('differences.why.other', { version, proposed })} <span ${say.swedish}>${versionReason}</span>
    </p>
  </div>`
}
