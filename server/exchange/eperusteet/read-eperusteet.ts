import type { AssessmentCriterion, LearningOutcome, ModuleLink } from '../../../schemas/types.ts'
import { DEFAULT_SETTINGS } from '../../domain/installation/settings.ts'
import { newProfile, slugFrom } from '../../domain/profile/new-profile.ts'
import type { Reading, Remark } from '../reading.ts'
import { tidyText, type Tidied } from './tidy-text.ts'

/*
 * Finland's national authoring system (ePerusteet, Opetushallitus) answers with units in Finnish and mostly also in
 * Swedish. Unit → module, requirement area → outcome, requirement → criterion. The older form of a unit has
 * assessment targets with criteria for several grades (arviointi); the newer has plain requirements
 * (ammattitaitovaatimukset2019). Levels and kinds of outcomes have no counterpart there: a person enters them.
 */

const EPERUSTEET_FORMAT = 'eperusteet'

type Text = { readonly fi?: string | null; readonly sv?: string | null } | null | undefined
type GradedCriteria = { readonly _osaamistaso?: string; readonly kriteerit?: readonly Text[] }
type Unit = {
  readonly nimi?: Text
  readonly arviointi?: {
    readonly arvioinninKohdealueet?: readonly {
      readonly otsikko?: Text
      readonly arvioinninKohteet?: readonly {
        readonly otsikko?: Text
        readonly osaamistasonKriteerit?: readonly GradedCriteria[]
      }[]
    }[]
  } | null
  readonly ammattitaitovaatimukset2019?: {
    readonly kohdealueet?: readonly {
      readonly kuvaus?: Text
      readonly vaatimukset?: readonly { readonly vaatimus?: Text }[]
    }[]
  } | null
}

/** Words that end up in the profile itself, from the catalogue. */
export type EperusteetLabels = {
  readonly onlyFinnish: (text: string) => string
  readonly untitled: string
  readonly owner: string
}

/** A unit, and its place in the file. */
type Placed = { readonly unit: Unit; readonly pointer: string }
export type Response = {
  readonly units: readonly Placed[]
  /** Places of what is no unit. */
  readonly others: readonly string[]
  /** An answer to a search comes in pages, of which a file is one. */
  readonly pages: number
}

/** The units of a response, or undefined when it is none: a page of units, a list of them, or a single one. */
export function eperusteetUnits(file: unknown): Response | undefined {
  const placed = placedParts(file)
  const isUnit = ([, part]: [string, unknown]) => isObject(part) && isObject(part.nimi)
  const units = placed.filter(isUnit).map(([pointer, part]) => ({ unit: part as Unit, pointer }))
  if (units.length === 0) return undefined
  const others = placed.filter((part) => !isUnit(part)).map(([pointer]) => pointer)
  return { units, others, pages: isObject(file) ? Number(file.sivuja) : 1 }
}

function placedParts(file: unknown): [pointer: string, part: unknown][] {
  if (isObject(file) && Array.isArray(file.data)) {
    return file.data.map((part: unknown, index) => [`/data/${index}`, part])
  }
  if (Array.isArray(file)) return file.map((part: unknown, index) => [`/${index}`, part])
  return [['', file]]
}

/** Reads a response as a draft without level, owner's approval or categories of its own. */
export function readEperusteet(
  { units, others, pages }: Response,
  labels: EperusteetLabels,
  newId: () => string,
): Reading {
  const repaired: Remark[] = []
  const leftOut: Remark[] = others.map((pointer) => ({ code: 'no-unit', pointer }))
  if (pages > 1) leftOut.push({ code: 'other-pages', pointer: '/sivuja', values: { count: pages - 1 } })
  const modules = units.map(moduleFrom)
  const title = modules[0]?.module.title || labels.untitled
  const profile = {
    ...newProfile({
      id: newId(),
      slug: slugFrom(title) || EPERUSTEET_FORMAT,
      title,
      outcomeStem: DEFAULT_SETTINGS.outcomeStem,
    }),
    owner: labels.owner,
    modules,
  }
  return { ok: true, format: EPERUSTEET_FORMAT, profile, published: null, repaired, leftOut }

  function swedish(text: Text, pointer: string, length = WORDING_LENGTH): string {
    const sv = tidyText(text?.sv, length)
    if (sv.text) return remarked(sv, `${pointer}/sv`, length)
    const fi = tidyText(text?.fi, length - labels.onlyFinnish('').length)
    if (!fi.text) return ''
    repaired.push({ code: 'only-finnish', pointer })
    return labels.onlyFinnish(remarked(fi, `${pointer}/fi`, length))
  }

  function remarked({ text, html, invisible, cut }: Tidied, pointer: string, length: number): string {
    if (html) repaired.push({ code: 'html-removed', pointer })
    if (invisible) repaired.push({ code: 'text-cleaned', pointer })
    if (cut) repaired.push({ code: 'text-cut', pointer, values: { length } })
    return text
  }

  function moduleFrom({ unit, pointer }: Placed): ModuleLink {
    const outcomes = [...gradedOutcomes(unit, pointer), ...plainOutcomes(unit, pointer)]
    if (outcomes.length > 0)
      repaired.push({ code: 'category-assumed', pointer, values: { count: outcomes.length } })
    for (const [key, value] of Object.entries(unit)) {
      if (READ_FIELDS.has(key) || !holdsWords(value)) continue
      const code = key === 'ammattitaitovaatimukset' ? 'requirements-as-html' : 'field-not-taken'
      leftOut.push({ code, pointer: `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}` })
    }
    return {
      obligation: 'mandatory',
      module: {
        id: newId(),
        title: swedish(unit.nimi, `${pointer}/nimi`, TITLE_LENGTH),
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
    return list(unit.arviointi?.arvioinninKohdealueet).map(([a, area]) => {
      const pointer = `${unitPointer}/arviointi/arvioinninKohdealueet/${a}`
      const targets = list(area.arvioinninKohteet)
      const criteria = targets.flatMap(([t, target]) =>
        passCriteria(
          list(target.osaamistasonKriteerit),
          `${pointer}/arvioinninKohteet/${t}/osaamistasonKriteerit`,
        ),
      )
      const count = targets.filter(([, { otsikko }]) => holdsWords(otsikko)).length
      if (count > 0) leftOut.push({ code: 'targets-merged', pointer, values: { count } })
      return outcomeFrom(swedish(area.otsikko, `${pointer}/otsikko`), criteria)
    })
  }

  /** A criterion here is met or not yet met, so the lowest grade that passes is taken and the higher ones are left out. */
  function passCriteria(
    grades: readonly (readonly [number, GradedCriteria])[],
    pointer: string,
  ): AssessmentCriterion[] {
    const [lowest, ...higher] = [...grades].sort(([, a], [, b]) => gradeOf(a) - gradeOf(b))
    if (higher.length > 0) leftOut.push({ code: 'higher-grades', pointer, values: { count: higher.length } })
    if (!lowest) return []
    const [g, { kriteerit }] = lowest
    return list(kriteerit).flatMap(([k, text]) => criterionFrom(text, `${pointer}/${g}/kriteerit/${k}`))
  }

  function plainOutcomes(unit: Unit, unitPointer: string): LearningOutcome[] {
    return list(unit.ammattitaitovaatimukset2019?.kohdealueet).map(([a, area]) => {
      const pointer = `${unitPointer}/ammattitaitovaatimukset2019/kohdealueet/${a}`
      const criteria = list(area.vaatimukset).flatMap(([v, { vaatimus }]) =>
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

const TITLE_LENGTH = 200
const WORDING_LENGTH = 2000

/** What is taken, and the unit's code with its name once more. */
const READ_FIELDS = new Set(['nimi', 'arviointi', 'ammattitaitovaatimukset2019', 'koodi'])

/** Whether there is anything in a field for people to read; numbers, dates and codes are not. */
function holdsWords(value: unknown): boolean {
  if (!isObject(value)) return Array.isArray(value) && value.length > 0
  return ['fi', 'sv'].some((language) => tidyText(value[language], 1).text !== '')
}

/** A grade without a number comes last. */
function gradeOf({ _osaamistaso }: GradedCriteria): number {
  const grade = Number(_osaamistaso)
  return Number.isNaN(grade) ? Number.MAX_SAFE_INTEGER : grade
}

/** Other people's files: what is no list is an empty one, and what is no object is not in it. Each part with its index. */
function list<T>(value: readonly T[] | undefined): (readonly [number, T])[] {
  return Array.isArray(value)
    ? value.map((part: T, index) => [index, part] as const).filter(([, part]) => isObject(part))
    : []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
