/** Who may know whom: the rings of the README, held by dependency-cruiser (`npm run check`). */
const ring = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    ring('no-cycles', {}, { circular: true }, 'Two files that need each other are one idea in two places.'),
    ring(
      'everything-resolves',
      {},
      { couldNotResolve: true },
      'An import that leads nowhere is seen by nobody until it runs.',
    ),
    ring(
      'domain-is-pure',
      { path: '^server/domain/' },
      { pathNot: ['^server/domain/', '^schemas/types\\.ts$'] },
      'The rules run in the browser too: no library, no Node, nothing of the outer rings.',
    ),
    ring(
      'the-board-is-a-form',
      { path: '^server/board/' },
      {
        path: ['^server/', '^node_modules/'],
        pathNot: ['^server/(board|domain)/', '^node_modules/(yjs|lib0)/'],
      },
      'What stands on a board is read and written alike in the browser and on the server.',
    ),
    ring(
      'yjs-on-boards-only',
      { path: '^(server|web)/', pathNot: '^(server/(board|live)/|web/workshop/)' },
      { path: '^node_modules/(yjs|y-protocols|lib0|@hocuspocus|ws)/' },
      'Everybody else sees a board as a plain value.',
    ),
    ring(
      'usecases-know-the-port',
      { path: '^server/usecases/' },
      { path: ['^server/(http|live|site|pdf|cli|exchange|storage/kysely)/', '^node_modules/(?!uuid/)'] },
      'A use case loads, asks the domain, stores and announces; who asked and where it is kept are not its business.',
    ),
    ring(
      'storage-knows-the-domain-only',
      { path: '^server/storage/' },
      { path: '^server/(http|live|site|pdf|cli|usecases|exchange)/' },
      'Storage is asked; it asks nobody.',
    ),
    ring(
      'kysely-in-storage-only',
      { path: '^(server|web)/', pathNot: '^server/storage/' },
      { path: '^node_modules/(kysely|better-sqlite3|pg)/' },
      'One place speaks SQL.',
    ),
    ring(
      'storage-is-opened-in-one-place',
      { path: '^server/', pathNot: '^server/(storage/|context\\.ts$|cli/|operations/|usecases/operations/)' },
      {
        path: '^server/storage/',
        pathNot: '^server/storage/(storage|people-port|workshop-port|review-port)\\.ts$',
      },
      'Everybody else is handed a Storage.',
    ),
    ring(
      'pdfkit-in-pdf-only',
      { path: '^(server|web)/', pathNot: '^server/pdf/' },
      { path: '^node_modules/pdfkit/' },
      'Printing is a function of value, texts, time and fonts.',
    ),
    ring(
      'codes-on-paper-and-walls',
      { path: '^(server|web)/', pathNot: '^(server/pdf|web/facilitator)/' },
      { path: '^node_modules/qrcode/' },
      'A QR code is drawn where people meet it: in print, and where a workshop is led.',
    ),
    ring(
      'others-sign-in-in-people-only',
      { path: '^(server|web)/', pathNot: '^(server/people/|web/(people|site)/)' },
      { path: '^node_modules/(openid-client|@simplewebauthn|@node-rs/argon2)' },
      'Passwords, passkeys and issuers are adapters; who may come in is for the use cases.',
    ),
    ring(
      'mail-in-mail-only',
      { path: '^server/', pathNot: '^server/mail/' },
      { path: '^node_modules/nodemailer/' },
      'One place speaks SMTP.',
    ),
    ring(
      'printing-and-exchange-are-translators',
      { path: '^server/(pdf|exchange)/' },
      { path: '^server/(http|live|site|cli|storage|usecases)/' },
      'They turn a value into another form; they fetch nothing.',
    ),
    ring(
      'edges-do-not-know-the-command-line',
      { path: '^server/(http|live|site)/' },
      { path: '^server/cli/' },
      'The command line starts the others, never the other way round.',
    ),
    ring(
      'the-api-does-not-know-the-pages',
      { path: '^server/(http|live)/' },
      { path: '^server/site/' },
      'The pages ask the API who is asking and what it offers; the API is whole without them.',
    ),
    ring(
      'web-knows-the-domain-only',
      { path: '^web/' },
      { path: '^server/', pathNot: '^server/(domain|board)/' },
      'The browser has the rules, and the board that it writes on; everything else it asks the API for.',
    ),
    ring(
      'controllers-are-handed-their-ports',
      { path: '^web/(ui|controllers)/' },
      { path: '^web/api/' },
      'Controllers and the small elements are handed what they need; pages ask the server.',
    ),
    ring(
      'nothing-shipped-needs-tests-or-tools',
      { path: '^(server|web|schemas)/' },
      { path: '^(test|scripts)/' },
      'Tests and tools look at the product, never the other way round.',
    ),
    ring(
      'no-development-tools-at-run-time',
      { path: '^server/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
      'What runs at the user’s is in dependencies.',
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
}
