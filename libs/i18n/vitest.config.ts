import { mergeConfig } from 'vitest/config'
import shared, { oneProcess } from '../../vitest.shared.ts'

export default mergeConfig(shared, oneProcess)
