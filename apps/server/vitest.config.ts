import { defineConfig, mergeConfig } from 'vitest/config'
import shared, { oneProcess } from '../../vitest.shared.ts'

export default mergeConfig(
  mergeConfig(shared, oneProcess),
  defineConfig({ test: { globalSetup: '@witboek/testkit/postgres-for-vitest' } }),
)
