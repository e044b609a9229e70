import { standingInWords } from '../../../web/facilitator/in-words.ts'
import { standingOf } from '../../../web/facilitator/standing.ts'
import { ago, device, NOW, person } from './an-overview.ts'

const gone = device({ isConnected: false, seenAt: ago(2.5) })

test.each([
  ['has just written', {}, 'skriver'],
  ['wrote two minutes ago', { wroteAt: ago(2) }, 'här'],
  ['wrote four minutes ago', { wroteAt: ago(4.5) }, 'inget på 4 min'],
  ['has written nothing', { wroteAt: null }, 'inget än'],
  ['has said that they are ready', { isReady: true, wroteAt: ago(9) }, 'klar'],
  ['has no connected device', { presence: 'away' as const, devices: [gone] }, 'tyst i 2 min'],
  ['has not opened the board', { presence: 'never' as const, devices: [] }, 'inte ansluten än'],
])('beside the name of somebody who %s', (_who, changes, words) => {
  expect(standingInWords(standingOf(person('Samira', changes), NOW))).toBe(words)
})
