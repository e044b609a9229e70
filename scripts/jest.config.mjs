/**
 * Five suites. unit and api are quick and need nothing; safety walks every door as everybody and attacks what it finds;
 * storage and journeys bring databases, mail server, issuer and browser from npm.
 */
const swc = {
  jsc: {
    target: 'es2022',
    experimental: { keepImportAttributes: true },
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, useDefineForClassFields: false },
  },
  module: { type: 'es6' },
}
const suite = (displayName, folders) => ({
  displayName,
  rootDir: new URL('..', import.meta.url).pathname,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/quiet.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
})

export default {
  maxWorkers: '100%',
  // A test that hangs is to be found; one that a loaded machine holds up is not to fail.
  testTimeout: 30_000,
  projects: [
    suite('unit', ['domain', 'board', 'pdf', 'exchange', 'web', 'schemas', 'architecture']),
    suite('api', ['usecases', 'operations', 'http', 'site', 'cli', 'live']),
    suite('safety', ['safety']),
    suite('storage', ['storage', 'mail', 'people']),
    suite('journeys', ['journeys']),
  ],
}
