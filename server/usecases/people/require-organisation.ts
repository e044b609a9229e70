import { ProblemError } from '../../problems.ts'
import type { Readers } from '../../storage/storage.ts'

/** Whether there is one with that id; null is none in particular, and always is. Throws organisation-not-found. */
export async function requireOrganisation(
  { organisations }: Pick<Readers, 'organisations'>,
  id: string | null,
): Promise<void> {
  if (id !== null && !(await organisations.find(id))) {
    throw new ProblemError('organisation-not-found', { organisationId: id })
  }
}
