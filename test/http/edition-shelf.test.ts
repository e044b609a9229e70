import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Request } from 'express'
import { editionShelf } from '../../server/http/edition-shelf.ts'

/** Documents of the same size, of which a shelf this large has room for two but not for three. */
const ROOM = 5000
const document = (name: string) => JSON.stringify({ name, text: 'x'.repeat(2000) })

function asking(address: string) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url: address })
  return { request, response: new ServerResponse(request) }
}

test('the editions that were asked for last are kept, whichever came first', () => {
  const shelf = editionShelf(ROOM)
  const offered = (name: string) => {
    const { request, response } = asking(`/${name}`)
    return shelf.offer(request, response)
  }
  const put = (name: string) => {
    const { request, response } = asking(`/${name}`)
    const asked = Object.assign(request, { originalUrl: `/${name}` }) as unknown as Request
    const edition = { profileId: '', version: '1.0.0', digest: name, document: document(name) }
    shelf.send(asked, response, edition, true)
  }
  put('a')
  put('b')
  expect(offered('a')).toBe(true)
  put('c')
  expect(['a', 'b', 'c'].map(offered)).toEqual([true, false, true])
})
