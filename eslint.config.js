import nx from '@nx/eslint-plugin'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import ts from 'typescript-eslint'

/** The rooms and the arrows between them: who may import whom. An arrow that is not here is refused. */
const arrows = {
  'room:domain': [],
  'room:i18n': [],
  'room:book': ['room:domain'],
  'room:contract': ['room:domain'],
  'room:store': ['room:domain'],
  'room:live': ['room:domain'],
  'room:publish': ['room:domain', 'room:i18n'],
  'room:ui': ['room:domain', 'room:i18n'],
  'room:testkit': ['room:domain', 'room:book', 'room:contract'],
  'room:web': ['room:ui', 'room:contract', 'room:book', 'room:domain', 'room:i18n'],
  'room:server': ['room:contract', 'room:book', 'room:store', 'room:live', 'room:publish', 'room:domain', 'room:i18n'],
  'room:infra': [],
  'room:e2e': ['room:contract', 'room:book', 'room:testkit', 'room:infra'],
  'room:fault': ['room:contract', 'room:book', 'room:store', 'room:testkit', 'room:domain'],
  'room:load': ['room:contract', 'room:book', 'room:testkit', 'room:domain'],
}

const boundaries = (extra = []) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      allow: ['#lib/**', '#texts'],
      enforceBuildableLibDependency: false,
      // The specs of book are written with the testkit, which is made of book: only specs, so nothing ships in a circle.
      ignoredCircularDependencies: [['@witboek/book', '@witboek/testkit']],
      depConstraints: Object.entries(arrows).map(([sourceTag, targets]) => ({
        sourceTag,
        onlyDependOnLibsWithTags: [...targets, ...extra],
      })),
    },
  ],
})

export default ts.config(
  { ignores: ['**/node_modules', '**/build', '**/.svelte-kit', '**/test-results', '**/playwright-report'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    plugins: { '@nx': nx },
    rules: {
      ...boundaries(),
      eqeqeq: 'error',
      'no-console': 'error',
      // The product stands at the root of its address: links are what people see in the bar.
      'svelte/no-navigation-without-resolve': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { prefer: 'type-imports' }],
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, projectService: false } },
  },
  {
    files: ['**/*.svelte.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/await-thenable': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
  { files: ['**/*.config.ts'], ...ts.configs.disableTypeChecked },
  {
    files: ['**/*.config.ts'],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { '@nx/enforce-module-boundaries': 'off' },
  },
  // What nobody expected on a page is told to whoever opens the console there: no other log is in reach.
  { files: ['apps/web/src/hooks.client.ts'], rules: { 'no-console': ['error', { allow: ['error'] }] } },
  // Tests may use the testkit on top of what their room may import, and say with which seed they ran.
  {
    files: ['**/*.spec.ts', '**/*.story.ts', '**/testing/**/*.ts', '**/bench/**/*.ts'],
    rules: { ...boundaries(['room:testkit']), 'no-console': ['error', { allow: ['info'] }] },
  },
)
