import * as fc from 'fast-check'

const ACTS = [
  'flytta',
  'förflytta',
  'städa',
  'rengöra',
  'kontrollera',
  'kolla',
  'beskriva',
  'inte lyfta',
  'klä av',
]
const THINGS = [
  'säng',
  'stolen',
  'rullstol',
  'en person',
  'brukaren',
  'sele',
  'bromsar',
  'hygienrutiner',
  'rutiner',
]
const TAILS = [
  '',
  'före varje lyft',
  'efter varje lyft',
  'utan att någon skadas',
  'enligt planen',
  'utan hjälpmedel',
]

/** Sentences as groups write them: many alike, some the same, some of function words alone. */
export const sentence = fc
  .oneof(
    {
      weight: 9,
      arbitrary: fc.tuple(
        fc.constantFrom(...ACTS),
        fc.subarray(THINGS, { maxLength: 3 }),
        fc.constantFrom(...TAILS),
      ),
    },
    { weight: 1, arbitrary: fc.constant(['kan', ['eller'], 'vara'] as [string, string[], string]) },
  )
  .map(([act, things, tail]) => [act, things.join(' och '), tail].filter(Boolean).join(' '))
