import type { ChangeSettings } from '../../../schemas/types.ts'
import { askForJob, type AskedJob } from '../../usecases/installation/ask-for-job.ts'
import { changeLogo, changeSettings, readSettings } from '../../usecases/installation/settings.ts'
import { readOutbox, resendMail, sendTestMail } from '../../usecases/installation/outbox.ts'
import { noteExport, searchLog } from '../../usecases/installation/search-log.ts'
import { previewTidying } from '../../usecases/installation/tidy-up.ts'
import { readStatus } from '../../operations/read-status.ts'
import { requireRole } from '../../usecases/deps.ts'
import { readAsker } from '../../usecases/people/sign-in.ts'
import { attachment } from '../attachment.ts'
import { sendLog } from '../send-log.ts'
import { ProblemError, type Fault } from '../../problems.ts'
import { route } from '../route.ts'

const access = 'manageInstallation'
const SETTINGS = { status: 200, description: 'What holds now', schema: 'installation-settings' } as const
const SEARCH = {
  person: 'id of a person: what they did, and what was done to them',
  profile: 'slug of a profile',
  item: 'id of a module, outcome, criterion, suitability item or word',
  from: 'a time (RFC 3339) from which on',
  before: 'a time before which',
}

const ASKED_FOR: readonly AskedJob[] = ['backup', 'tidy']

export const installationRoutes = [
  route({
    method: 'get',
    path: '/installation/settings',
    id: 'readSettings',
    summary: 'What the installation has chosen',
    access,
    answer: SETTINGS,
    problems: [],
    handle: async (_request, { deps }) => ({ body: await deps.storage.read(readSettings) }),
  }),
  route<ChangeSettings>({
    method: 'patch',
    path: '/installation/settings',
    id: 'changeSettings',
    summary: 'Choose otherwise',
    access,
    body: 'change-settings',
    answer: SETTINGS,
    problems: [],
    async handle({ asker, body }, { deps, installation }) {
      const settings = await changeSettings(deps, asker, body)
      await installation.load()
      return { body: settings }
    },
  }),
  route<Buffer>({
    method: 'put',
    path: '/installation/logo',
    id: 'putUpLogo',
    summary: 'Put up a logo: PNG or JPEG, 300 kB and 2,000 pixels each way at most',
    access,
    image: true,
    answer: { status: 204, description: 'It is up' },
    problems: ['request-invalid'],
    async handle({ asker, body }, { deps, installation }) {
      await changeLogo(deps, asker, body)
      await installation.load()
      return {}
    },
  }),
  route({
    method: 'delete',
    path: '/installation/logo',
    id: 'takeDownLogo',
    summary: 'Take the logo down',
    access,
    answer: { status: 204, description: 'It is down' },
    problems: [],
    async handle({ asker }, { deps, installation }) {
      await changeLogo(deps, asker, null)
      await installation.load()
      return {}
    },
  }),
  route({
    method: 'get',
    path: '/installation/status',
    id: 'readStatus',
    summary: 'How the installation is: storage, jobs, backups, mail',
    access,
    answer: { status: 200, description: 'The status', schema: 'installation-status' },
    problems: [],
    async handle(_request, { deps, config }) {
      return { body: await readStatus(deps.storage, config) }
    },
  }),
  route({
    method: 'post',
    path: '/installation/jobs/{name}/runs',
    id: 'runJob',
    summary: 'Run a job now: backup, or tidying by the retention times',
    access,
    answer: { status: 204, description: 'It has run' },
    problems: ['not-found'],
    async handle({ asker, params: { name = '' } }, { deps, background }) {
      const job = ASKED_FOR.find((each) => each === name)
      if (job === undefined) throw new ProblemError('not-found')
      await askForJob(deps, asker, job)
      if (!(await background.runNow(job, asker.personId))) throw new ProblemError('not-found')
      return {}
    },
  }),
  route({
    method: 'get',
    path: '/installation/expiring',
    id: 'previewTidying',
    summary: 'What goes now, by the retention times',
    access,
    answer: { status: 200, description: 'The preview', schema: 'retention-preview' },
    problems: [],
    handle: async ({ asker }, { deps }) => ({ body: await previewTidying(deps, asker) }),
  }),
  route({
    method: 'get',
    path: '/installation/mails',
    id: 'readOutbox',
    summary: 'The mail outbox, latest first',
    access,
    paged: true,
    answer: { status: 200, description: 'Mails', schema: 'outbox' },
    problems: [],
    handle: async ({ asker, paging }, { deps }) => ({ body: await readOutbox(deps, asker, paging) }),
  }),
  route({
    method: 'post',
    path: '/installation/mails',
    id: 'sendTestMail',
    summary: 'A mail to yourself, to see that mail arrives',
    access,
    answer: { status: 204, description: 'It is in the outbox' },
    problems: ['mail-not-sent', 'person-not-found'],
    async handle({ asker }, { deps }) {
      await sendTestMail(deps, asker)
      return {}
    },
  }),
  route({
    method: 'post',
    path: '/installation/mails/{mailId}/resendings',
    id: 'resendMail',
    summary: 'Send a mail that has not gone, or may not have, once more',
    access,
    answer: { status: 204, description: 'It is in the outbox' },
    problems: ['mail-not-found', 'mail-not-sent', 'person-not-found'],
    async handle({ asker, params: { mailId = '' } }, { deps }) {
      await resendMail(deps, asker, { mailId })
      return {}
    },
  }),
  route({
    method: 'get',
    path: '/log',
    id: 'searchLog',
    summary: 'The log, latest first, by person, profile, item and time',
    access: 'readLog',
    paged: true,
    query: SEARCH,
    answer: { status: 200, description: 'Entries', schema: 'log-page' },
    problems: [],
    async handle({ asker, paging, query }, { deps }) {
      const { person: personId, profile: slug, item: itemId } = query
      const [from, before] = [timeIn(query, 'from'), timeIn(query, 'before')]
      return { body: await searchLog(deps, asker, { ...paging, personId, slug, itemId, from, before }) }
    },
  }),
  route({
    method: 'get',
    path: '/log/file',
    id: 'exportLog',
    summary: 'The whole log as JSON lines, as it is sealed: people by their pseudonyms alone',
    access: 'readLog',
    answer: { status: 200, description: 'JSON lines', mediaType: 'application/x-ndjson' },
    problems: [],
    async handle({ asker, entrance }, { deps }) {
      await noteExport(deps, asker)
      const stillMay = async () => requireRole(await readAsker(deps, entrance.formerSecret), 'readLog')
      return {
        headers: attachment('logg.ndjson'),
        send: (response) => void sendLog(deps, response, stillMay),
      }
    },
  }),
]

/** As it stands in the log itself: UTC with milliseconds. */
function timeIn(
  query: Readonly<Record<string, string | undefined>>,
  name: 'from' | 'before',
): string | undefined {
  const given = query[name]
  if (given === undefined || given === '') return undefined
  const time = Date.parse(given)
  if (Number.isFinite(time)) return new Date(time).toISOString()
  const fault: Fault = { pointer: `query:${name}`, code: 'format', detail: 'must be a time' }
  throw new ProblemError('request-invalid', {}, [fault])
}
