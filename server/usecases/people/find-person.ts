import { ProblemError } from '../../problems.ts'
import type { Person } from '../../storage/people-port.ts'
import type { Readers } from '../../storage/storage.ts'

/** Throws person-not-found. */
export async function findPerson({ people }: Pick<Readers, 'people'>, id: string): Promise<Person> {
  const person = await people.find(id)
  if (!person) throw new ProblemError('person-not-found')
  return person
}
