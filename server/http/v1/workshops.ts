import type {
  AddGroup,
  AmendGroup,
  AmendWorkshop,
  MoveSeat,
  MoveToPhase,
  PlanWorkshop,
  SayToAll,
  SetClock,
} from '../../../schemas/types.ts'
import { moveToPhase, sayToAll, setClock } from '../../usecases/workshop/conduct-workshop.ts'
import { moveSeat, removeSeat } from '../../usecases/workshop/keep-seats.ts'
import { overseeWorkshop } from '../../usecases/workshop/oversee-workshop.ts'
import {
  addGroup,
  amendGroup,
  amendWorkshop,
  endWorkshop,
  listWorkshops,
  planWorkshop,
  readWorkshop,
} from '../../usecases/workshop/plan-workshop.ts'
import { rehearse } from '../../usecases/workshop/rehearse.ts'
import { route } from '../route.ts'

const ANSWER = { status: 200, description: 'The workshop', schema: 'workshop' } as const
const ONE = '/workshops/{workshopId}'

/** For those who lead workshops. */
export const workshopRoutes = [
  route({
    method: 'get',
    path: '/profiles/{slug}/workshops',
    id: 'listWorkshops',
    summary: 'The workshops of a profile, latest first',
    access: 'leadWorkshops',
    answer: { status: 200, description: 'The workshops', schema: 'workshop-list' },
    problems: ['profile-not-found'],
    handle: async ({ asker, params: { slug = '' } }, { deps }) => ({
      body: await listWorkshops(deps, asker, { slug }),
    }),
  }),
  route<PlanWorkshop>({
    method: 'post',
    path: '/profiles/{slug}/workshops',
    id: 'planWorkshop',
    summary: 'Plan a workshop for a draft, with its groups',
    access: 'leadWorkshops',
    body: 'plan-workshop',
    answer: { ...ANSWER, status: 201 },
    problems: ['profile-not-found', 'draft-not-found', 'plan-unsound'],
    async handle({ asker, params: { slug = '' }, body }, { deps }) {
      const workshop = await planWorkshop(deps, asker, { slug, ...body })
      return { body: workshop, headers: { location: `/api/v1/workshops/${workshop.id}` } }
    },
  }),
  route({
    method: 'get',
    path: ONE,
    id: 'readWorkshop',
    summary: 'A workshop, with its groups and their codes',
    access: 'leadWorkshops',
    answer: ANSWER,
    problems: ['workshop-not-found'],
    handle: async ({ asker, params: { workshopId = '' } }, { deps }) => ({
      body: await readWorkshop(deps, asker, workshopId),
    }),
  }),
  route<AmendWorkshop>({
    method: 'patch',
    path: ONE,
    id: 'amendWorkshop',
    summary: 'Change the plan of a workshop',
    access: 'leadWorkshops',
    body: 'amend-workshop',
    answer: ANSWER,
    problems: ['workshop-not-found', 'plan-unsound', 'anonymity-promised'],
    handle: async ({ asker, params: { workshopId = '' }, body }, { deps }) => ({
      body: await amendWorkshop(deps, asker, { workshopId, ...body }),
    }),
  }),
  route({
    method: 'post',
    path: `${ONE}/end`,
    id: 'endWorkshop',
    summary: 'End a workshop: its codes lead in no more, and its boards are closed',
    access: 'leadWorkshops',
    answer: ANSWER,
    problems: ['workshop-not-found', 'workshop-ended'],
    handle: async ({ asker, params: { workshopId = '' } }, { deps }) => ({
      body: await endWorkshop(deps, asker, workshopId),
    }),
  }),
  route<AddGroup>({
    method: 'post',
    path: `${ONE}/groups`,
    id: 'addGroup',
    summary: 'Add a group to a workshop',
    access: 'leadWorkshops',
    body: 'add-group',
    answer: { ...ANSWER, status: 201 },
    problems: ['workshop-not-found', 'workshop-ended', 'too-many-groups'],
    handle: async ({ asker, params: { workshopId = '' }, body }, { deps }) => ({
      body: await addGroup(deps, asker, { workshopId, ...body }),
    }),
  }),
  route<AmendGroup>({
    method: 'patch',
    path: `${ONE}/groups/{groupId}`,
    id: 'amendGroup',
    summary: 'Say where a group sits, or open more seats',
    access: 'leadWorkshops',
    body: 'amend-group',
    answer: ANSWER,
    problems: ['workshop-not-found', 'group-not-found', 'seats-taken'],
    handle: async ({ asker, params: { workshopId = '', groupId = '' }, body }, { deps }) => ({
      body: await amendGroup(deps, asker, { workshopId, groupId, ...body }),
    }),
  }),
  route({
    method: 'delete',
    path: `${ONE}/seats/{seatId}`,
    id: 'removeSeat',
    summary: 'Take somebody out of a workshop; what they wrote stays',
    access: 'leadWorkshops',
    answer: ANSWER,
    problems: ['workshop-not-found', 'seat-not-found'],
    handle: async ({ asker, params: { workshopId = '', seatId = '' } }, { deps }) => ({
      body: await removeSeat(deps, asker, { workshopId, seatId }),
    }),
  }),
  route<MoveSeat>({
    method: 'post',
    path: `${ONE}/seats/{seatId}/move`,
    id: 'moveSeat',
    summary: 'Move somebody to another group of the workshop',
    access: 'leadWorkshops',
    body: 'move-seat',
    answer: ANSWER,
    problems: ['workshop-not-found', 'seat-not-found', 'group-not-found', 'group-full'],
    handle: async ({ asker, params: { workshopId = '', seatId = '' }, body }, { deps }) => ({
      body: await moveSeat(deps, asker, { workshopId, seatId, ...body }),
    }),
  }),
  route<MoveToPhase>({
    method: 'post',
    path: `${ONE}/phase`,
    id: 'moveToPhase',
    summary: 'Move everyone to a phase',
    access: 'leadWorkshops',
    body: 'move-to-phase',
    answer: ANSWER,
    problems: ['workshop-not-found', 'workshop-ended'],
    handle: async ({ asker, params: { workshopId = '' }, body }, { deps }) => ({
      body: await moveToPhase(deps, asker, { workshopId, ...body }),
    }),
  }),
  route<SetClock>({
    method: 'post',
    path: `${ONE}/clock`,
    id: 'setClock',
    summary: 'Start, pause or lengthen the time of the phase',
    access: 'leadWorkshops',
    body: 'set-clock',
    answer: ANSWER,
    problems: ['workshop-not-found', 'workshop-ended'],
    handle: async ({ asker, params: { workshopId = '' }, body }, { deps }) => ({
      body: await setClock(deps, asker, { workshopId, ...body }),
    }),
  }),
  route<SayToAll>({
    method: 'post',
    path: `${ONE}/message`,
    id: 'sayToAll',
    summary: 'Say something to everyone in a workshop',
    access: 'leadWorkshops',
    body: 'say-to-all',
    answer: ANSWER,
    problems: ['workshop-not-found', 'workshop-ended'],
    handle: async ({ asker, params: { workshopId = '' }, body }, { deps }) => ({
      body: await sayToAll(deps, asker, { workshopId, ...body }),
    }),
  }),
  route({
    method: 'post',
    path: `${ONE}/rehearsal`,
    id: 'rehearse',
    summary: 'Fill a rehearsal with made-up participants who write as far as its phase goes',
    access: 'leadWorkshops',
    answer: ANSWER,
    problems: ['workshop-not-found', 'workshop-ended', 'not-a-rehearsal'],
    handle: async ({ asker, params: { workshopId = '' } }, { deps }) => ({
      body: await rehearse(deps, asker, workshopId),
    }),
  }),
  route({
    method: 'get',
    path: `${ONE}/overview`,
    id: 'overseeWorkshop',
    summary: 'All groups of a workshop at a glance',
    access: 'leadWorkshops',
    answer: { status: 200, description: 'The overview', schema: 'workshop-overview' },
    problems: ['workshop-not-found'],
    handle: async ({ asker, params: { workshopId = '' } }, { deps }) => ({
      body: await overseeWorkshop(deps, asker, workshopId),
    }),
  }),
]
