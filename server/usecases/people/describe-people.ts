import type { GrantedRole, RegisteredPerson } from '../../../schemas/types.ts'
import type { Person, StoredGrant } from '../../storage/people-port.ts'
import type { Readers } from '../../storage/storage.ts'

type Stores = Pick<Readers, 'people' | 'organisations' | 'profiles'>

/** People as those see them who may: with their organisation and roles, and what those reach by name. */
export async function describePeople(
  { people, organisations, profiles }: Stores,
  described: readonly Person[],
): Promise<RegisteredPerson[]> {
  const home = new Map((await organisations.list()).map(({ id, name }) => [id, { id, name }]))
  const slugs = new Map((await profiles.list()).map(({ id, slug }) => [id, slug]))
  const [only] = described
  const grants = await people.grants(described.length === 1 && only ? only.id : undefined)
  const role = ({ id, role: part, scope, grantedAt }: StoredGrant): GrantedRole => ({
    id,
    role: part,
    scope,
    reaches: scope.id === null ? null : (home.get(scope.id)?.name ?? slugs.get(scope.id) ?? null),
    grantedAt,
  })
  return described.map(
    ({ id, name, email, organisationId, locale, secondStep, createdAt, lastSignedInAt }) => ({
      id,
      name,
      email,
      organisation: home.get(organisationId ?? '') ?? null,
      locale,
      secondStep,
      createdAt,
      lastSignedInAt,
      roles: grants.filter(({ personId }) => personId === id).map(role),
    }),
  )
}
