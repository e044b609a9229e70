import type { Perspective } from '../../../../schemas/types.ts'
import { DEFAULT_SETTINGS } from '../../installation/settings.ts'
import en from './perspectives.en.json' with { type: 'json' }
import sv from './perspectives.sv.json' with { type: 'json' }
import type { Locale } from './say.ts'

/** What its members are called in a sentence, together and one by one. */
export type PerspectiveNames = {
  /** When it has one member: the trades board. */
  readonly theOne: string
  /** When it has several: the employees. */
  readonly theMany: string
  /** The employee's, or null for a name that no genitive should be made of. */
  readonly whose: string | null
  /** Null for a body, whose members one says are from it. */
  readonly people: PeopleNames | null
}

/** One employee, 2 of 3 employees, two of the three employees: Swedish bends the last. */
type PeopleNames = { readonly one: string; readonly many: string; readonly those: string }

type Forms = Readonly<
  Record<
    string,
    Pick<PerspectiveNames, 'theOne' | 'theMany'> & { readonly title: string; readonly whose: string }
  >
>
type PeopleForms = Readonly<Record<string, Forms[string] & PeopleNames>>

const FORMS: Record<Locale, { readonly people: PeopleForms; readonly bodies: Forms }> = { sv, en }

/**
 * How to speak of a perspective. One that comes with the product has its forms in the catalogues, as long as the
 * installation has kept its name; any other is called by its name, which is never bent.
 */
export function namePerspective(
  locale: Locale,
  id: string | null,
  perspectives: readonly Perspective[],
): PerspectiveNames {
  const shipped = shippedAs(id, perspectives)
  const { people, bodies } = FORMS[locale]
  const person = people[shipped ?? '']
  if (person) return { ...person, people: person }
  const body = bodies[shipped ?? '']
  if (body) return { ...body, people: null }
  const called = perspectives.find((each) => each.id === id)?.name ?? id ?? ''
  return { theOne: called, theMany: called, whose: null, people: null }
}

/**
 * What a perspective is called by itself, as in a heading: one that comes with the product in the reader's language, any
 * other as the installation has named it.
 */
export function perspectiveTitle(locale: Locale, id: string, perspectives: readonly Perspective[]): string {
  const shipped = shippedAs(id, perspectives) ?? ''
  const { people, bodies } = FORMS[locale]
  return (
    (people[shipped] ?? bodies[shipped])?.title ?? perspectives.find((each) => each.id === id)?.name ?? id
  )
}

/** The same within a sentence: Arbetsförmedlingen keeps its capital, an employee has none. */
export function perspectiveInText(locale: Locale, id: string, perspectives: readonly Perspective[]): string {
  const title = perspectiveTitle(locale, id, perspectives)
  const { people, theOne } = namePerspective(locale, id, perspectives)
  if (people) return people.one
  const isBent = theOne !== title && theOne.charAt(0) === theOne.charAt(0).toLocaleLowerCase(locale)
  return isBent ? title.charAt(0).toLocaleLowerCase(locale) + title.slice(1) : title
}

/** The id of a perspective that comes with the product and has kept its name; null for any other. */
function shippedAs(id: string | null, perspectives: readonly Perspective[]): string | null {
  const name = perspectives.find((each) => each.id === id)?.name
  const shipped = DEFAULT_SETTINGS.perspectives.find((each) => each.id === id)
  return shipped && (name === undefined || name === shipped.name) ? shipped.id : null
}
