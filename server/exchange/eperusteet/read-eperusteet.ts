import type { AssessmentCriterion, LearningOutcome, ModuleLink } from '../../../schemas/types.ts'
import { cleanText } from '../../domain/profile/clean-text.ts'
import { newProfile, slugFrom } from '../../domain/profile/new-profile.ts'
import type { Reading, Remark } from '../reading.ts'

/*
 * Finland's national authoring system (ePerusteet, Opetushallitus) answers with units in Finnish and mostly also in
 * Swedish. Unit → module, requirement area → outcome, requirement → criterion. The older form of a unit has
 * assessment targets with criteria for several grades (arviointi); the newer has plain requirements
 * (ammattitaitovaatimukset2019). Levels and kinds of outcomes have no counterpart there: a person enters them.
 */

export const EPERUSTEET_FORMAT = 'eperusteet'

type Text = { readonly fi?: string | null; readonly sv?: string | null } | null | undefined
type GradedCriteria = { readonly _osaamistaso?: string; readonly kriteerit?: readonly Text[] }
type Unit = {
  readonly nimi?: Text
  readonly arviointi?: {
    readonly arvioinninKohdealueet?: readonly {
      readonly otsikko?: Text
      readonly arvioinninKohteet?: readonly { readonly osaamistasonKriteerit?: readonly GradedCriteria[] }[]
    }[]
  } | null
  readonly ammattitaitovaatimukset2019?: {
    readonly kohdealueet?: readonly {
      readonly kuvaus?: Text
      readonly vaatimukset?: readonly { readonly vaatimus?: Text }[]
    }[]
  } | null
  readonly ammattitaitovaatimukset?: Text
}

/** Words that end up in the profile itself, from the catalogue. */
export type EperusteetLabels = {
  readonly onlyFinnish: (text: string) => string
  readonly untitled: string
  readonly owner: string
}

/** The units of a response, or undefined when it is none: a page of units, a list of them, or a single one. */
export function eperusteetUnits(file: unknown): readonly Unit[] | undefined {
  const data = isObject(file) && Array.isArray(file.data) ? file.data : Array.isArray(file) ? file : [file]
  const units = data.filter((unit) => isObject(unit) && isObject(unit.nimi))
  return units.length > 0 ? units : undefined
}

/** Reads a response as a draft without level, owner's approval or categories of its own. */
export function readEperusteet(
  units: readonly Unit[],
  labels: EperusteetLabels,
  newId: () => string,
): Reading {
  const repaired: Remark[] = []
  const leftOut: Remark[] = []
  const swedish = (text: Text, pointer: string): string => {
    const [sv, fi] = [tidy(text?.sv), tidy(text?.fi)]
    if (sv) return sv
    if (!fi) return ''
    repaired.push({ code: 'only-finnish', pointer })
    return labels.onlyFinnish(fi)
  }
  const modules = units.map((unit, index) => moduleFrom(unit, `/data/${index}`))
  const title = modules[0]?.module.title || labels.untitled
  const profile = {
    ...newProfile({ id: newId(), slug: slugFrom(title) || EPERUSTEET_FORMAT, title }),
    owner: labels.owner,
    modules,
  }
  return { ok: true, format: EPERUSTEET_FORMAT, profile, published: null, repaired, leftOut }

  function moduleFrom(unit: Unit, pointer: string): ModuleLink {
    const outcomes = [...gradedOutcomes(unit, pointer), ...plainOutcomes(unit, pointer)]
    if (outcomes.length > 0)
      repaired.push({ code: 'category-assumed', pointer, values: { count: outcomes.length } })
    if (unit.ammattitaitovaatimukset) {
      leftOut.push({ code: 'requirements-as-html', pointer: `${pointer}/ammattitaitovaatimukset` })
    }
    return {
      obligation: 'mandatory',
      module: {
        id: newId(),
        title: swedish(unit.nimi, `${pointer}/nimi`).slice(0, 200),
        seqfLevel: null,
        levelRationale: '',
        purpose: '',
        prerequisites: '',
        volume: null,
        outcomes,
      },
    }
  }

  function gradedOutcomes(unit: Unit, unitPointer: string): LearningOutcome[] {
    return list(unit.arviointi?.arvioinninKohdealueet).map((area, a) => {
      const pointer = `${unitPointer}/arviointi/arvioinninKohdealueet/${a}`
      const criteria = list(area.arvioinninKohteet).flatMap((target, t) =>
        passCriteria(
          list(target.osaamistasonKriteerit),
          `${pointer}/arvioinninKohteet/${t}/osaamistasonKriteerit`,
        ),
      )
      return outcomeFrom(swedish(area.otsikko, `${pointer}/otsikko`), criteria)
    })
  }

  /** A criterion here is met or not yet met, so the lowest grade that passes is taken and the higher ones are left out. */
  function passCriteria(grades: readonly GradedCriteria[], pointer: string): AssessmentCriterion[] {
    const lowest = grades.reduce<number>(
      (low, grade, index) => (Number(grade._osaamistaso) < Number(grades[low]?._osaamistaso) ? index : low),
      0,
    )
    if (grades.length > 1)
      leftOut.push({ code: 'higher-grades', pointer, values: { count: grades.length - 1 } })
    return list(grades[lowest]?.kriteerit).flatMap((text, k) =>
      criterionFrom(text, `${pointer}/${lowest}/kriteerit/${k}`),
    )
  }

  function plainOutcomes(unit: Unit, unitPointer: string): LearningOutcome[] {
    return list(unit.ammattitaitovaatimukset2019?.kohdealueet).map((area, a) => {
      const pointer = `${unitPointer}/ammattitaitovaatimukset2019/kohdealueet/${a}`
      const criteria = list(area.vaatimukset).flatMap(({ vaatimus }, v) =>
        criterionFrom(vaatimus, `${pointer}/vaatimukset/${v}/vaatimus`),
      )
      return outcomeFrom(swedish(area.kuvaus, `${pointer}/kuvaus`), criteria)
    })
  }

  function criterionFrom(text: Text, pointer: string): AssessmentCriterion[] {
    const wording = swedish(text, pointer)
    if (wording) return [{ id: newId(), text: wording, assessmentMethods: [] }]
    leftOut.push({ code: 'text-empty', pointer })
    return []
  }

  function outcomeFrom(text: string, criteria: AssessmentCriterion[]): LearningOutcome {
    return { id: newId(), category: 'skills', text, criteria }
  }
}

/** Texts there are broken into lines in the middle of sentences, and some hold HTML: only the words are taken. */
function tidy(text: unknown): string {
  return cleanText(typeof text === 'string' ? text : '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&nbsp;/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 2000)
}

/** Other people's files: what is no list is an empty one, and what is no object is not in it. */
function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value.filter((part: T) => isObject(part)) : []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
