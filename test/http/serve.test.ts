import { once } from 'node:events'
import { connect } from 'node:net'
import { serve } from '../../server/serve.ts'
import { startTestApp } from '../support/test-app.ts'

test('a connection on which nothing is said does not keep the program from stopping', async () => {
  const { context } = await startTestApp({ port: 0 })
  const serving = await serve(context)
  const silent = connect(serving.port, '127.0.0.1')
  await once(silent, 'connect')
  silent.write('GET / HTTP/1.1\r\n')
  await serving.stop(50)
  silent.destroy()
  expect(silent.destroyed).toBe(true)
})
