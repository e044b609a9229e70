import type { ImportProfile } from '../../../schemas/types.ts'
import { importReport } from '../../exchange/import-report.ts'
import { digestFile, readFile } from '../../exchange/read-file.ts'
import { ProblemError } from '../../problems.ts'
import { importProfile } from '../../usecases/profile/import-profile.ts'
import { route } from '../route.ts'

/** A file that is something else altogether has a fault in every line; nobody reads more than these. */
const MOST_FAULTS = 100

export const importRoutes = [
  route<ImportProfile>({
    method: 'post',
    path: '/imports',
    id: 'importProfile',
    summary: 'Take in a profile from a file: all of it, or nothing',
    access: 'createProfile',
    body: 'import-profile',
    largeBody: true,
    answer: { status: 201, description: 'What was taken, mended and left out', schema: 'import-report' },
    problems: [
      'file-unreadable',
      'draft-too-large',
      'draft-exists',
      'slug-taken',
      'draft-incomplete',
      'version-not-later',
      'version-unexplained',
      'version-taken',
      'ruling-missing',
    ],
    async handle({ asker, body: { file, published }, locale }, { deps, limits }) {
      limits.take('importsPerPerson', asker.personId ?? '')
      const reading = readFile(file, locale, deps.newId)
      if (!reading.ok) throw new ProblemError('file-unreadable', {}, reading.faults.slice(0, MOST_FAULTS))
      const imported = await importProfile(deps, asker, {
        ...reading,
        published: published === undefined ? reading.published : published,
        fileDigest: digestFile(file),
        decidedOnPointer: `${published === undefined ? '/file' : ''}/published/decision/decidedOn`,
      })
      return {
        body: importReport(reading, imported, locale),
        headers: { location: `/api/v1/profiles/${imported.slug}` },
      }
    },
  }),
]
