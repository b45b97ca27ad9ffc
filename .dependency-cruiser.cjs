/** Folder -> folders it may import. CONTRIBUTING shows this table; this is the one that counts. */
const MAY_IMPORT = {
  core: [],
  extraction: ['core'],
  net: ['core'],
  db: ['core'],
  auth: ['core', 'db'],
  exports: ['core', 'db'],
  webhooks: ['core', 'db', 'net', 'auth'],
  actions: ['core', 'extraction', 'db', 'auth'],
  ingestion: ['core', 'db', 'net', 'actions'],
  graphql: ['core', 'db', 'auth', 'actions', 'exports'],
}
const AREAS = Object.keys(MAY_IMPORT)
MAY_IMPORT.server = AREAS
MAY_IMPORT.cli = [...AREAS, 'server']
const READS_CONFIG = ['server', 'cli']

module.exports = {
  forbidden: [
    {
      name: 'no-runtime-cycles',
      severity: 'error',
      from: { pathNot: '^src/db/generated' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'src-not-to-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'generated-only-in-db-and-builder',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(db/|graphql/builder[.]ts)' },
      to: { path: '^src/db/generated|node_modules/@prisma' },
    },
    ...Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
      name: `${folder}-imports-only-what-its-line-names`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: {
        path: '^src/',
        pathNot: [
          `^src/(${[folder, ...allowed].join('|')})/`,
          ...(READS_CONFIG.includes(folder) ? ['^src/config[.]ts$'] : []),
        ],
      },
    })),
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'src/db/generated'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
