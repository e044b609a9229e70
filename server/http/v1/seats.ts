import type { Response } from 'express'
import type { ReturnToSeat, TakeSeat } from '../../../schemas/types.ts'
import type { AppContext } from '../../context.ts'
import { readCode } from '../../domain/workshop/join-code.ts'
import { readCardFates } from '../../usecases/workshop/read-card-fates.ts'
import {
  leaveSeat,
  readOffer,
  readSeat,
  returnToSeat,
  SEAT_LASTS,
  takeSeat,
  type Taken,
} from '../../usecases/workshop/take-seat.ts'
import { cookieAttributes, seatCookieName } from '../cookies.ts'
import { route, type ApiAnswer } from '../route.ts'

const TAKEN = { status: 201, description: 'The seat; its cookie comes with it', schema: 'seat' } as const

/** For participants, who have no account: a code leads in, and a cookie keeps the seat. */
export const seatRoutes = [
  route({
    method: 'get',
    path: '/join/{code}',
    id: 'readOffer',
    summary: 'What a code leads to',
    access: 'anyone',
    answer: { status: 200, description: 'The group, and how many seats are free', schema: 'join-offer' },
    problems: ['code-unknown', 'code-expired'],
    async handle({ params: { code = '' }, seatSecret, address }, { deps, limits }) {
      limits.take('codesPerAddress', address)
      return { body: await readOffer(deps, { code, secret: seatSecret }) }
    },
  }),
  route<TakeSeat>({
    method: 'post',
    path: '/seats',
    id: 'takeSeat',
    summary: 'Take a seat in a group, without an account',
    access: 'anyone',
    body: 'take-seat',
    answer: TAKEN,
    problems: ['code-unknown', 'code-expired', 'group-full'],
    async handle({ body, address }, context) {
      context.limits.take('codesPerAddress', address)
      return seated(context, await takeSeat(context.deps, body))
    },
  }),
  route<ReturnToSeat>({
    method: 'post',
    path: '/seats/return',
    id: 'returnToSeat',
    summary: 'Come back to one’s seat by the personal word',
    access: 'anyone',
    body: 'return-to-seat',
    answer: TAKEN,
    problems: ['code-unknown', 'code-expired', 'word-unknown'],
    async handle({ body, address }, context) {
      context.limits.take('codesPerAddress', address)
      context.limits.take('wordsPerCode', readCode(body.code) ?? '')
      return seated(context, await returnToSeat(context.deps, body))
    },
  }),
  route({
    method: 'get',
    path: '/seat',
    id: 'readSeat',
    summary: 'One’s own seat, and how the workshop stands',
    access: 'anyone',
    answer: { status: 200, description: 'The seat', schema: 'seat' },
    problems: ['not-seated'],
    handle: async ({ seatSecret }, { deps }) => ({ body: await readSeat(deps, seatSecret) }),
  }),
  route({
    method: 'get',
    path: '/seat/outcome',
    id: 'readCardFates',
    summary: 'What became of the cards that one has written',
    access: 'anyone',
    answer: { status: 200, description: 'The cards', schema: 'card-fates' },
    problems: ['not-seated'],
    handle: async ({ seatSecret }, { deps }) => ({ body: await readCardFates(deps, seatSecret) }),
  }),
  route({
    method: 'delete',
    path: '/seat',
    id: 'leaveSeat',
    summary: 'Let this device forget the seat; what was written stays',
    access: 'anyone',
    answer: { status: 204, description: 'It is forgotten' },
    problems: [],
    async handle({ seatSecret }, context) {
      await leaveSeat(context.deps, seatSecret)
      return {
        send(response) {
          response.clearCookie(seatCookieName(context.config), cookieAttributes(context)).end()
        },
      }
    },
  }),
]

function seated(context: AppContext, { seat, secret }: Taken): ApiAnswer {
  return {
    send(response: Response) {
      response.cookie(seatCookieName(context.config), secret, {
        ...cookieAttributes(context),
        maxAge: SEAT_LASTS,
      })
      response.type('application/json').send(JSON.stringify(seat))
    },
  }
}
