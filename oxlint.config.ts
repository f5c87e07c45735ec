import type { OxlintOverride } from 'oxlint'
import { defineConfig } from 'oxlint'

/** What a layer must not import: matched against the address as written in the import. Expressions cannot look ahead. */
interface Ban {
  readonly regex: string
  readonly message: string
  readonly allowTypeImports?: boolean
}

// Every layer has a list of its own. Overrides do not add up: where two match a file, the later list replaces the earlier one.
// Exceptions (a disabled rule in a file) are listed in test/support/layer-exceptions.ts; that list may only shrink.

const electronItself: Ban = { regex: '^electron(/|$)', message: 'Only the main process and the preload know Electron.' }
const database: Ban = { regex: '^better-sqlite3$', message: 'Only the backend touches the ledger file.' }
const hosts: Ban = {
  regex: '(^|/)(main|preload|browser-host)/',
  message: 'The backend does not know who hosts it.',
}
const wholeDateLibrary: Ban = {
  regex: '^date-fns$',
  message: 'By function (date-fns/format): the whole of it takes Node two seconds to load.',
}
const renderer: Ban = { regex: '(^|/)renderer/', message: 'Nothing below the pages imports from them.' }
const siblings = (depth: 1 | 2): Ban => ({
  regex: `^${'\\.\\./'.repeat(depth)}[^.]|(^|/)features/`,
  message: 'Features do not import each other: move what two need down, or ask through the contract.',
})
/** Everything is banned but its own files and these packages. */
const only = (...packages: string[]): Ban => ({
  regex: otherThan(packages),
  message: `This layer may import ${packages.join(', ') || 'no package'} and its own files.`,
})

/** Matches packages that are not among these: at some letter they differ from all that begin alike. */
function otherThan(packages: readonly string[]): string {
  const beginnings = new Set(packages.flatMap((name) => [...name, ''].map((_letter, length) => name.slice(0, length))))
  const differing = [...beginnings, ''].map((beginning) => {
    const isWhole = packages.includes(beginning)
    const following = packages.filter((name) => name.startsWith(beginning)).map((name) => name.charAt(beginning.length))
    const allowed = [...following, isWhole ? '/' : '', beginning === '' ? '.' : ''].join('').replaceAll('-', '\\-')
    return `${beginning}([^${allowed}]${isWhole || beginning === '' ? '' : '|$'})`
  })
  return `^(${[...new Set(differing)].join('|')})`
}

const outside: Ban = {
  regex: '(^|/)(electron|renderer|test)/',
  message: 'shared/ imports nothing of the app around it.',
}

const ofPages: Ban[] = [
  electronItself,
  database,
  { regex: '(^|/)electron/', message: 'Pages talk to the backend through the contract.' },
  { regex: '^(node:|@orpc/server)', message: 'Pages have no Node.' },
  {
    regex: '(^|/)shared/contract/',
    message: 'Types only: the validator probes eval, which our content policy forbids.',
    allowTypeImports: true,
  },
]
const screens: Ban = { regex: '(^|/)(features|app)/', message: 'ui and lib know nothing of features or the shell.' }
const ofBackend: Ban[] = [electronItself, hosts, renderer, wholeDateLibrary]

const layers: { files: string[]; bans: Ban[] }[] = [
  {
    files: ['shared/domain/**'],
    bans: [
      only('date-fns', '@date-fns/tz'),
      wholeDateLibrary,
      outside,
      { regex: '^(\\.\\./)+(contract|i18n)/', message: 'The domain stands on nothing.' },
    ],
  },
  {
    files: ['shared/contract/**'],
    bans: [
      only('zod', '@orpc/contract'),
      outside,
      { regex: '^(\\.\\./)+i18n/', message: 'The contract has no words.' },
    ],
  },
  {
    files: ['shared/i18n/**'],
    bans: [
      only(),
      outside,
      {
        regex: '^(\\.\\./)+(domain|contract)/',
        message: 'Texts name things, they do not compute.',
        allowTypeImports: true,
      },
    ],
  },
  { files: ['renderer/**'], bans: ofPages },
  { files: ['renderer/ui/**', 'renderer/lib/**'], bans: [...ofPages, screens] },
  { files: ['renderer/features/*/*'], bans: [...ofPages, siblings(1)] },
  { files: ['renderer/features/*/*/*'], bans: [...ofPages, siblings(2)] },
  { files: ['electron/backend/**'], bans: ofBackend },
  {
    files: ['electron/backend/database/**'],
    bans: [...ofBackend, { regex: '(^|/)features/', message: 'The database knows no features.' }],
  },
  { files: ['electron/backend/features/*/*'], bans: [...ofBackend, siblings(1)] },
  { files: ['electron/backend/features/*/*/*'], bans: [...ofBackend, siblings(2)] },
  { files: ['electron/cli/**'], bans: [electronItself, database, hosts, renderer] },
  {
    files: ['electron/browser-host/**'],
    bans: [electronItself, database, renderer, { regex: '(^|/)(main|preload)/', message: 'Hosts are strangers.' }],
  },
]

/** The main process passes messages and types; the ledger is opened in the process it forks. */
const ofMain: Ban[] = [
  database,
  { regex: '(^|/)(browser-host|cli)/', message: 'Hosts are strangers.' },
  {
    regex: '(^|/)(backend|renderer)/',
    message: 'Types only: the main process runs neither the ledger nor pages.',
    allowTypeImports: true,
  },
]
layers.push(
  { files: ['electron/main/**'], bans: ofMain },
  {
    files: ['electron/preload/**'],
    bans: [
      only('electron'),
      { regex: '(^|/)(main|backend|browser-host|shared)/', message: 'The preload hands over, nothing else.' },
    ],
  },
)

function overrideOf({ files, bans }: { files: string[]; bans: Ban[] }): OxlintOverride {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: bans }] } }
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'vitest', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  rules: {
    eqeqeq: 'error',
    'no-var': 'error',
    'no-eval': 'error',
    'prefer-const': 'error',
    'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true, IIFEs: false }],
    'import/no-default-export': 'error',
    'import/no-cycle': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'typescript/no-explicit-any': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/await-thenable': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    // Props are declared like methods and taken apart; none of them uses `this`.
    'typescript/unbound-method': 'off',
    'typescript/no-misused-spread': 'off',
    'jsx-a11y/prefer-tag-over-role': 'off',
    // Focus has to go somewhere when a dialog opens, and its first field is the place.
    'jsx-a11y/no-autofocus': 'off',
    // Takes the empty corner of a table for a control.
    'jsx-a11y/control-has-associated-label': 'off',
    // Takes pairs of a key and an element for lists of elements.
    'react/jsx-key': 'off',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
  },
  overrides: [
    ...layers.map(overrideOf),
    // A list of cases and a page of a test are long without being complicated.
    {
      files: ['test/**'],
      rules: {
        'max-lines-per-function': 'off',
        'max-lines': 'off',
        'typescript/no-non-null-assertion': 'off',
        // A second argument says what was being looked at.
        'vitest/valid-expect': ['error', { maxArgs: 2 }],
        'vitest/no-conditional-expect': 'off',
        'vitest/require-to-throw-message': 'off',
        // Playwright reads the names of fixtures from this pattern, even where there are none.
        'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      },
    },
    // What a property demands may depend on the case that was drawn.
    { files: ['test/property/**'], rules: { 'vitest/no-conditional-expect': 'off' } },
    // One migration is one file, however much it creates.
    { files: ['electron/backend/database/migrations/**'], rules: { 'max-lines': 'off' } },
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
  ],
})
