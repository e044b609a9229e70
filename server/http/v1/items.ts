import type {
  AddCriterion,
  AddModule,
  AddOutcome,
  AddSuitabilityItem,
  AddWord,
  AmendCriterion,
  AmendModule,
  AmendOutcome,
  AmendProfile,
  AmendSuitabilityItem,
  AmendWord,
  EditResult,
  MoveItem,
  Reason,
} from '../../../schemas/types.ts'
import type { EditCommand, Swaps } from '../../domain/profile/edit-draft.ts'
import { PARENT_KIND, type ChildKind } from '../../domain/profile/items.ts'
import { editDraft } from '../../usecases/profile/edit-draft.ts'
import { readDraft } from '../../usecases/profile/read-draft.ts'
import { readItem } from '../../usecases/profile/read-item.ts'
import type { AppContext } from '../../context.ts'
import { revisionTag, route, type ApiAnswer, type ApiRequest, type Route } from '../route.ts'

/** How each kind of item is called in addresses, in operation ids and in the request schemas. */
const KINDS: readonly { kind: ChildKind; plural: string; name: string; schema: string; words: string }[] = [
  { kind: 'module', plural: 'modules', name: 'Module', schema: 'module', words: 'a module' },
  { kind: 'outcome', plural: 'outcomes', name: 'Outcome', schema: 'outcome', words: 'a learning outcome' },
  { kind: 'criterion', plural: 'criteria', name: 'Criterion', schema: 'criterion', words: 'a criterion' },
  {
    kind: 'suitability',
    plural: 'suitability-items',
    name: 'SuitabilityItem',
    schema: 'suitability-item',
    words: 'an item of personal suitability',
  },
  { kind: 'word', plural: 'words', name: 'Word', schema: 'word', words: 'a word of the word list' },
]

const EDIT_PROBLEMS = ['profile-not-found', 'draft-not-found', 'item-not-found', 'module-linked'] as const

type Addition = AddModule | AddOutcome | AddCriterion | AddSuitabilityItem | AddWord
type Amendment = AmendModule | AmendOutcome | AmendCriterion | AmendSuitabilityItem | AmendWord

/** The same five routes for every kind of item: add, read, change fields, move, remove. */
export const itemRoutes: readonly Route[] = KINDS.flatMap(({ kind, plural, name, schema, words }) => {
  const list = `/profiles/{slug}/draft/${plural}`
  const one = `${list}/{itemId}`
  const changed = { description: 'What was changed', schema: 'edit-result' }
  return [
    route<Addition>({
      method: 'post',
      path: list,
      id: `add${name}`,
      summary: `Add ${words}`,
      access: 'edit',
      body: `add-${schema}`,
      answer: { status: 201, ...changed },
      problems: [
        ...EDIT_PROBLEMS,
        ...(kind === 'module' ? (['module-source-not-found'] as const) : []),
        'id-taken',
        'draft-too-large',
      ],
      async handle(request, context) {
        const { item, before, because } = request.body
        const parentId =
          'parentId' in request.body ? request.body.parentId : await profileId(request, context)
        return edit(
          request,
          context,
          { act: 'add', itemKind: kind, item, place: { parentId, before } },
          because,
        )
      },
    }),
    route({
      method: 'get',
      path: one,
      id: `read${name}`,
      summary: `Read ${words}, with its number and the hash of its wording`,
      access: 'readDraft',
      answer: { status: 200, description: 'The item', schema: 'draft-item' },
      problems: ['profile-not-found', 'draft-not-found', 'item-not-found'],
      async handle({ asker, params: { slug = '', itemId = '' } }, { deps }) {
        const item = await readItem(deps, asker, { slug, itemKind: kind, itemId })
        return { body: item, headers: { etag: revisionTag(item.revision) } }
      },
    }),
    route<Amendment>({
      method: 'patch',
      path: one,
      id: `amend${name}`,
      summary: `Change fields of ${words}; each field names the value that was seen`,
      access: 'edit',
      body: `amend-${schema}`,
      answer: { status: 200, ...changed },
      problems: [...EDIT_PROBLEMS, 'wording-changed'],
      async handle(request, context) {
        const { itemId = '' } = request.params
        const { fields, because } = splitAmendment(request.body)
        return edit(request, context, { act: 'amend', itemKind: kind, itemId, fields }, because)
      },
    }),
    route<MoveItem>({
      method: 'post',
      path: `${one}/move`,
      id: `move${name}`,
      summary: `Move ${words}${PARENT_KIND[kind] === 'profile' ? '' : `, also to another ${PARENT_KIND[kind]}`}`,
      access: 'edit',
      body: 'move-item',
      answer: { status: 200, ...changed },
      problems: EDIT_PROBLEMS,
      async handle(request, context) {
        const { itemId = '' } = request.params
        const { because, ...place } = request.body
        return edit(request, context, { act: 'move', itemKind: kind, itemId, place }, because)
      },
    }),
    route({
      method: 'delete',
      path: one,
      id: `remove${name}`,
      summary: `Remove ${words}, with everything under it`,
      access: 'edit',
      query: { undo: 'Any value: the person takes back an addition of their own' },
      answer: { status: 200, ...changed },
      problems: EDIT_PROBLEMS,
      async handle(request, context) {
        const { itemId = '' } = request.params
        const because = request.query.undo === undefined ? undefined : ({ kind: 'undid' } as const)
        return edit(request, context, { act: 'remove', itemKind: kind, itemId }, because)
      },
    }),
  ]
})

async function edit(
  { asker, params: { slug = '' } }: ApiRequest<unknown>,
  { deps }: AppContext,
  command: EditCommand,
  because: Reason | undefined,
): Promise<ApiAnswer> {
  return editAnswer(await editDraft(deps, asker, { slug, command, because }))
}

export function editAnswer(result: EditResult): ApiAnswer {
  return { body: result, headers: { etag: revisionTag(result.revision) } }
}

export function splitAmendment({ because, ...fields }: Amendment | AmendProfile): {
  fields: Swaps
  because: Reason | undefined
} {
  return { fields, because }
}

async function profileId(
  { asker, params: { slug = '' } }: ApiRequest<unknown>,
  { deps }: AppContext,
): Promise<string> {
  return (await readDraft(deps, asker, { slug })).profile.id
}
