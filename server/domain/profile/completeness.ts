import type {
  LearningOutcome,
  Missing,
  Module,
  ModuleLink,
  OccupationalProfile,
} from '../../../schemas/types.ts'

type Kind = Missing['itemKind']

/**
 * What a draft lacks before it can be published or sent to a panel: structure and level rationales, nothing about
 * how well it is written (18 % of 1,325 official criteria that were measured begin with a vague verb). It never
 * stops anyone from saving. OCN: each module has a title, a level and an outcome; each outcome has a criterion.
 */
export function missingFrom(profile: OccupationalProfile): Missing[] {
  return [
    ...missingText('profile', profile.id, 'title', profile.title, 'no-title'),
    ...missingLevel('profile', profile),
    ...(profile.modules.length === 0 ? [missing('no-module', 'profile', profile.id, 'modules')] : []),
    ...profile.personalSuitability.flatMap(({ id, text }) => missingText('suitability', id, 'text', text)),
    ...profile.modules.flatMap(missingFromModule),
    ...profile.wordList.flatMap(({ id, term, explanation }) => [
      ...missingText('word', id, 'term', term),
      ...missingText('word', id, 'explanation', explanation),
    ]),
  ]
}

function missingFromModule({ module }: ModuleLink): Missing[] {
  return [
    ...missingText('module', module.id, 'title', module.title, 'no-title'),
    ...missingLevel('module', module),
    ...(module.outcomes.length === 0 ? [missing('no-outcome', 'module', module.id, 'outcomes')] : []),
    ...module.outcomes.flatMap(missingFromOutcome),
  ]
}

function missingFromOutcome({ id, text, criteria }: LearningOutcome): Missing[] {
  return [
    ...missingText('outcome', id, 'text', text),
    ...(criteria.length === 0 ? [missing('no-criterion', 'outcome', id, 'criteria')] : []),
    ...criteria.flatMap((criterion) => missingText('criterion', criterion.id, 'text', criterion.text)),
  ]
}

/** A level comes with its rationale; a profile must have one, since it is what an application to MYH rests on. */
function missingLevel(
  kind: 'profile' | 'module',
  leveled: Pick<Module, 'id' | 'seqfLevel' | 'levelRationale'>,
): Missing[] {
  if (leveled.seqfLevel === null) return [missing('no-level', kind, leveled.id, 'seqfLevel')]
  return missingText(kind, leveled.id, 'levelRationale', leveled.levelRationale, 'no-rationale')
}

function missingText(
  kind: Kind,
  id: string,
  field: string,
  text: string,
  code: Missing['code'] = 'no-text',
): Missing[] {
  return text.trim() === '' ? [missing(code, kind, id, field)] : []
}

function missing(code: Missing['code'], itemKind: Kind, itemId: string, field: string): Missing {
  return { code, itemKind, itemId, field }
}
